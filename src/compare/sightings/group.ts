import { indexStatements } from '../keys/statement-index.ts'
import { overlapWith } from '../verdict/shared-words.ts'
import { type Report, readSighting, type Sighting } from './read-sighting.ts'
import { type Relation, relate } from './same-utterance.ts'

/** Two related reports. */
export interface RelatedPair extends Relation {
  readonly one: string
  readonly other: string
}

/** The most reports that one report is compared with. */
const COMPARED_MAX = 80
/** Two reports are compared if one of them has this share of the words of the other, wherever they stand. */
const OVERLAP_MIN = 0.3

/**
 * Groups the reports of each utterance. The order of the reports does not change the result.
 * @returns the sorted ids of each group, and the groups in the order of their first ids. A group can have a single
 * report.
 */
export function groupReports(reports: readonly Report[]): string[][] {
  const sightings = reports.map(readSighting).sort((a, b) => (a.id < b.id ? -1 : 1))
  return groupPairs(
    sightings.map(({ id }) => id),
    relatedPairs(sightings),
  )
}

/** Relates each report to the reports with common keys. */
function relatedPairs(sightings: readonly Sighting[]): RelatedPair[] {
  const index = indexStatements(sightings.map(({ statement }) => statement))
  const pairs = new Map<string, RelatedPair>()
  sightings.forEach((sighting, number) => {
    for (const quotation of new Set([sighting.quotation, sighting.whole])) {
      const overlap = quotation && overlapWith(quotation)
      for (const candidate of quotation ? index.candidates(quotation).slice(0, COMPARED_MAX) : []) {
        const [a, b] = candidate < number ? [candidate, number] : [number, candidate]
        const key = `${a} ${b}`
        if (a === b || pairs.has(key)) continue
        if (overlap!(sightings[candidate]!.statement) < OVERLAP_MIN) continue
        const [one, other] = [sightings[a]!, sightings[b]!]
        pairs.set(key, { one: one.id, other: other.id, ...relate(one, other) })
      }
    }
  })
  return [...pairs.values()]
}

/**
 * Groups ids by related pairs, the strongest pair first, pairs of equal strength by their ids. A pair joins two groups,
 * unless a pair of their members is known to be of different utterances. The order of `pairs` does not change the
 * result.
 */
export function groupPairs(ids: readonly string[], pairs: readonly RelatedPair[]): string[][] {
  const groupOf = new Map(ids.map((id) => [id, new Group(id)]))
  for (const { one, other } of pairs.filter(({ kind }) => kind === 'different')) {
    groupOf.get(one)?.others.add(other)
    groupOf.get(other)?.others.add(one)
  }
  const same = pairs
    .filter(({ kind }) => kind === 'same')
    .map((pair) => (pair.one < pair.other ? pair : { ...pair, one: pair.other, other: pair.one }))
    .sort((a, b) => b.strength - a.strength || compareText(a.one, b.one) || compareText(a.other, b.other))
  for (const { one, other } of same) {
    const [a, b] = [groupOf.get(one), groupOf.get(other)]
    if (!a || !b || a === b || a.isOtherThan(b)) continue
    const [large, small] = a.members.length >= b.members.length ? [a, b] : [b, a]
    for (const id of small.members) groupOf.set(id, large)
    large.members.push(...small.members)
    for (const id of small.others) large.others.add(id)
  }
  return [...new Set(groupOf.values())]
    .map(({ members }) => members.sort(compareText))
    .sort((a, b) => compareText(a[0]!, b[0]!))
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

class Group {
  readonly members: string[]
  /** The reports that are known to be of a different utterance than one of the members. */
  readonly others = new Set<string>()

  constructor(id: string) {
    this.members = [id]
  }

  isOtherThan({ members }: Group): boolean {
    return members.some((id) => this.others.has(id))
  }
}
