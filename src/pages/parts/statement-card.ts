import { shownWords } from '../../core/wording.ts'
import type { Statement } from '../../record/statements/schema.ts'
import { type Content, html, joined } from '../markup/html.ts'
import { publishedInWords, saidInWords } from '../words/dates.ts'
import { roleInWords, speakerInWords } from '../words/speakers.ts'
import { attributionInWords, POLARITY_WORDS, TYPE_WORDS } from '../words/statements.ts'

/** The most characters of a statement on a card. The page of the statement has all of them. */
const CARD_MAX = 700

/** Returns the address of the page of a statement. */
export const statementPath = (id: string): string => `/statements/${id}`

/** Returns the name of the speaker, as a link to the speaker's page if the record has one. */
export function speakerLink(statement: Pick<Statement, 'speaker'>): Content {
  const { official, organization, attribution } = statement.speaker
  const name = html`<bdi>${speakerInWords(statement)}</bdi>`
  if (official) return html`<a href="/officials/${official.slug}">${name}</a>`
  if (organization && statement.speaker.name === null && attribution !== 'ambiguous')
    return html`<a href="/organizations/${organization.slug}">${name}</a>`
  return name
}

/** Returns the words of a statement, in quotation marks only if they are quoted, with the found words marked. */
export function wordsOf({
  text,
  type,
  highlights = [],
}: Pick<Statement, 'text' | 'type' | 'highlights'>): Content {
  const shown = shownWords(text, type)
  if (highlights.length === 0) return shown
  // Marks around the text move the highlights; marks inside keep their length.
  const shift = shown.length === text.length ? 0 : 1
  const pieces: Content[] = []
  let at = 0
  for (const { start, end } of highlights) {
    pieces.push(shown.slice(at, start + shift), html`<mark>${shown.slice(start + shift, end + shift)}</mark>`)
    at = end + shift
  }
  return [...pieces, shown.slice(at)]
}

/** Returns the words that introduce a paraphrase in the article, such as "said", if they stand before it. */
export const cueOf = ({
  type,
  cue,
  segments,
  polarity,
}: Pick<Statement, 'type' | 'cue' | 'segments' | 'polarity'>): Content =>
  type !== 'direct' &&
  polarity === 'affirmed' &&
  cue &&
  cue.end <= segments[0]!.start &&
  html`<span class="cue">${cue.exact}</span> `

function cutWords(statement: Statement): Content {
  if (statement.text.length <= CARD_MAX) return wordsOf(statement)
  const text = [...statement.text.slice(0, CARD_MAX)]
    .slice(0, -1)
    .join('')
    .replace(/\s+\S*$/u, '')
  const highlights = (statement.highlights ?? []).filter(({ end }) => end <= text.length)
  const open = shownWords(text, statement.type).replace(/”$/u, '')
  return [
    highlights.length > 0 ? wordsOf({ ...statement, text, highlights }) : open,
    html` <span class="cut">[${statement.text.length - text.length} more characters]</span>`,
  ]
}

/** Returns a warning about the review status, if there is one. */
export const statusNote = ({ status, vanished }: Pick<Statement, 'status' | 'vanished'>): Content => [
  status === 'disputed' && html`<strong class="flag">Disputed</strong>`,
  status === 'rejected' && html`<strong class="flag">Rejected by a reviewer</strong>`,
  status === 'verified' && html`<span class="seal">Verified by a person</span>`,
  vanished && html`<strong class="flag">Removed from the article later</strong>`,
]

/** Draws a statement in a list: who, what, when, where published, and how it is known. */
export function statementCard(item: Partial<Statement>, level: 2 | 3 = 3): Content {
  if (item.text === undefined)
    return html`<li class="card"><p class="retracted"><strong>Retracted.</strong> This statement was withdrawn from the record. <a href="${statementPath(item.id!)}">When and why</a></p></li>`
  const statement = item as Statement
  const { article, polarity, said, sightings, type } = statement
  const role = roleInWords(statement)
  const polar = POLARITY_WORDS[polarity]
  const who = html`${speakerLink(statement)}${role && html`<span class="role">, <bdi>${role}</bdi></span>`}`
  const facts = [
    html`<span class="when">${saidInWords(said, article.published)}</span>`,
    html`<span>${article.publisher ? html`<cite><bdi>${article.publisher}</bdi></cite>` : 'publisher unknown'}${said.basis !== 'publication' && `, ${publishedInWords(article.published)}`}</span>`,
    sightings > 1 &&
      html`<a href="${statementPath(statement.id)}#reports">${sightings} reports of these words</a>`,
  ]
  const words = html`<a class="words" href="${statementPath(statement.id)}"><bdi>${cutWords(statement)}</bdi></a>`
  return html`<li class="card ${type}">
${level === 2 ? html`<h2 class="who">${who}</h2>` : html`<h3 class="who">${who}</h3>`}
<p class="said">${cueOf(statement)}${polar && html`<span class="polarity">${polar}: </span>`}${words}</p>
<p class="facts">${joined(facts, html`<span class="dot" aria-hidden="true"> · </span>`)}</p>
<p class="known">${TYPE_WORDS[type]}; ${attributionInWords(statement)} ${statusNote(statement)}</p>
</li>`
}
