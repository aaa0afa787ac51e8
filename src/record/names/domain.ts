import type { NameKind } from '../../core/vocabulary.ts'
import type { Db } from '../../database/db.ts'
import type { NamedTable } from '../../database/named-records.sql.ts'
import { describe, SPARE } from './describe.ts'
import { bestOfEach, type RankedSpelling, rankLike, rankSpelling } from './rank.ts'
import type { FoundName, NameQuestion, NameSearch, Reading } from './schema.ts'
import { bySharedWords, firstLetters } from './share.ts'
import * as store from './store.sql.ts'
import {
  anyBeginning,
  beginnings,
  likeWords,
  misspellings,
  nearestWords,
  readingsOf,
  wholeWords,
} from './words.ts'

export { findNamesOf } from './phrases.ts'

/** The number of spellings to find for each requested subject, because a subject may have several. */
const SPELLINGS = 2

/** The number of subjects with the words themselves from which no similar words are searched. */
const ENOUGH = 20

/**
 * Finds people, organizations and publishers by a part of a name, an alias or a title. Finds whole words and beginnings
 * of words in any order. If these give few subjects, also finds words that sound alike and words with typing errors.
 * Sorts the best match first, then by the number of statements. A merged record is replaced by the record it was merged
 * into.
 */
export async function findNames(db: Db, question: NameQuestion): Promise<FoundName[]> {
  const readings = readingsOf(await store.readName(db, question.q))
  if (readings.length === 0) return []
  const exact = await findExact(db, question, readings)
  const best = bestOfEach(exact)
  if (best.length >= Math.min(question.limit, ENOUGH)) return describe(db, best, question.limit)
  const like = await findLike(db, question, readings[0]!, best.length > 0)
  return describe(db, bestOfEach([...exact, ...like]), question.limit)
}

/** The most records with similar names that a list finds. */
const SIMILAR_MAX = 50

const KINDS = { officials: 'official', organizations: 'organization' } as const

/**
 * Returns the search of a list. If a name on record matches `q`, returns `q`. Otherwise returns the ids of the records
 * with similar names. If no name is similar, returns `q`, which finds nothing.
 * @param q the text of the caller.
 * @param key the key of a name that the list compares.
 */
export async function resolveNameSearch(
  db: Db,
  table: NamedTable,
  q: string,
  key: string,
): Promise<NameSearch> {
  if (await store.isAnswered(db, table, key)) return q
  const [words] = readingsOf(await store.readName(db, q))
  if (!words) return q
  const question = { q, kinds: [KINDS[table]], limit: SIMILAR_MAX, withoutTitles: true }
  // A name at distance 0 belongs to a merged record, because no other name matches `q`. The list has no merged records.
  const like = (await findLike(db, question, words, false)).filter(({ cost }) => cost > 0)
  const found = await describe(db, bestOfEach(like), SIMILAR_MAX)
  return found.length > 0 ? { ids: found.map(({ id }) => id) } : q
}

/** The most names that an error suggests, and the most names that are compared to choose them. */
const SUGGESTED_MAX = 3
const COMPARED_MAX = 100

/**
 * Finds the names that a misspelt name or slug may mean: names with all of its words, or with similar words. If there
 * are none, finds names that share at least half of its letters.
 */
export async function namesLike(db: Db, kind: NameKind, given: string): Promise<FoundName[]> {
  const question = { q: given.replaceAll('-', ' '), kinds: [kind], limit: SUGGESTED_MAX, withoutTitles: true }
  const found = await findNames(db, question)
  const [words] = readingsOf(await store.readName(db, question.q))
  if (found.length > 0 || !words) return found
  const query = anyBeginning(firstLetters(words))
  const spellings = (
    await store.findSpellings(db, [kind], { narrow: query, wide: query, enough: COMPARED_MAX })
  ).filter(({ form }) => form !== 'title')
  const similar = bySharedWords(words, spellings, ({ folded }) => folded.split(' '))
  const ranked = similar.map((spelling, place) => ({ ...rankSpelling(spelling, []), cost: place }))
  return describe(db, bestOfEach(ranked), SUGGESTED_MAX)
}

const enoughFor = (limit: number): number => SPELLINGS * (limit + SPARE)

async function findExact(
  db: Db,
  { kinds, limit, withoutTitles }: NameQuestion,
  readings: readonly Reading[],
): Promise<RankedSpelling[]> {
  const found = await store.findSpellings(db, kinds, {
    narrow: wholeWords(readings),
    wide: beginnings(readings),
    enough: enoughFor(limit),
  })
  return found
    .filter(({ form }) => !withoutTitles || form !== 'title')
    .map((spelling) => rankSpelling(spelling, readings))
}

/**
 * Finds spellings with words that are similar to the words of a search.
 * @param isFound true if a name has exactly these words. Words with two typing errors are then not searched.
 */
async function findLike(
  db: Db,
  { kinds, limit, withoutTitles }: NameQuestion,
  words: Reading,
  isFound: boolean,
): Promise<RankedSpelling[]> {
  const distinct = [...new Set(words)]
  const found = await store.findLikeWords(db, distinct, distinct.map(misspellings))
  const near = isFound
    ? []
    : await Promise.all(
        distinct
          .filter((word) => word.length > 3 && !found.some(({ asked }) => asked === word))
          .map((word) => store.findNearWords(db, word)),
      )
  const like = nearestWords(words, [...found, ...near.flat()])
  if (like.length === 0) return []
  const query = likeWords(words, like)
  const spellings = await store.findSpellings(db, kinds, {
    narrow: query,
    wide: query,
    enough: enoughFor(limit),
  })
  return spellings
    .filter(({ form }) => !withoutTitles || form !== 'title')
    .flatMap((spelling) => rankLike(spelling, words, like) ?? [])
}
