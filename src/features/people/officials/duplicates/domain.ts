import { sameName } from '../../../../core/names.ts'
import type { Db } from '../../../../database/db.ts'
import type { LikelyPair, Likeness } from './schema.ts'
import { findPairsOfOneSurname, readLikenesses } from './store.sql.ts'

/**
 * Lists people on record who may be one person: their surnames are equal, and their given names, initials and nicknames
 * do not contradict each other. Fuller names come first, because two people often share a surname alone.
 */
export async function listLikelyPairs(db: Db, most: number): Promise<LikelyPair[]> {
  const pairs = (await findPairsOfOneSurname(db))
    .filter(({ a, b }) => sameName(a.name, b.name))
    .sort((one, other) => wordsOf(other) - wordsOf(one))
    .slice(0, most)
  const people = await readLikenesses(db, [...new Set(pairs.flatMap(({ a, b }) => [a.id, b.id]))])
  const byId = new Map(people.map((person) => [person.id, person]))
  return pairs.flatMap(({ a, b }) => {
    const [one, other] = [byId.get(a.id), byId.get(b.id)]
    return one && other ? [ordered(one, other)] : []
  })
}

/** Returns the number of words of the shorter name. */
const wordsOf = ({
  a,
  b,
}: {
  readonly a: { readonly name: string }
  readonly b: { readonly name: string }
}) => Math.min(a.name.split(/\s+/u).length, b.name.split(/\s+/u).length)

const ordered = (one: Likeness, other: Likeness): LikelyPair =>
  other.statements > one.statements ? [other, one] : [one, other]
