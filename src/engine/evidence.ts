import { DomainError } from '../core/errors.ts'
import { isExact, type Quoted, quote, type Span, surroundings } from '../core/span.ts'
import { wordingOf } from '../core/wording.ts'
import type { DateExpression, Extraction, Said, Speaker, Statement } from './types/extraction.ts'

/** The length of the context on each side of a statement, in UTF-16 code units. */
const CONTEXT_LENGTH = 120

/** The text on each side of a statement. */
export interface StatementContext {
  before: string
  after: string
}

/** A speaker as the text prints it, each span with its characters. */
export interface CheckedSpeaker
  extends Pick<Speaker, 'name' | 'kind' | 'organization' | 'attribution' | 'rule'> {
  candidates: string[]
  /** The role as printed; null if there is none. */
  role: string | null
  /** True if the text calls the role a former role. */
  former: boolean
  mention: Quoted | null
  antecedent: Quoted | null
  role_evidence: Quoted | null
}

/** A statement as it leaves the engine: each span with the characters that prove it. */
export interface CheckedStatement extends Pick<Statement, 'type' | 'polarity' | 'confidence' | 'rule'> {
  /** True if every word stands in quotation marks. */
  verbatim: boolean
  /**
   * The words to read. "…" stands between pieces that are apart, quotation marks are balanced, and the comma before the
   * cue is dropped.
   */
  text: string
  segments: Quoted[]
  quoted: Quoted[]
  speaker: CheckedSpeaker
  cue: Quoted | null
  said: Omit<Said, 'expression'> & { expression: Quoted | null }
  speaker_confidence: number | null
  venue: Quoted | null
  addressee: Quoted | null
  relay: Quoted | null
  /** The piece of another statement that holds these words. */
  within: Quoted | null
  context: StatementContext
}

/** A person of the text with the roles printed beside the name. */
export interface CheckedPerson {
  name: string
  roles: { title: string; organization: string | null; former: boolean; evidence: Quoted }[]
  mentions: Quoted[]
}

/** A date expression with its characters. */
export type CheckedDate = Omit<DateExpression, 'start' | 'end'> & { expression: Quoted }

/** Everything that the engine found in a text, each span with its characters. */
export interface CheckedExtraction {
  statements: CheckedStatement[]
  people: CheckedPerson[]
  dates: CheckedDate[]
}

/** Returns the statements of an extraction, each as `checkStatement` returns it. @throws DomainError `span_mismatch`. */
export const checkStatements = (text: string, { statements }: Extraction): CheckedStatement[] =>
  statements.map((statement) => checkStatement(text, statement))

/**
 * Returns a whole extraction, each span with the characters it covers in `text`.
 * @throws DomainError `span_mismatch` if a span is empty or lies outside the text. Pass the text that was extracted.
 */
export const checkExtraction = (text: string, extraction: Extraction): CheckedExtraction => ({
  statements: checkStatements(text, extraction),
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
})

/** Returns the text on each side of the pieces of a statement, at most 120 UTF-16 code units each. */
export const contextOf = (text: string, content: readonly Span[]): StatementContext =>
  surroundings(text, { start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0 }, CONTEXT_LENGTH)

/**
 * Returns a statement of an extraction, each span with the characters it covers in `text`.
 * @throws DomainError `span_mismatch` if a span is empty or lies outside the text. Pass the text that was extracted.
 */
export function checkStatement(text: string, statement: Statement): CheckedStatement {
  const evidence = (span: Span | null): Quoted | null => span && checked(text, span)
  const segments = statement.content.map((span) => checked(text, span))
  const { said } = statement
  return {
    type: statement.type,
    polarity: statement.polarity,
    verbatim: statement.type === 'direct',
    text: wordingOf(text, statement.content),
    segments,
    quoted: statement.quoted.map((span) => checked(text, span)),
    speaker: checkSpeaker(statement.speaker, evidence),
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
    within: evidence(statement.within),
    context: contextOf(text, statement.content),
    confidence: statement.confidence,
    speaker_confidence: statement.speakerConfidence,
    rule: statement.rule,
  }
}

const checkSpeaker = (speaker: Speaker, evidence: (span: Span | null) => Quoted | null): CheckedSpeaker => ({
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
})

function checked(text: string, span: Span): Quoted {
  const quoted = quote(text, span)
  if (quoted.exact.length !== span.end - span.start || !isExact(text, quoted) || span.start >= span.end) {
    throw new DomainError(
      'span_mismatch',
      `The span ${span.start}..${span.end} is empty or lies outside the text. Pass the text that was extracted.`,
    )
  }
  return quoted
}
