import { lowerAt, type Words } from '../../reader/words.ts'

/** Returns true for a mark at which an appositive ends, and at `limit`. */
export const isPause = (words: Words, index: number, limit: number): boolean =>
  index >= limit || /^[,.;:—!?)"]$/.test(lowerAt(words, index))
