import { parseEdtf } from '../../core/edtf.ts'
import type { QuestionPart } from '../../features/questions/schema.ts'
import { type Content, html } from '../markup/html.ts'
import { dateInWords, periodInWords } from '../words/dates.ts'
import { listed, POLARITY_WORDS, STATUS_WORDS, TYPE_WORDS } from '../words/statements.ts'
import { searchUrl, searchUrlOf } from './address.ts'
import type { Search } from './read.ts'

/** A condition of a search, and the address of the search without it. */
interface Chip {
  readonly words: Content
  readonly without: string
  readonly note?: Content
}

/** Draws the conditions of a search, each with a link that removes it. */
export function chips(search: Search): Content {
  const { understood, query } = search
  const parts = understood?.parts ?? []
  const ignored = parts.filter(({ kind }) => kind === 'ignored')
  const all = [
    ...parts.filter(({ kind }) => kind !== 'ignored').map((part) => chipOfPart(part, query)),
    ...chipsOfFilters(search),
  ]
  if (all.length === 0) return null
  return html`<section class="understood" aria-labelledby="understood-title">
<h2 id="understood-title">${understood ? 'Understood as' : 'Only statements'}</h2>
<ul class="chips">${all.map(
    ({ words, without, note }) =>
      html`<li><span class="chip"><span>${words}</span><a class="remove" href="${without}"><span aria-hidden="true">×</span><span class="vh">Remove: ${words}</span></a></span>${note}</li>`,
  )}</ul>
${understood?.note && html`<p class="note">${understood.note}</p>`}
${ignored.length > 0 && html`<p class="note">Not searched: ${ignored.map(({ text }, index) => html`${index > 0 && ', '}“<bdi>${text}</bdi>”`)}.</p>`}
</section>`
}

function chipOfPart(part: QuestionPart, query: URLSearchParams): Chip {
  const { start, end, kind, alternatives, note, switch_off } = part
  const question = query.get('q') ?? ''
  const rest = `${question.slice(0, start)} ${question.slice(end)}`.replace(/\s+/g, ' ').trim()
  const others = alternatives.map(({ name, url }) => html` <a href="${searchUrlOf(url)}">${name}</a>`)
  return {
    words: wordsOfPart(part),
    without: rest === '' ? searchUrl(query, {}, ['q', 'literal']) : searchUrl(query, { q: rest }),
    note: html`${note && html`<span class="note">${note}</span>`}${others.length > 0 && html`<span class="note">Or:${others}</span>`}${switch_off && kind !== 'words' && html`<a class="note" href="${searchUrlOf(switch_off)}">as words<span class="vh">: search “<bdi>${part.text}</bdi>” in what was said</span></a>`}`,
  }
}

function wordsOfPart({ kind, text, names, filters }: QuestionPart): Content {
  const who = names.length > 0 ? listed(names, 'or') : text
  switch (kind) {
    case 'official':
      return html`said by <bdi>${who}</bdi>`
    case 'organization':
      return html`for <bdi>${who}</bdi>`
    case 'publisher':
      return html`published by <bdi>${who}</bdi>`
    case 'said':
      return `said ${periodOf(filters['said_from'], filters['said_to'])}`
    case 'published':
      return `published ${periodOf(filters['published_from'], filters['published_to'])}`
    default:
      return html`with “<bdi>${text}</bdi>”`
  }
}

/** The length of `2024-09`. */
const MONTH_LENGTH = 7

/** Returns a period between two EDTF values in words. */
function periodOf(from: string | undefined, to: string | undefined): string {
  const first = from ? parseEdtf(from) : null
  const last = to ? parseEdtf(to) : null
  if (first && last) {
    if (first.edtf === last.edtf) return dateInWords(first)
    if (first.edtf.length === last.edtf.length && first.edtf.length <= MONTH_LENGTH)
      return `between ${periodInWords(first.edtf)} and ${periodInWords(last.edtf)}`
    const both = parseEdtf(`${first.earliest}/${last.latest}`)
    return both ? dateInWords(both) : `from ${from} to ${to}`
  }
  if (first) return dateInWords({ ...first, latest: null, precision: 'open' })
  return last ? dateInWords({ ...last, earliest: null, precision: 'open' }) : ''
}

const CHOICES: Readonly<Record<string, (value: string) => string>> = {
  type: (value) => TYPE_WORDS[value as keyof typeof TYPE_WORDS] ?? value,
  status: (value) => STATUS_WORDS[value as keyof typeof STATUS_WORDS] ?? value,
  polarity: (value) => (POLARITY_WORDS[value as keyof typeof POLARITY_WORDS] ?? 'said').toLowerCase(),
  attribution: (value) => `speaker: ${value}`,
  said_basis: (value) => `date: ${value.replaceAll('-', ' ')}`,
  article: () => 'of one article',
  min_confidence: (value) => `confidence of at least ${value}`,
  vanished: (value) => (value === 'only' ? 'removed from the article later' : 'also removed later'),
  distinct: () => 'each utterance once',
}

function chipsOfFilters({ query, list }: Search): Chip[] {
  const chips: Chip[] = []
  const nameOf = (facet: 'official' | 'organization', slug: string): string =>
    list.page.facets?.[facet]?.find(({ value }) => value === slug)?.name ?? nameOfSlug(slug)
  for (const facet of ['official', 'organization'] as const) {
    const value = query.get(facet)
    if (value === null) continue
    const names = value.split(',').map((slug) => nameOf(facet, slug))
    const words = html`${facet === 'official' ? 'said by' : 'for'} <bdi>${listed(names, 'or')}</bdi>`
    chips.push({ words, without: searchUrl(query, {}, [facet]) })
  }
  if (query.has('publisher'))
    chips.push({
      words: html`published by <bdi>${listed(query.getAll('publisher'), 'or')}</bdi>`,
      without: searchUrl(query, {}, ['publisher']),
    })
  for (const date of ['said', 'published'] as const) {
    const [from, to] = [query.get(`${date}_from`) ?? undefined, query.get(`${date}_to`) ?? undefined]
    if (from || to)
      chips.push({
        words: `${date} ${periodOf(from, to)}${date === 'said' && query.get('match') === 'overlap' ? ', perhaps' : ''}`,
        without: searchUrl(query, {}, [`${date}_from`, `${date}_to`, ...(date === 'said' ? ['match'] : [])]),
      })
  }
  for (const [name, inWords] of Object.entries(CHOICES)) {
    const value = query.get(name)
    if (value === null || value === 'exclude') continue
    chips.push({
      words: listed(value.split(',').map(inWords), 'or'),
      without: searchUrl(query, {}, [name]),
    })
  }
  return chips
}

const nameOfSlug = (slug: string): string =>
  slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
