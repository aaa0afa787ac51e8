import type { Span } from '../../../core/span.ts'
import type { NameKind } from '../../../core/vocabulary.ts'
import type { KnownName, NameReading } from './name-reading.ts'
import type { ReadPeriod } from './periods.ts'
import { shareWords, type WordRange } from './range.ts'
import type { QuestionWord } from './words.ts'

/** Parameters of a list of statements, with their values. */
export type Parameters = Readonly<Record<string, readonly string[]>>

/** A part of a question, and its reading. */
export interface ReadPart extends Span {
  readonly text: string
  readonly kind: NameKind | 'said' | 'published' | 'words' | 'ignored'
  /** The parameters that the part becomes; empty if the part is ignored. */
  readonly filters: Parameters
  /** The names of the records in the filters. */
  readonly names: readonly string[]
  /** Other records that the part may mean. */
  readonly others: readonly KnownName[]
  readonly note: string | null
}

/** The readings of the words of a question. All other words are searched. */
export interface Draft {
  readonly names: readonly NameReading[]
  readonly periods: readonly ReadPeriod[]
  readonly ignored: ReadonlySet<number>
}

const IGNORED_NAME = 'Ignored, because this word only asks. To find the name, write it in full.'

type Piece = WordRange & Pick<ReadPart, 'kind' | 'filters' | 'names' | 'others' | 'note'>
const PLAIN = { names: [], others: [], note: null }

/**
 * Returns the parts of a question, in order and without overlap. Words that are neither read nor ignored become parts
 * to search.
 */
export function partsOf(
  question: string,
  words: readonly QuestionWord[],
  draft: Draft,
  given: ReadonlySet<string>,
): ReadPart[] {
  const pieces: Piece[] = [
    ...draft.names.map((name) => pieceOfName(name, words, draft.ignored)),
    ...draft.periods.map((period) => pieceOfPeriod(period, given)),
  ]
  const isTaken = (index: number): boolean =>
    pieces.some((piece) => shareWords(piece, { first: index, last: index + 1 }))
  for (let first = 0; first < words.length; ) {
    const isIgnored = draft.ignored.has(first)
    let last = first
    while (last < words.length && !isTaken(last) && draft.ignored.has(last) === isIgnored) last++
    if (last > first) {
      const range = { first, last }
      pieces.push({
        ...range,
        ...PLAIN,
        ...(isIgnored ? { kind: 'ignored', filters: {} } : asWords(words, range)),
      })
    }
    first = Math.max(last, first + 1)
  }
  return pieces
    .sort((a, b) => a.first - b.first)
    .map(({ first, last, ...piece }) => {
      const [start, end] = [words[first]!.start, words[last - 1]!.end]
      return { start, end, text: question.slice(start, end), ...piece }
    })
}

const asWords = (words: readonly QuestionWord[], { first, last }: WordRange) => ({
  kind: 'words' as const,
  filters: { q: words.slice(first, last).map(({ text }) => text) },
})

function pieceOfName(
  { first, last, taken, others, note }: NameReading,
  words: readonly QuestionWord[],
  ignored: ReadonlySet<number>,
): Piece {
  const range = { first, last }
  const [one] = taken
  if (!one && last === first + 1 && ignored.has(first))
    return { ...range, ...PLAIN, kind: 'ignored', filters: {}, others, note: IGNORED_NAME }
  if (!one) return { ...range, ...asWords(words, range), names: [], others, note }
  const filters = filterFor(taken)
  return { ...range, kind: one.kind, filters, names: taken.map(({ name }) => name), others, note }
}

/** Returns the filter for records, which are all of one kind. */
export const filterFor = (names: readonly KnownName[]): Parameters => ({
  [names[0]!.kind]: names.map(({ slug, name }) => slug ?? name),
})

function pieceOfPeriod({ first, last, kind, from, to }: ReadPeriod, given: ReadonlySet<string>): Piece {
  const range = { first, last }
  const isGiven = given.has(`${kind}_from`) || given.has(`${kind}_to`)
  if (isGiven)
    return {
      ...range,
      ...PLAIN,
      kind: 'ignored',
      filters: {},
      note: `Ignored, because the request has ${kind}_from or ${kind}_to.`,
    }
  const filters = { ...(from && { [`${kind}_from`]: [from] }), ...(to && { [`${kind}_to`]: [to] }) }
  return { ...range, ...PLAIN, kind, filters }
}
