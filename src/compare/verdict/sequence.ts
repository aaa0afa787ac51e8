import type { Quoted } from '../../core/span.ts'
import type { ReadStatement, StatementWord } from '../statement/read-statement.ts'

/** Words of a statement in the order in which a quotation is compared with them. */
export interface Sequence {
  readonly statement: ReadStatement
  readonly words: readonly StatementWord[]
  readonly keys: readonly string[]
  /** True if words outside of quotation marks are among them. */
  readonly isParaphrase: boolean
}

const sequenceOf = (
  statement: ReadStatement,
  words: readonly StatementWord[],
  isParaphrase: boolean,
): Sequence => ({ statement, words, keys: words.map(({ key }) => key), isParaphrase })

/**
 * Returns the sequences of a statement that a quotation may follow: the speaker's words, and the same without sounds
 * ("uh") and without what the article has in brackets. Empty for an indirect statement.
 */
export function quotedSequences(statement: ReadStatement): readonly Sequence[] {
  const known = KNOWN.get(statement)
  if (known) return known
  const found = readSequences(statement)
  KNOWN.set(statement, found)
  return found
}

/** The sequences of statements: one statement is compared with many quotations, and several times with each. */
const KNOWN = new WeakMap<ReadStatement, readonly Sequence[]>()

function readSequences(statement: ReadStatement): Sequence[] {
  const quoted = statement.words.filter(({ isQuoted }) => isQuoted)
  const plain = quoted.filter(({ isSound, isBracketed }) => !isSound && !isBracketed)
  const sequences = [quoted, ...(plain.length < quoted.length ? [plain] : [])]
  return sequences.filter((words) => words.length > 0).map((words) => sequenceOf(statement, words, false))
}

/** Returns all words of a statement, the report's included. */
export const wholeSequence = (statement: ReadStatement): Sequence =>
  sequenceOf(
    statement,
    statement.words,
    statement.words.some(({ isQuoted }) => !isQuoted),
  )

/** Returns true for a sound, and for a word that the article has in brackets. */
export const isUnspoken = (word: StatementWord | undefined): boolean =>
  word !== undefined && (word.isSound || word.isBracketed)

/** Returns true if words of the report stand between two words of the speaker. */
export function isAcrossReport({ words }: ReadStatement, one: StatementWord, next: StatementWord): boolean {
  for (let index = one.index + 1; index < next.index; index++) {
    if (!words[index]!.isSound && !words[index]!.isBracketed) return true
  }
  return false
}

/** Returns the pieces of the article that hold words, one for each segment and for each part without a gap. */
export function piecesOf(statement: ReadStatement, words: readonly StatementWord[]): Quoted[] {
  const pieces: { first: StatementWord; last: StatementWord }[] = []
  for (const word of words) {
    const piece = pieces.at(-1)
    const goesOn = piece?.last.segment === word.segment && !isAcrossReport(statement, piece.last, word)
    if (piece && goesOn) piece.last = word
    else pieces.push({ first: word, last: word })
  }
  return pieces.map(({ first, last }) => evidence(statement, first.segment, first.start, last.end))
}

/** Returns a piece of a segment with its characters. Offsets are those of the snapshot. */
export function evidence(statement: ReadStatement, segment: number, start: number, end: number): Quoted {
  const { start: offset, exact } = statement.segments[segment]!
  return { start, end, exact: exact.slice(start - offset, end - offset) }
}

export const quotedWord = ({ start, end, exact }: StatementWord): Quoted => ({ start, end, exact })
