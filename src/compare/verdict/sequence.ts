import type { Quoted } from '../../core/span.ts'
import type { ReadStatement, StatementWord } from '../statement/read-statement.ts'

/** Words of a statement, in order, with which a quotation is compared. */
export interface Sequence {
  readonly statement: ReadStatement
  readonly words: readonly StatementWord[]
  readonly keys: readonly string[]
  /** True if some of the words are outside quotation marks. */
  readonly isParaphrase: boolean
}

const sequenceOf = (
  statement: ReadStatement,
  words: readonly StatementWord[],
  isParaphrase: boolean,
): Sequence => ({ statement, words, keys: words.map(({ key }) => key), isParaphrase })

/**
 * Returns the sequences of a statement with which a quotation is compared: the words of the speaker, and these words
 * without sounds ("uh") and without words in brackets of the article. Empty for an indirect statement.
 */
export function quotedSequences(statement: ReadStatement): readonly Sequence[] {
  const known = KNOWN.get(statement)
  if (known) return known
  const found = readSequences(statement)
  KNOWN.set(statement, found)
  return found
}

/** A cache of sequences, because one statement is compared with many quotations, and several times with each. */
const KNOWN = new WeakMap<ReadStatement, readonly Sequence[]>()

function readSequences(statement: ReadStatement): Sequence[] {
  const quoted = statement.words.filter(({ isQuoted }) => isQuoted)
  const plain = quoted.filter(({ isSound, isBracketed }) => !isSound && !isBracketed)
  const sequences = [quoted, ...(plain.length < quoted.length ? [plain] : [])]
  return sequences.filter((words) => words.length > 0).map((words) => sequenceOf(statement, words, false))
}

/** Returns the sequence of all words of a statement, including the words of the report. */
export const wholeSequence = (statement: ReadStatement): Sequence =>
  sequenceOf(
    statement,
    statement.words,
    statement.words.some(({ isQuoted }) => !isQuoted),
  )

/** Returns true for a sound, and for a word in brackets of the article. */
export const isUnspoken = (word: StatementWord | undefined): boolean =>
  word !== undefined && (word.isSound || word.isBracketed)

/** Returns true if words of the report stand between two words of the speaker. */
export function isAcrossReport({ words }: ReadStatement, one: StatementWord, next: StatementWord): boolean {
  for (let index = one.index + 1; index < next.index; index++) {
    if (!words[index]!.isSound && !words[index]!.isBracketed) return true
  }
  return false
}

/**
 * Returns the pieces of the article that hold words. Words of two segments, or with words of the report between them,
 * are in two pieces.
 */
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

/** Returns a piece of a segment with its characters. Offsets refer to the snapshot. */
export function evidence(statement: ReadStatement, segment: number, start: number, end: number): Quoted {
  const { start: offset, exact } = statement.segments[segment]!
  return { start, end, exact: exact.slice(start - offset, end - offset) }
}

export const quotedWord = ({ start, end, exact }: StatementWord): Quoted => ({ start, end, exact })
