import { edtfOf } from '../../../core/edtf.ts'
import type { Span } from '../../../core/span.ts'
import type { Published } from '../../../record/articles/schema.ts'
import { BY_PERSON, type Statement } from '../../../record/statements/schema.ts'
import type { Said, Utterance } from '../../../record/utterances/schema.ts'

/** What was found in a text, by where it begins and by its words. */
export interface FoundAgain {
  readonly utterances: readonly Utterance[]
  readonly byWords: ReadonlyMap<string, Utterance>
}

/** Indexes what was found in a text. */
export const indexFound = (utterances: readonly Utterance[]): FoundAgain => ({
  utterances,
  byWords: new Map(utterances.map((utterance) => [keyOf(utterance), utterance])),
})

const keyOf = ({ segments, text }: Pick<Utterance, 'segments' | 'text'>): string =>
  `${segments[0]?.start} ${text}`

/**
 * Returns when the words of a statement were spoken, by what was found in the same text with another date of
 * publication. Undefined if nothing tells: the date that is known stays.
 *
 * A statement is found again by its exact words, or else by the words that most of it overlaps. If it is not found, or
 * was recorded by hand, only an open date changes: it ends with the publication.
 */
export function saidAgain(
  statement: Statement,
  found: FoundAgain,
  latest: Published['latest'],
): Said | undefined {
  const again = statement.rule === BY_PERSON ? undefined : findAgain(statement, found)
  if (again) return again.said
  if (statement.said.basis !== 'publication') return undefined
  const { edtf, earliest, latest: last, precision } = edtfOf(null, latest)
  return { edtf, earliest, latest: last, precision, basis: 'publication', expression: null }
}

function findAgain(statement: Statement, { utterances, byWords }: FoundAgain): Utterance | undefined {
  const same = byWords.get(keyOf(statement))
  if (same) return same
  let best: Utterance | undefined
  let most = 0
  for (const utterance of utterances) {
    const shared = sharedLength(statement.segments, utterance.segments)
    if (shared > most) {
      best = utterance
      most = shared
    }
  }
  return best
}

/** Returns how many characters two lists of spans have in common. */
const sharedLength = (some: readonly Span[], others: readonly Span[]): number =>
  some
    .flatMap((one) => others.map((other) => Math.min(one.end, other.end) - Math.max(one.start, other.start)))
    .filter((length) => length > 0)
    .reduce((sum, length) => sum + length, 0)
