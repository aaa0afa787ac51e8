import { indexStatements } from '../keys/statement-index.ts'
import { overlapWith } from '../verdict/shared-words.ts'
import { type Report, readSighting, type Sighting } from './read-sighting.ts'
import { type Relation, relate } from './same-utterance.ts'

/** Two related reports. */
export interface RelatedPair extends Relation {
  readonly one: string
  readonly other: string
}

/** The decision of a person about two reports. join: they are of one utterance; part: they are not. */
export interface DecidedPair {
  readonly one: string
  readonly other: string
  readonly kind: 'join' | 'part'
}

/** What is known besides related pairs. */
export interface GroupingRules {
  /** Decisions about different pairs, in the order in which they count. They have priority over related pairs. */
  readonly decided?: readonly DecidedPair[]
  /** Returns true if two reports cannot be of one utterance, unless a pair says that they are. */
  readonly areApart?: (one: string, other: string) => boolean
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
 * result. Reports that a person joined count as one report: what is the same as one of them is not different from them.
 */
export function groupPairs(
  ids: readonly string[],
  pairs: readonly RelatedPair[],
  { decided = [], areApart }: GroupingRules = {},
): string[][] {
  const groups = new Groups(ids)
  for (const { one, other } of decided.filter(({ kind }) => kind === 'part')) groups.keepApart(one, other)
  for (const { one, other } of decided.filter(({ kind }) => kind === 'join')) groups.join(one, other)
  const same = pairs
    .filter(({ kind }) => kind === 'same')
    .map((pair) => (pair.one < pair.other ? pair : { ...pair, one: pair.other, other: pair.one }))
    .sort((a, b) => b.strength - a.strength || compareText(a.one, b.one) || compareText(a.other, b.other))
  for (const { one, other } of same) groups.noteAlike(one, other)
  for (const { one, other } of pairs.filter(({ kind }) => kind === 'different'))
    groups.keepApartUnlessAlike(one, other)
  if (areApart) {
    const known = new Set(same.map(({ one, other }) => `${one} ${other}`))
    const sorted = [...ids].sort(compareText)
    for (const [index, one] of sorted.entries())
      for (const other of sorted.slice(index + 1))
        if (areApart(one, other) && !known.has(`${one} ${other}`)) groups.keepApartUnlessAlike(one, other)
  }
  for (const { one, other } of same) groups.join(one, other)
  return groups
    .members()
    .map((members) => members.sort(compareText))
    .sort((a, b) => compareText(a[0]!, b[0]!))
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Group {
  readonly members: string[]
  /** The reports that are of a different utterance than one of the members. */
  readonly others: Set<string>
  /** If a person joined the members or those of the other group: the groups with a report of the same utterance. */
  readonly alike: Set<Group>
}

class Groups {
  readonly #groupOf: Map<string, Group>

  constructor(ids: readonly string[]) {
    this.#groupOf = new Map(ids.map((id) => [id, { members: [id], others: new Set(), alike: new Set() }]))
  }

  members(): string[][] {
    return [...new Set(this.#groupOf.values())].map(({ members }) => members)
  }

  keepApart(one: string, other: string): void {
    this.#groupOf.get(one)?.others.add(other)
    this.#groupOf.get(other)?.others.add(one)
  }

  noteAlike(one: string, other: string): void {
    const [a, b] = this.#groupsOf(one, other)
    if (!a || !b || (a.members.length === 1 && b.members.length === 1)) return
    a.alike.add(b)
    b.alike.add(a)
  }

  keepApartUnlessAlike(one: string, other: string): void {
    const [a, b] = this.#groupsOf(one, other)
    if (a && b && a !== b && !a.alike.has(b)) this.keepApart(one, other)
  }

  /** Joins the groups of two reports, unless two of their members are of different utterances. */
  join(one: string, other: string): void {
    const [a, b] = this.#groupsOf(one, other)
    if (!a || !b || a === b || b.members.some((id) => a.others.has(id))) return
    const [large, small] = a.members.length >= b.members.length ? [a, b] : [b, a]
    for (const id of small.members) this.#groupOf.set(id, large)
    large.members.push(...small.members)
    for (const id of small.others) large.others.add(id)
  }

  #groupsOf(one: string, other: string): [Group | undefined, Group | undefined] {
    return [this.#groupOf.get(one), this.#groupOf.get(other)]
  }
}
