import type { Pair } from './types.ts'

/** Spans in comparable form: trimmed to letters and digits, sorted, and merged if only punctuation lies between. */
export type Intervals = readonly Pair[]

const WORD = /[\p{L}\p{N}]/u

const isWord = (text: string, index: number): boolean => WORD.test(text[index] ?? '')

function trimmed(text: string, [from, to]: Pair): Pair {
  let start = from
  let end = to
  while (start < end && !isWord(text, start)) start++
  while (end > start && !isWord(text, end - 1)) end--
  return [start, end]
}

/** Converts spans of a text to intervals; no spans give no intervals. */
export function toIntervals(text: string, spans: readonly Pair[] | null | undefined): Intervals {
  const pieces = (spans ?? [])
    .map((span) => trimmed(text, span))
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [start, end] of pieces) {
    const last = joined.at(-1)
    if (last && (start <= last[1] || !WORD.test(text.slice(last[1], start)))) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

/** Returns the total length in UTF-16 code units. */
export const sizeOf = (intervals: Intervals): number =>
  intervals.reduce((sum, [start, end]) => sum + end - start, 0)

/** Returns the length that two sets of intervals have in common, in UTF-16 code units. */
export function common(a: Intervals, b: Intervals): number {
  let sum = 0
  for (const [startA, endA] of a) {
    for (const [startB, endB] of b) sum += Math.max(0, Math.min(endA, endB) - Math.max(startA, startB))
  }
  return sum
}

/** Returns true if two sets of intervals are identical. */
export const equal = (a: Intervals, b: Intervals): boolean =>
  a.length === b.length && a.every(([start, end], index) => start === b[index]?.[0] && end === b[index]?.[1])

/** Returns true if the two overlap, or if both are empty. */
export const agree = (gold: Intervals, predicted: Intervals): boolean =>
  gold.length > 0 ? common(gold, predicted) > 0 : predicted.length === 0
