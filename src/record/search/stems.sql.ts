import type { Db } from '../../database/db.ts'
import { rows } from '../../database/sql.ts'
import type { Stems } from './highlights.ts'

// SQL, because the dictionary that stems the words of the index is in the database.

/** The most stems in the cache. The oldest stem is dropped first. */
const KEPT_MAX = 50_000

const kept = new Map<string, string>()

/** Returns the stem of each word. The dictionary is part of PostgreSQL, so the stems are the same in every database. */
export async function findStems(db: Db, words: readonly string[]): Promise<Stems> {
  const stems = new Map<string, string>()
  const unknown: string[] = []
  for (const word of words) {
    const stem = kept.get(word)
    if (stem === undefined) unknown.push(word)
    else stems.set(word, stem)
  }
  if (unknown.length === 0) return stems
  const found = await rows(
    db,
    `SELECT word, (ts_lexize('word_stem', word))[1] AS stem FROM unnest($1::text[]) AS word`,
    [unknown],
  )
  for (const { word, stem } of found as { word: string; stem: string | null }[]) {
    stems.set(word, stem ?? word)
    kept.set(word, stem ?? word)
    if (kept.size > KEPT_MAX) kept.delete(kept.keys().next().value as string)
  }
  return stems
}
