import { spellingsOf } from '../../core/other-spellings.ts'
import type { SearchQuery, SearchTerm } from '../../core/search-query.ts'
import type { Db } from '../../database/db.ts'
import { rows } from '../../database/sql.ts'
import { searchWords, wordsToStem } from './highlights.ts'
import { findStems } from './stems.sql.ts'

// SQL, because the frequencies are statistics of the planner.

/** The time for which the statistics are cached. They change only when PostgreSQL analyzes the table. */
const KEPT_MS = 10 * 60_000

/** Maps each of the most common stems to the share of rows that contain it, from 0 to 1. */
type Frequencies = ReadonlyMap<string, number>

/** A table with a column `words`. */
type Searched = 'statements' | 'article_words'

const known: Readonly<Record<Searched, WeakMap<Db, Promise<Frequencies>>>> = {
  statements: new WeakMap(),
  article_words: new WeakMap(),
}

/** The share of rows that match a search, from 0 to 1. */
export interface MatchingShare {
  /** The share if words occur independently of each other. */
  readonly expected: number
  /** The share if all rows with the rarest word match: an upper bound. Words of one topic come near it. */
  readonly most: number
}

/**
 * Estimates the share of rows that match a search. Rare words count as 0. So do all words before the first analysis of
 * the table. The words of a phrase depend on each other, so the bound is expected for them.
 */
export async function estimateShare(db: Db, query: SearchQuery, table: Searched): Promise<MatchingShare> {
  const [shares, stems] = await Promise.all([frequenciesOf(db, table), findStems(db, wordsToStem(query, []))])
  const shareOfSpelling = (text: string): number =>
    Math.min(1, ...searchWords(text).map(({ word }) => shares.get(stems.get(word) ?? word) ?? 0))
  const shareOfGroup = (group: readonly SearchTerm[]): number =>
    Math.min(
      1,
      group.flatMap(spellingsOf).reduce((share, spelling) => share + shareOfSpelling(spelling), 0),
    )
  const ofGroups = query.groups.map(shareOfGroup)
  return { expected: ofGroups.reduce((all, share) => all * share, 1), most: Math.min(1, ...ofGroups) }
}

/** Estimates the share of statements that have each of these words in any ending, from 0 to 1. Rare words count as 0. */
export async function shareOfWords(db: Db, words: readonly string[]): Promise<Map<string, number>> {
  const parts = words.map((word) => ({ word, parts: searchWords(word).map((part) => part.word) }))
  const [shares, stems] = await Promise.all([
    frequenciesOf(db, 'statements'),
    findStems(db, [...new Set(parts.flatMap((word) => word.parts))]),
  ])
  return new Map(
    parts.map(({ word, parts: own }) => [
      word,
      Math.min(1, ...own.map((part) => shares.get(stems.get(part) ?? part) ?? 0)),
    ]),
  )
}

function frequenciesOf(db: Db, table: Searched): Promise<Frequencies> {
  const ofTable = known[table]
  const kept = ofTable.get(db)
  if (kept !== undefined) return kept
  const read = readFrequencies(db, table)
  ofTable.set(db, read)
  read.then(
    () => setTimeout(() => ofTable.delete(db), KEPT_MS).unref(),
    () => ofTable.delete(db),
  )
  return read
}

async function readFrequencies(db: Db, table: Searched): Promise<Frequencies> {
  const found = await rows(
    db,
    `SELECT stem, share FROM pg_stats,
       unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common (stem, share)
     WHERE schemaname = current_schema() AND tablename = $1 AND attname = 'words' AND stem IS NOT NULL`,
    [table],
  )
  return new Map((found as { stem: string; share: number }[]).map(({ stem, share }) => [stem, share]))
}
