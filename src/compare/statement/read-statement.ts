import type { Quoted } from '../../core/span.ts'
import type { StatementType } from '../../core/vocabulary.ts'
import { isSoundAmong } from '../language/function-words.ts'
import { findBrackets, masked, withItsBrackets } from '../quotation/marks.ts'
import { membershipOf } from '../words/membership.ts'
import { readWords, type Word } from '../words/read-words.ts'
import { isSentenceEnd } from '../words/sentence-ends.ts'

/** The words of a statement on record. Offsets are those of the snapshot. */
export interface RecordedWords {
  readonly type: StatementType
  /** The pieces of the article in order. */
  readonly segments: readonly Quoted[]
  /** The parts in quotation marks. */
  readonly quoted: readonly Quoted[]
}

/** A word of a statement. `start` and `end` are offsets of the snapshot. */
export interface StatementWord extends Word {
  readonly exact: string
  /** The index of the word among the words of the statement. */
  readonly index: number
  /** The text between the previous word of the segment and this word. */
  readonly gap: string
  readonly segment: number
  readonly startsSentence: boolean
  /** True for a word in quotation marks: the speaker's own word. */
  readonly isQuoted: boolean
  /** True for a sound such as "uh". */
  readonly isSound: boolean
  /** True for a word in square brackets: a word of the article's editor. */
  readonly isBracketed: boolean
  /** True if the segment has no lower-case letters. Its capitals then show nothing. */
  readonly isInCapitals: boolean
}

/** A statement with its words read, ready for comparisons. */
export interface ReadStatement {
  readonly type: StatementType
  readonly segments: readonly Quoted[]
  readonly words: readonly StatementWord[]
}

/** Reads the words of a statement once, for any number of comparisons. Takes time linear in its length. */
export function readStatement({ type, segments, quoted }: RecordedWords): ReadStatement {
  const marked = type === 'indirect' ? [] : type === 'direct' && quoted.length === 0 ? segments : quoted
  const inOrder = [...segments].sort((a, b) => a.start - b.start)
  const isQuoted = membershipOf(marked)
  const words: StatementWord[] = []
  inOrder.forEach(({ start: offset, exact }, segment) => {
    const brackets = exact.includes('[') ? findBrackets(exact, []) : []
    const glued = brackets.filter(({ kind }) => kind === 'letters')
    const found = readWords(masked(exact, glued, [])).map((word) =>
      glued.length > 0 ? { ...word, ...withItsBrackets(exact, word) } : word,
    )
    const isBracketed = membershipOf(brackets)
    const isInCapitals = found.length > 1 && !/\p{Ll}/u.test(exact)
    found.forEach((word, index) => {
      const before = found[index - 1]
      const gap = exact.slice(before?.end ?? 0, word.start)
      const wordExact = exact.slice(word.start, word.end)
      const after = exact.slice(word.end, word.end + 2)
      const key = words.at(-1)?.key ?? ''
      const [start, end] = [word.start + offset, word.end + offset]
      const isSetOff =
        /[,.;…—–-]/u.test(gap) || /^\s?[,.;…—–-]/u.test(after) || (!before && words.length === 0)
      words.push({
        start,
        end,
        cased: word.cased,
        key: word.key,
        exact: wordExact,
        index: words.length,
        gap,
        segment,
        startsSentence:
          words.length === 0 || isSentenceEnd(key, before ? gap : tailOf(inOrder, segment - 1), wordExact),
        isQuoted: isQuoted({ start, end }),
        isSound: isSoundAmong(word.key, before?.key ?? '', found[index + 1]?.key ?? '', isSetOff),
        isBracketed: isBracketed(word),
        isInCapitals,
      })
    })
  })
  return { type, segments: inOrder, words }
}

/** Returns the text after the last word of a segment, and a space for the separation of the segments. */
function tailOf(segments: readonly Quoted[], segment: number): string {
  const { exact } = segments[segment] ?? { exact: '' }
  return `${/[^\p{L}\p{N}]*$/u.exec(exact.slice(-12))?.[0] ?? ''} `
}
