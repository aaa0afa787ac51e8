/** Neighboring words of a question, by their indexes: `[first, last)`. */
export interface WordRange {
  readonly first: number
  readonly last: number
}

export const shareWords = (a: WordRange, b: WordRange): boolean => a.first < b.last && b.first < a.last

export const size = ({ first, last }: WordRange): number => last - first
