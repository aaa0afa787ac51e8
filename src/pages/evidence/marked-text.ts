import type { Span } from '../../core/span.ts'
import { type Content, html } from '../markup/html.ts'
import { type Run, runsOf } from './runs.ts'

/** Words of a text that are marked, with a number and a note. */
export interface MarkedWords {
  readonly number: number
  /** Distinguishes the words on the page. The link in the text is `s-{id}`, and the note `n-{id}`. */
  readonly id: string
  /** The pieces, in text order. */
  readonly segments: readonly Span[]
  /** What screen readers say of the words, such as the speaker. */
  readonly label: string
  /** The class of the marks. */
  readonly className: string
}

/** A line of a text, with the line breaks after it. */
const LINES = /[^\n]+\n*|\n+/g

/**
 * Draws a part of a text in paragraphs. Before marked words stands their number, a link to their note.
 */
export function markedText(text: string, part: Span, marked: readonly MarkedWords[]): Content {
  const spans = marked.flatMap((one) => one.segments.map(({ start, end }) => ({ start, end, mark: one })))
  const lines = [...text.slice(part.start, part.end).matchAll(LINES)].map(({ 0: line, index }) => ({
    start: part.start + index,
    end: part.start + index + line.length,
  }))
  return lines.map(
    (line) =>
      html`<p dir="auto">${runsOf(text, line, spans).map((run, at, runs) => drawn(run, runs[at - 1], runs[at + 1]))}</p>`,
  )
}

/** An opening quotation mark at the end of a piece. The number stands before it. */
const OPENING = /["“„«‘]$/u

const opensBefore = (run: WordsRun | undefined): boolean => run?.marks.length === 0 && OPENING.test(run.exact)

type WordsRun = Run<MarkedWords>

const beginningIn = (run: WordsRun | undefined): MarkedWords[] =>
  run?.marks.filter(({ segments }) => segments[0]!.start === run.start) ?? []

function drawn(run: WordsRun, before: WordsRun | undefined, after: WordsRun | undefined): Content {
  const { exact, marks } = run
  if (marks.length === 0) {
    const next = opensBefore(run) ? beginningIn(after) : []
    return next.length === 0 ? exact : [exact.slice(0, -1), next.map(reference), exact.slice(-1)]
  }
  // The words that begin last is inside the others.
  const innermost = marks.at(-1)!
  return html`${!opensBefore(before) && beginningIn(run).map(reference)}<mark class="q ${innermost.className}" data-n="${marks.map(({ number }) => number).join(' ')}">${exact}</mark>`
}

const reference = ({ number, id, label }: MarkedWords): Content =>
  html`<a class="ref" id="s-${id}" href="#n-${id}"><span class="vh">Statement </span>${number}<span class="vh">, ${label}: </span></a>`
