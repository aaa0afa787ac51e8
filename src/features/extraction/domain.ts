import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Edtf } from '../../core/edtf.ts'
import { DomainError } from '../../core/errors.ts'
import { isExact, type Quoted, quote, type Span, surroundings } from '../../core/span.ts'
import { extractSlices } from '../../engine/extract.ts'
import { type ExtractedSlice, joinExtractions } from '../../engine/slices.ts'
import type { Extraction, Speaker, Statement } from '../../engine/types.ts'
import type { PrintedSpeaker, Utterance } from '../../record/statements/schema.ts'
import type { ExtractionResult } from './schema.ts'

/** How much of the text on either side of a statement is shown with it, in UTF-16 code units. */
const CONTEXT_LENGTH = 120

/**
 * What the engine found, with the characters every span covers: the form in which findings leave the engine.
 * @throws DomainError `span_mismatch` where a span does not cover its words: evidence that proves nothing.
 */
export function toUtterances(text: string, extraction: Extraction): Utterance[] {
  return extraction.statements.map((statement) => toUtterance(text, statement))
}

function toUtterance(text: string, statement: Statement): Utterance {
  const evidence = (span: Span | null): Quoted | null => span && checked(text, span)
  const segments = statement.content.map((span) => checked(text, span))
  const { said } = statement
  return {
    type: statement.type,
    polarity: statement.polarity,
    verbatim: statement.type === 'direct',
    text: segments.map((segment) => segment.exact).join(' '),
    segments,
    quoted: statement.quoted.map((span) => checked(text, span)),
    speaker: printedSpeaker(statement.speaker, evidence),
    cue: evidence(statement.cue),
    said: {
      edtf: said.edtf,
      earliest: said.earliest,
      latest: said.latest,
      precision: said.precision,
      basis: said.basis,
      expression: evidence(said.expression),
    },
    venue: evidence(statement.venue),
    addressee: evidence(statement.addressee),
    relay: evidence(statement.relay),
    context: contextOf(text, statement.content),
    confidence: statement.confidence,
    rule: statement.rule,
  }
}

function printedSpeaker(speaker: Speaker, evidence: (span: Span | null) => Quoted | null): PrintedSpeaker {
  return {
    name: speaker.name,
    kind: speaker.kind,
    organization: speaker.organization,
    role: speaker.role?.text ?? null,
    former: speaker.role?.former ?? false,
    attribution: speaker.attribution,
    candidates: [...speaker.candidates],
    mention: evidence(speaker.mention),
    antecedent: evidence(speaker.antecedent),
    role_evidence: evidence(speaker.role?.span ?? null),
    rule: speaker.rule,
  }
}

function checked(text: string, span: Span): Quoted {
  const quoted = quote(text, span)
  if (quoted.exact.length !== span.end - span.start || !isExact(text, quoted) || span.start >= span.end) {
    throw new DomainError('span_mismatch', `The span ${span.start}..${span.end} lies outside the text.`)
  }
  return quoted
}

/** The text on either side of some pieces of it. */
export const contextOf = (text: string, content: readonly Span[]): { before: string; after: string } =>
  surroundings(text, { start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0 }, CONTEXT_LENGTH)

/** What a caller asks of a reading. */
export interface ReadingOptions {
  /** When the text was published, where known: relative dates are reckoned from it. */
  readonly published: Edtf | null
  readonly statementsMax: number
  /** Stops the reading at the end of a slice. */
  readonly signal: AbortSignal
}

/**
 * Reads a text that is not kept. Lets other requests go on between two slices of it.
 * @throws DomainError `too_many_statements`; or what `signal` was aborted with.
 */
export async function extractFrom(
  text: string,
  { published, statementsMax, signal }: ReadingOptions,
): Promise<ExtractionResult> {
  const slices: ExtractedSlice[] = []
  let statements = 0
  for (const slice of extractSlices(text, { published, roster: [] })) {
    slices.push(slice)
    statements += slice.found.statements.length
    if (statements > statementsMax) throw tooManyStatements(statements, slice.end, statementsMax)
    await nextTurn()
    signal.throwIfAborted()
  }
  return toResult(text, joinExtractions(slices))
}

/** @param read how many characters of the text hold that many statements. */
function tooManyStatements(statements: number, read: number, most: number): DomainError {
  const part = Math.floor((read / statements) * most * ROOM_FOR_DENSER_PARTS)
  return new DomainError(
    'too_many_statements',
    `The text holds more than ${most} statements, the most that one answer gives. Split it between two paragraphs into parts of at most ${part} characters, and send each by itself.`,
  )
}

/** Parts of a text hold more statements than its average tells. */
const ROOM_FOR_DENSER_PARTS = 0.8

function toResult(text: string, extraction: Extraction): ExtractionResult {
  return {
    statements: toUtterances(text, extraction),
    people: extraction.people.map(({ name, roles, mentions }) => ({
      name,
      roles: roles.map((role) => ({
        title: role.text,
        organization: role.organization,
        former: role.former,
        evidence: checked(text, role.span),
      })),
      mentions: mentions.map((mention) => checked(text, mention)),
    })),
    dates: extraction.dates.map((date) => ({
      expression: checked(text, date),
      edtf: date.edtf,
      earliest: date.earliest,
      latest: date.latest,
      precision: date.precision,
      basis: date.basis,
      rule: date.rule,
    })),
  }
}
