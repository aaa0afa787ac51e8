import type { Span } from '../../core/span.ts'
import type { Statement } from '../../record/statements/schema.ts'
import { evidenceOf } from '../../record/utterances/domain.ts'
import { type Content, html } from '../markup/html.ts'
import { type MarkedSpan, type Run, runsOf } from './runs.ts'
import { windowsAround } from './windows.ts'

/** The kinds of evidence that are marked, with their words in the legend. */
const EVIDENCE = {
  content: 'what was said',
  cue: 'the words that report it',
  speaker: 'who is named here',
  antecedent: 'who that is: the earlier mention',
  role: 'the role',
  date: 'the words that give the date',
  venue: 'where',
  addressee: 'to whom',
  relay: 'through whom it reached the article',
} as const
type Evidence = keyof typeof EVIDENCE

/** Returns the places of the words and of the other evidence of a statement. */
const placesOf = (statement: Statement): MarkedSpan<Evidence>[] => [
  ...statement.segments.map(({ start, end }) => ({ start, end, mark: 'content' as const })),
  ...evidenceOf(statement).map(([mark, { start, end }]) => ({ start, end, mark })),
]

/** Draws the places of an article that prove a statement, with every piece of evidence marked, and a legend. */
export function passage(text: string, statement: Statement): Content {
  const spans = placesOf(statement)
  const windows = windowsAround(text, spans)
  const kinds = (Object.keys(EVIDENCE) as Evidence[]).filter((kind) =>
    spans.some(({ mark }) => mark === kind),
  )
  return html`<div class="passage">${windows.map(
    (window, index) =>
      html`<p dir="auto">${cutBefore(text, window, index) && html`<span class="gap-mark">[…] </span>`}${runsOf(text, window, spans).map((run, at, runs) => drawn(run, runs[at - 1], runs[at + 1]))}${index === windows.length - 1 && cutAfter(text, window) && html`<span class="gap-mark"> […]</span>`}</p>`,
  )}</div>
<ul class="legend marks" aria-label="Legend">${kinds.map(
    (kind) => html`<li><span class="m ${kind}" aria-hidden="true">abc</span> ${EVIDENCE[kind]}</li>`,
  )}</ul>`
}

const cutBefore = (text: string, { start }: Span, index: number): boolean =>
  index > 0 || text.slice(0, start).trim() !== ''
const cutAfter = (text: string, { end }: Span): boolean => text.slice(end).trim() !== ''

/** Draws a piece of the text. Where a mark begins or ends, words for screen readers say so, because few announce marks. */
function drawn(
  { exact, marks }: Run<Evidence>,
  before: Run<Evidence> | undefined,
  after: Run<Evidence> | undefined,
): Content {
  if (marks.length === 0) return exact
  const begins = marks.filter((mark) => !before?.marks.includes(mark))
  const ends = marks.filter((mark) => !after?.marks.includes(mark))
  return html`<mark class="m ${marks.join(' ')}">${begins.map((mark) => html`<span class="vh"> [${EVIDENCE[mark]}: </span>`)}<span>${exact}</span>${ends.map(() => html`<span class="vh">] </span>`)}</mark>`
}
