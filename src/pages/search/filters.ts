import { attribute, type Content, html } from '../markup/html.ts'

/** The choices of a filter, as the words of a sentence. */
type Choices = readonly (readonly [value: string, words: string])[]

const KINDS: Choices = [
  ['', 'all statements'],
  ['direct,mixed', 'only quoted words'],
  ['direct', 'only whole quotations'],
  ['indirect', 'only paraphrases'],
]
const SPEAKERS: Choices = [
  ['', 'any speaker, named or not'],
  ['named,pronoun,carried-over,organization', 'a known speaker'],
  ['ambiguous,none', 'an unknown speaker'],
]
const STATUSES: Choices = [
  ['', 'reviewed or not'],
  ['verified', 'verified by a person'],
  ['disputed', 'disputed'],
  ['machine', 'not yet reviewed'],
]
const POLARITIES: Choices = [
  ['', 'said, denied or declined'],
  ['affirmed,asked', 'said'],
  ['denied', 'denied'],
  ['refused', 'declined to comment'],
]
const SORTS: Choices = [
  ['', 'best order'],
  ['-said', 'latest words first'],
  ['said', 'earliest words first'],
  ['-published', 'latest articles first'],
  ['published', 'earliest articles first'],
]

/** The parameters that have a field of their own. */
const FIELDS: ReadonlySet<string> = new Set([
  'type',
  'attribution',
  'status',
  'polarity',
  'sort',
  'said_from',
  'said_to',
  'publisher',
  'distinct',
])

const choice = (query: URLSearchParams, name: string, label: string, choices: Choices): Content => {
  const value = query.get(name) ?? ''
  const all = choices.some(([one]) => one === value) ? choices : [...choices, [value, value] as const]
  return html`<label><span class="vh">${label}</span><select name="${name}">${all.map(
    ([one, words]) => html`<option value="${one}"${attribute('selected', one === value)}>${words}</option>`,
  )}</select></label>`
}

const date = (query: URLSearchParams, name: string, label: string): Content =>
  html`<label>${label} <input name="${name}" value="${query.get(name) ?? ''}" size="10" placeholder="2024-09" pattern="\d{4}(-\d\d){0,2}" title="A year, a month or a day: 2024, 2024-09, 2024-09-05" autocomplete="off" inputmode="numeric"></label>`

/** Draws the filters of a search as a sentence with choices. */
export function filterForm(query: URLSearchParams): Content {
  const kept = [...query].filter(([name]) => !FIELDS.has(name) && name !== 'cursor' && name !== 'reading')
  const isNarrowed = [...query.keys()].some((name) => FIELDS.has(name))
  return html`<details class="filters"${attribute('open', isNarrowed)}><summary>Narrow the search</summary>
<form action="/" method="get" class="sentence">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p>Show ${choice(query, 'type', 'Kind of statement', KINDS)} of ${choice(query, 'attribution', 'Speaker', SPEAKERS)}, ${choice(query, 'polarity', 'Said or denied', POLARITIES)} ${date(query, 'said_from', 'from')} ${date(query, 'said_to', 'to')}, <label>published by <input name="publisher" value="${query.getAll('publisher').join(', ')}" size="16" placeholder="any publisher" autocomplete="off"></label>, ${choice(query, 'status', 'Review', STATUSES)}, in ${choice(query, 'sort', 'Order', SORTS)}.</p>
<p><label class="tick"><input type="checkbox" name="distinct" value="utterance"${attribute('checked', query.get('distinct') === 'utterance')}> Show each utterance once, also if several articles report it</label></p>
<p><button type="submit">Show these</button></p>
</form></details>`
}
