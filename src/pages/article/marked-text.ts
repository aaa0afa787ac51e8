import type { Span } from '../../core/span.ts'
import { type Run, runsOf } from '../evidence/runs.ts'
import { type Content, html } from '../markup/html.ts'
import { speakerInWords, TYPE_WORDS } from '../words/statements.ts'
import type { NumberedStatement } from './read.ts'
import type { Voices } from './voices.ts'

/** A line of a text, with the line breaks after it. */
const LINES = /[^\n]+\n*|\n+/g

/**
 * Draws a part of a text in paragraphs. The words of each statement are marked in the color and pattern of its speaker.
 * Before them stands the number of the statement, a link to its note.
 */
export function markedText(
  text: string,
  part: Span,
  statements: readonly NumberedStatement[],
  voices: Voices,
): Content {
  const spans = statements.flatMap((one) =>
    one.statement.segments.map(({ start, end }) => ({ start, end, mark: one })),
  )
  const lines = [...text.slice(part.start, part.end).matchAll(LINES)].map(({ 0: line, index }) => ({
    start: part.start + index,
    end: part.start + index + line.length,
  }))
  return lines.map(
    (line) =>
      html`<p dir="auto">${runsOf(text, line, spans).map((run, at, runs) => drawn(run, runs[at - 1], runs[at + 1], voices))}</p>`,
  )
}

/** An opening quotation mark at the end of a piece. The number stands before it. */
const OPENING = /["“„«‘]$/u

const opensBefore = (run: StatementRun | undefined): boolean =>
  run?.marks.length === 0 && OPENING.test(run.exact)

type StatementRun = Run<NumberedStatement>

const beginningIn = (run: StatementRun | undefined): NumberedStatement[] =>
  run?.marks.filter(({ statement }) => statement.segments[0]!.start === run.start) ?? []

function drawn(
  run: StatementRun,
  before: StatementRun | undefined,
  after: StatementRun | undefined,
  voices: Voices,
): Content {
  const { exact, marks } = run
  if (marks.length === 0) {
    const next = opensBefore(run) ? beginningIn(after) : []
    return next.length === 0 ? exact : [exact.slice(0, -1), next.map(reference), exact.slice(-1)]
  }
  // The statement that begins last is inside the others.
  const innermost = marks.at(-1)!
  return html`${!opensBefore(before) && beginningIn(run).map(reference)}<mark class="q ${voices.classOf(innermost.statement)}" data-n="${marks.map(({ number }) => number).join(' ')}">${exact}</mark>`
}

const reference = ({ number, statement }: NumberedStatement): Content =>
  html`<a class="ref" id="s-${statement.id}" href="#n-${statement.id}"><span class="vh">Statement </span>${number}<span class="vh">, ${speakerInWords(statement)}, ${TYPE_WORDS[statement.type]}: </span></a>`
