import { areOnOtherDays, type DecidedPair, groupPairs } from '../../../compare/index.ts'
import type { Tx } from '../../../database/db.ts'
import type { IdPair } from './candidates.sql.ts'
import { comparePairs } from './compare.ts'
import { findDecisionsAmong } from './decisions.sql.ts'
import { findLinked, LINKED_MAX, type LinkedStatement, type Place, writePlaces } from './groups.sql.ts'
import { deletePairs, findPairsAmong, type StoredPair } from './pairs.sql.ts'

/** The number of statements whose groups are computed at once. */
const PIECE = 50

/**
 * Groups statements again, with all statements that are linked with them, and writes what changed. Call it while the
 * transaction holds the ledger, so that no other transaction changes the same groups.
 * @param compared the statements that were just compared. If they would link too many statements, they stay on their
 * own.
 */
export async function regroup(tx: Tx, ids: readonly string[], compared: ReadonlySet<string>): Promise<void> {
  const waiting = new Set(ids)
  while (waiting.size > 0) {
    const piece = [...waiting].slice(0, PIECE)
    const linked = await findLinked(tx, piece)
    for (const { id } of linked) waiting.delete(id)
    for (const id of piece) waiting.delete(id)
    if (linked.length < 2 && linked.every(({ first_id }) => first_id === null)) continue
    const linkedIds = linked.map(({ id }) => id)
    const pairs = await findPairsAmong(tx, linkedIds)
    const decided = await findDecisionsAmong(tx, linkedIds)
    for (const component of componentsOf(linked, pairs, decided)) {
      if (component.length <= LINKED_MAX) {
        await place(tx, component, pairs, decided)
        continue
      }
      const tooMany = component.map(({ id }) => id).filter((id) => compared.has(id))
      for (const id of await deletePairs(tx, tooMany)) waiting.add(id)
    }
  }
}

/** Splits statements into those that pairs of one utterance, decisions or present groups link with each other. */
function componentsOf(
  linked: readonly LinkedStatement[],
  pairs: readonly StoredPair[],
  decided: readonly DecidedPair[],
): LinkedStatement[][] {
  const components = new Map(linked.map((statement) => [statement.id, [statement]]))
  const link = (one: string, other: string): void => {
    const [a, b] = [components.get(one), components.get(other)]
    if (!a || !b || a === b) return
    const [large, small] = a.length >= b.length ? [a, b] : [b, a]
    for (const statement of small) components.set(statement.id, large)
    large.push(...small)
  }
  for (const { one, other, is_same } of pairs) if (is_same) link(one, other)
  for (const { one, other, kind } of decided) if (kind === 'join') link(one, other)
  for (const { id, first_id } of linked) if (first_id !== null) link(id, first_id)
  const order = new Map(linked.map(({ id }, index) => [id, index]))
  return [...new Set(components.values())].map((component) =>
    component.sort((a, b) => order.get(a.id)! - order.get(b.id)!),
  )
}

/** Groups the statements of a component that count, and writes the places that changed. */
async function place(
  tx: Tx,
  component: readonly LinkedStatement[],
  pairs: readonly StoredPair[],
  decided: readonly DecidedPair[],
): Promise<void> {
  const counting = component.filter(({ counts }) => counts)
  const others = await comparePairs(tx, ofTwoSpeakers(counting, pairs))
  const groups = groupsOf(counting, [...pairs, ...others], decided)
  const places = new Map<string, Place>()
  for (const [first, ...others] of groups.filter((group) => group.length > 1))
    for (const [index, id] of [first!, ...others].entries())
      places.set(id, { statement_id: id, first_id: first!, place: index + 1 })
  const changed = component.flatMap(({ id, first_id, place: former }) => {
    const next = places.get(id)
    return next && (next.first_id !== first_id || next.place !== former) ? [next] : []
  })
  const left = component.filter(({ id, first_id }) => first_id !== null && !places.has(id))
  await writePlaces(
    tx,
    changed,
    left.map(({ id }) => id),
  )
}

/**
 * Groups statements. Of equally strong pairs, those of the first statements count first, so ids do not matter.
 * @returns ids, in the order of `statements`.
 */
function groupsOf(
  statements: readonly LinkedStatement[],
  pairs: readonly StoredPair[],
  decided: readonly DecidedPair[],
): string[][] {
  const names = new Map(statements.map(({ id }, index) => [id, String(index).padStart(6, '0')]))
  const named = <Pair extends { readonly one: string; readonly other: string }>(
    all: readonly Pair[],
  ): Pair[] =>
    all.flatMap((pair) => {
      const [one, other] = [names.get(pair.one), names.get(pair.other)]
      return one === undefined || other === undefined ? [] : [{ ...pair, one, other }]
    })
  const related = named(pairs).map(({ is_same, ...pair }) => ({
    ...pair,
    kind: is_same ? ('same' as const) : ('different' as const),
  }))
  const groups = groupPairs([...names.values()], related, {
    decided: named(decided),
    areApart: (one, other) => areApart(statements[Number(one)]!, statements[Number(other)]!),
  })
  return groups.map((group) => group.map((name) => statements[Number(name)]!.id))
}

const areApart = (one: LinkedStatement, other: LinkedStatement): boolean =>
  areOnOtherDays(daysOf(one), daysOf(other))

/**
 * Returns the pairs of statements with two speakers that were not compared. They were too many to compare them all
 * when they arrived.
 */
function ofTwoSpeakers(statements: readonly LinkedStatement[], pairs: readonly StoredPair[]): IdPair[] {
  const known = new Set(pairs.map(({ one, other }) => `${one} ${other}`))
  return statements.flatMap((a, index) =>
    statements.slice(index + 1).flatMap((b): IdPair[] => {
      const pair: IdPair = a.id < b.id ? [a.id, b.id] : [b.id, a.id]
      return areOfTwoSpeakers(a, b) && !known.has(pair.join(' ')) ? [pair] : []
    }),
  )
}

function areOfTwoSpeakers(one: LinkedStatement, other: LinkedStatement): boolean {
  if (one.official_id !== null && other.official_id !== null) return one.official_id !== other.official_id
  return one.surname !== null && other.surname !== null && one.surname !== other.surname
}

const daysOf = ({ said_earliest: earliest, said_latest: latest }: LinkedStatement) => ({
  said: { earliest, latest },
})
