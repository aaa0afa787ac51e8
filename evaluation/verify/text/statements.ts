import { type ReadStatement, readStatement } from '../../../src/compare/index.ts'
import type { Quoted } from '../../../src/core/span.ts'
import type { Random } from '../random.ts'
import { otherSentence } from './other-languages.ts'
import { englishSentence, reportedClause } from './sentences.ts'
import { type MadeSpeaker, makeSpeakers } from './speakers.ts'
import { type Token, textOf } from './token.ts'

/** A statement on record, with the words of which it was made. */
export interface MadeStatement {
  readonly id: string
  readonly statement: ReadStatement
  readonly speaker: MadeSpeaker
  /** The sentences that the speaker said, in order. */
  readonly sentences: readonly (readonly Token[])[]
  /** The words of the report before the quoted words; empty if all words are quoted. */
  readonly report: readonly Token[]
  readonly isEnglish: boolean
}

/** The material of one run. */
export interface MadeRecord {
  readonly statements: readonly MadeStatement[]
  readonly speakers: readonly MadeSpeaker[]
}

const SHARE_IN_OTHER_LANGUAGES = 0.05
const STATEMENTS_OF_A_SPEAKER = 8

/** Makes a record of statements that all differ in their words. */
export function makeRecord(count: number, random: Random): MadeRecord {
  const speakers = makeSpeakers(Math.max(20, Math.ceil(count / STATEMENTS_OF_A_SPEAKER)), random)
  const known = new Set<string>()
  const statements: MadeStatement[] = []
  while (statements.length < count) {
    const made = makeStatement(`s${statements.length}`, random.pick(speakers), random)
    const texts = made.sentences.map(textOf)
    if (texts.some((text) => known.has(text))) continue
    for (const text of texts) known.add(text)
    statements.push(made)
  }
  return { statements, speakers }
}

function makeStatement(id: string, speaker: MadeSpeaker, random: Random): MadeStatement {
  const isEnglish = !random.chance(SHARE_IN_OTHER_LANGUAGES)
  const count = random.pick([1, 1, 1, 2, 2, 3])
  const sentences = Array.from({ length: count }, () =>
    isEnglish ? englishSentence(random) : otherSentence(random),
  )
  const shape = isEnglish ? random.pick(['whole', 'whole', 'whole', 'interrupted', 'mixed']) : 'whole'
  const report = shape === 'mixed' ? reportedClause(random) : []
  return { id, statement: printed(sentences, report, shape, random), speaker, sentences, report, isEnglish }
}

/** Prints a statement in an article: whole, in pieces with narration between, or after words of the report. */
function printed(
  sentences: readonly (readonly Token[])[],
  report: readonly Token[],
  shape: string,
  random: Random,
): ReadStatement {
  const words = typeset(sentences.map(textOf).join(' '), random)
  const start = random.integer(2_000)
  if (shape === 'mixed') {
    const before = `${textOf(report)} and that “`
    const exact = `${before}${words}”`
    const quoted = [{ start: start + before.length, end: start + exact.length - 1, exact: words }]
    return readStatement({ type: 'mixed', segments: [{ start, end: start + exact.length, exact }], quoted })
  }
  const pieces = shape === 'interrupted' ? inPieces(words, random) : [words]
  let at = start
  const segments = pieces.map((exact): Quoted => {
    const piece = { start: at, end: at + exact.length, exact }
    at = piece.end + random.between(12, 60)
    return piece
  })
  return readStatement({ type: 'direct', segments, quoted: segments })
}

/** Sets marks as an article prints them. */
function typeset(text: string, random: Random): string {
  const curly = random.chance(0.6) ? text.replaceAll("'", '’') : text
  const dashed = random.chance(0.1) ? curly.replace(', and', ' — and') : curly
  return random.chance(0.06) ? dashed.replace(', ', random.pick([', uh, ', ', um, '])) : dashed
}

/** Cuts a text at a space near its middle, as articles do for "she said". */
function inPieces(text: string, random: Random): string[] {
  const spaces = Array.from(text.matchAll(/ /gu), ({ index }) => index)
  if (spaces.length < 4) return [text]
  const at = spaces[random.between(1, spaces.length - 2)]!
  return [text.slice(0, at), text.slice(at + 1)]
}
