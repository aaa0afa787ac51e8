import type { Token } from '../../types/document.ts'

/** A username: "@ferry_watch". */
export const HANDLE = /^@[\p{L}\d_.]+$/u

/** Returns true for a time of day: "21:04", "9.15". */
export const isClock = (text: string): boolean => /^\d{1,2}:\d\d(?::\d\d)?$/.test(text)

/** The longest label without a description, in tokens. */
export const LONGEST_LABEL = 7

/** Words in lower case inside names and offices. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'of for in the and to pro tempore hon. de da do dos del della di du la le van von der den ten bin bint al el y e'.split(
    ' ',
  ),
)

/** The words of a label and its mark, as tokens. */
export interface Found {
  readonly kind: 'colon' | 'stop' | 'title' | 'letter' | 'voice'
  /** The first token of the words, if a mark stands before it. */
  readonly textFirst?: number
  /** The token after the words of the label, and the token after its mark. */
  readonly textEnd: number
  readonly end: number
  readonly spoken: boolean
}

const MOST_MARKS = 4

/** Skips the marks of captions, lists and bold words: ">> LEE:", "- Lee:", "**Lee:**". */
export function afterMarks(tokens: readonly Token[], first: number, last: number): number {
  let at = first
  while (at < last && at - first < MOST_MARKS && /^[>*•–—-]$/.test(tokens[at]?.text ?? '')) at++
  return at < last ? at : first
}
