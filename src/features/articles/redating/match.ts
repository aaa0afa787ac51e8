import { edtfOf } from '../../../core/edtf.ts'
import type { Span } from '../../../core/span.ts'
import type { Published } from '../../../record/articles/schema.ts'
import { BY_PERSON, type Statement } from '../../../record/statements/schema.ts'
import type { Said, Utterance } from '../../../record/utterances/schema.ts'

/** The findings in a text, by their start and by their words. */
export interface FoundAgain {
  readonly utterances: readonly Utterance[]
  readonly byWords: ReadonlyMap<string, Utterance>
}

/** Indexes the findings in a text. */
export const indexFound = (utterances: readonly Utterance[]): FoundAgain => ({
  utterances,
  byWords: new Map(utterances.map((utterance) => [keyOf(utterance), utterance])),
})

const keyOf = ({ segments, text }: Pick<Utterance, 'segments' | 'text'>): string =>
  `${segments[0]?.start} ${text}`

/**
 * Returns the date of a statement's words, from the findings in the same text with another date of publication. The
 * finding with the same words counts, else the finding that overlaps most of the words. If there is none, or if a
 * person recorded the statement by hand, only an open date changes, because it ends with publication. Undefined if the
 * known date stays.
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

/** Returns the number of characters that two lists of spans share. */
const sharedLength = (some: readonly Span[], others: readonly Span[]): number =>
  some
    .flatMap((one) => others.map((other) => Math.min(one.end, other.end) - Math.max(one.start, other.start)))
    .filter((length) => length > 0)
    .reduce((sum, length) => sum + length, 0)
