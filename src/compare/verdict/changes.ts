import { type Quoted, quote as quoteSpan } from '../../core/span.ts'
import type { QuoteWord } from '../quotation/read-quotation.ts'
import type { StatementWord } from '../statement/read-statement.ts'
import { formOf, readWording, type Wording } from './forms.ts'
import { IS_FORM, labelOf } from './label.ts'
import { evidence, type Sequence } from './sequence.ts'
import type { Change, ChangeKind } from './types.ts'

/** Words of a quotation, and the words of the statement in their place. Either side may be empty. */
export interface Region {
  /** `[from, to)` among the words of the quotation. */
  readonly quote: readonly [number, number]
  /** `[from, to)` among the words of the sequence. */
  readonly source: readonly [number, number]
}

/** A change, and its region. */
export interface RegionChange extends Region {
  readonly kind: ChangeKind
}

/** The most changes among which changes of order are searched. */
const ORDERED_MAX = 150

/**
 * Returns the changes in each region. If one kind of change explains a region, it is one change. Otherwise each word is
 * a change.
 */
export function nameChanges(
  quoted: readonly QuoteWord[],
  words: readonly StatementWord[],
  regions: readonly Region[],
): RegionChange[] {
  const changes =
    regions.length > SEARCHED_MAX
      ? regions.map((region) => ({
          ...region,
          kind: labelOf(quoted.slice(...region.quote), words.slice(...region.source)),
        }))
      : regions.flatMap((region) => split(quoted, words, region))
  return changes.length > ORDERED_MAX ? changes : withOrder(quoted, words, changes)
}

/** The most words on either side of a region in which other forms of words are searched. */
const FORMS_MAX = 8
/** The most words of one form: "two hundred and five". */
export const FORM_MAX = 4
/** The most regions in which other forms of words are searched. The limit bounds the time. */
const SEARCHED_MAX = 60

function split(
  quoted: readonly QuoteWord[],
  words: readonly StatementWord[],
  region: Region,
): RegionChange[] {
  const [now, then] = [quoted.slice(...region.quote), words.slice(...region.source)]
  const kind = labelOf(now, then)
  if (now.length === 0 || then.length === 0 || IS_FORM.has(kind)) return [{ ...region, kind }]
  const form = findForm(now, then)
  if (form) {
    const [q, s] = [region.quote[0], region.source[0]]
    const before: Region = { quote: [q, q + form.quote[0]], source: [s, s + form.source[0]] }
    const inside: Region = {
      quote: [before.quote[1], q + form.quote[1]],
      source: [before.source[1], s + form.source[1]],
    }
    const after: Region = {
      quote: [inside.quote[1], region.quote[1]],
      source: [inside.source[1], region.source[1]],
    }
    return [before, inside, after].filter(hasWords).flatMap((part) => split(quoted, words, part))
  }
  if (now.length !== then.length || now.length === 1) return [{ ...region, kind }]
  return now.flatMap((_, index) => {
    const [q, s] = [region.quote[0] + index, region.source[0] + index]
    return split(quoted, words, { quote: [q, q + 1], source: [s, s + 1] })
  })
}

const hasWords = ({ quote, source }: Region): boolean => quote[0] < quote[1] || source[0] < source[1]

/** Finds words that have another form on the other side of a region: "$35 million", "$35,000,000". */
function findForm(now: readonly QuoteWord[], then: readonly StatementWord[]): Region | null {
  if (now.length + then.length === 2 || now.length > FORMS_MAX || then.length > FORMS_MAX) return null
  const [quoted, recorded] = [wordingsAt(now), wordingsAt(then)]
  for (const [q, ofQuote] of quoted.entries()) {
    for (const [s, ofSource] of recorded.entries()) {
      for (const one of ofQuote) {
        const other = ofSource.find((wording) => formOf(one, wording) !== null)
        if (other) return { quote: [q, q + one.words.length], source: [s, s + other.words.length] }
      }
    }
  }
  return null
}

/** Returns the wordings that begin at each word, the longest first. */
function wordingsAt(words: readonly { readonly key: string }[]): Wording[][] {
  const keys = words.map(({ key }) => key)
  return keys.map((_, at) => {
    const longest = Math.min(FORM_MAX, keys.length - at)
    return Array.from({ length: longest }, (__, index) => readWording(keys.slice(at, at + longest - index)))
  })
}

/**
 * Returns the number of words of the statement in the place of the first or last words of a quotation. If some words
 * are another form of the quotation's words, returns their number. Otherwise returns the number of the quotation's
 * words.
 * @param now the first or last words of the quotation.
 * @param count the most words that can be in their place.
 * @param take returns the nearest `count` words.
 */
export function countInPlace(
  now: readonly QuoteWord[],
  count: number,
  take: (count: number) => readonly StatementWord[],
): number {
  if (now.length > FORM_MAX) return Math.min(now.length, count)
  for (let tried = 1; tried <= Math.min(count, FORM_MAX); tried++) {
    if (IS_FORM.has(labelOf(now, take(tried)))) return tried
  }
  return Math.min(now.length, count)
}

/**
 * Recognizes moved words: added in one place and left out in another, or two words swapped. A negation does not count
 * as moved, because in another place it denies something else.
 */
function withOrder(
  quoted: readonly QuoteWord[],
  words: readonly StatementWord[],
  changes: readonly RegionChange[],
): RegionChange[] {
  const now = changes.map(({ quote }) => keysOf(quoted.slice(...quote)))
  const then = changes.map(({ source }) => keysOf(words.slice(...source)))
  const result = [...changes]
  const done = new Set<number>()
  for (const [i] of changes.entries()) {
    for (let j = i + 1; j < changes.length && !done.has(i); j++) {
      if (
        changes[i]!.kind === 'negation' ||
        done.has(j) ||
        now[i] !== then[j] ||
        then[i] !== now[j] ||
        now[i] === then[i]
      )
        continue
      done.add(i).add(j)
      // The words in the place of the quotation, and in the place of the statement.
      const from = now[i] === '' ? j : i
      result[from] = {
        kind: 'order',
        quote: changes[from]!.quote,
        source: changes[from === i ? j : i]!.source,
      }
      result[from === i ? j : i] = { kind: 'order', quote: [0, 0], source: [0, 0] }
    }
  }
  return result.filter(hasWords)
}

/** Returns sorted words, so that moved words are recognized even if their order changed. */
const keysOf = (words: readonly { readonly key: string }[]): string =>
  words
    .map(({ key }) => key)
    .sort()
    .join(' ')

/** Returns a change with the characters of both sides. An empty side has the offset at which words are missing. */
export function showChange(
  text: string,
  quoted: readonly QuoteWord[],
  sequence: Sequence,
  { kind, quote, source }: RegionChange,
): Change {
  const inQuote = quoteSpan(text, spanOf(quoted, quote))
  const { exact } = inQuote
  const isMarked = /[[\]]/.test(exact) || text[inQuote.start - 1] === '['
  return { kind, quote: inQuote, statement: placeOf(sequence, source), isMarked }
}

function spanOf(words: readonly QuoteWord[], [from, to]: readonly [number, number]) {
  if (from < to) return { start: words[from]!.start, end: words[to - 1]!.end }
  const at = words[from]?.start ?? words.at(-1)?.end ?? 0
  return { start: at, end: at }
}

/** Returns the words `[from, to)` of a sequence within their first segment, or an empty place before word `from`. */
function placeOf({ statement, words }: Sequence, [from, to]: readonly [number, number]): Quoted {
  const first = words[from]
  if (!first) {
    const last = words.at(-1)
    return last ? evidence(statement, last.segment, last.end, last.end) : { start: 0, end: 0, exact: '' }
  }
  if (from >= to) return evidence(statement, first.segment, first.start, first.start)
  let last = from
  while (last + 1 < to && words[last + 1]!.segment === first.segment) last++
  return evidence(statement, first.segment, first.start, words[last]!.end)
}
