import { z } from 'zod'
import type { Conditions } from '../../../database/conditions.ts'
import type { Db } from '../../../database/db.ts'
import { rows } from '../../../database/sql.ts'

// SQL, because the database computes the keys of statements, and an index of arrays finds them.

/** The time for which the statistics are cached. They change only when PostgreSQL analyzes the tables. */
const KEPT_MS = 10 * 60_000

/** The number of statements, and the shares of the most common keys. */
interface Frequencies {
  /** Estimated. */
  readonly statements: number
  /** The share of statements with a key, from 0 to 1. Keys that are not here are rare. */
  readonly shares: ReadonlyMap<string, number>
}

const known = new WeakMap<Db, Promise<Frequencies>>()

/** Reads the frequencies of keys; from the cache if it knows them. */
export function readKeyFrequencies(db: Db): Promise<Frequencies> {
  const kept = known.get(db)
  if (kept !== undefined) return kept
  const read = readFrequencies(db)
  known.set(db, read)
  read.then(
    () => setTimeout(() => known.delete(db), KEPT_MS).unref(),
    () => known.delete(db),
  )
  return read
}

async function readFrequencies(db: Db): Promise<Frequencies> {
  const [row] = await rows(
    db,
    `SELECT (SELECT greatest(reltuples, 0) FROM pg_class WHERE oid = 'statements'::regclass) AS statements,
       (SELECT json_agg(json_build_array(key, share)) FROM pg_stats,
          unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common (key, share)
        WHERE schemaname = current_schema() AND tablename = 'statement_keys' AND attname = 'keys'
          AND key IS NOT NULL) AS shares`,
  )
  const { statements, shares } = FrequencyRow.parse(row)
  return { statements, shares: new Map(shares ?? []) }
}

const FrequencyRow = z.object({
  statements: z.number(),
  shares: z.array(z.tuple([z.string(), z.number()])).nullable(),
})

/** The keys of a quotation: 64-bit integers as text. */
export interface QuotationKeys {
  /** In text order, each once. */
  readonly all: readonly string[]
  /** The keys that each statement with all words of the quotation has. */
  readonly selected: readonly string[]
}

/**
 * Returns the keys by which the database finds statements with these words.
 * @param texts words that stand together. The first is the whole quotation.
 * @param every true for all keys; false only for those that are selected.
 */
export async function keysOf(db: Db, texts: readonly string[], every: boolean): Promise<QuotationKeys> {
  const found = await rows(
    db,
    `SELECT key::text AS key, bool_or(number = 1 AND place > 1 AND NOT is_all) AS selected
     FROM unnest($1::text[]) WITH ORDINALITY AS run (words, number),
       LATERAL (SELECT key, place, true AS is_all FROM unnest(keys_of(words, true)) WITH ORDINALITY AS own (key, place)
         WHERE $2 UNION ALL
         SELECT key, place, false FROM unnest(keys_of(words, false)) WITH ORDINALITY AS own (key, place)) AS own
     GROUP BY key ORDER BY min(number), min(place)`,
    [texts, every],
  )
  const keys = found as { key: string; selected: boolean }[]
  const textsOfKeys = (some: typeof keys): string[] => some.map(({ key }) => key)
  return { all: textsOfKeys(keys), selected: textsOfKeys(keys.filter(({ selected }) => selected)) }
}

/** The statements that keys find. */
export interface FoundByKeys {
  /** Ids of statements that may have the whole quotation: those of the claimed speaker first, then the earliest. */
  readonly whole: readonly string[]
  /** Ids of other statements, those with the most keys in common first. */
  readonly others: readonly string[]
}

/** What limits the statements that keys find. */
interface KeyLimits {
  /** A word of the name of the claimed speaker, whose statements come first; null if none is claimed. */
  readonly claimed: string | null
  /** The most statements without the whole quotation that are read, those with the most keys in common; null for all. */
  readonly others: number | null
  readonly limit: number
}

/**
 * Finds the statements that have some of these keys and match the conditions.
 * @param asked the keys that are looked up.
 */
export async function findByKeys(
  db: Db,
  { all, selected }: QuotationKeys,
  asked: readonly string[],
  where: Conditions,
  { claimed, others, limit }: KeyLimits,
): Promise<FoundByKeys> {
  const name = where.parameter(claimed ?? '')
  where.add(others, (p) => `(near.whole OR near.place <= ${p})`)
  const found = await rows(
    db,
    `WITH keyed AS MATERIALIZED (
       SELECT statement_id, keys @> ${where.parameter(selected)}::bigint[] AS whole,
         (SELECT count(*) FROM unnest(keys) AS own (key) WHERE key = ANY(${where.parameter(all)}::bigint[])) AS common
       FROM statements_with_keys(${where.parameter(asked)}::bigint[]))
     SELECT s.id, near.whole
     FROM (SELECT keyed.*, row_number() OVER (PARTITION BY whole ORDER BY common DESC, statement_id) AS place
       FROM keyed) AS near
     JOIN statements s ON s.id = near.statement_id ${where.where()}
     ORDER BY near.whole DESC, ${name}::text <> '' AND strpos(lower(s.speaker_name), ${name}) > 0 DESC NULLS LAST,
       near.common DESC, s.id
     LIMIT ${limit}`,
    where.parameters,
  )
  const ids = found as { id: string; whole: boolean }[]
  const idsOf = (whole: boolean): string[] => ids.filter((row) => row.whole === whole).map(({ id }) => id)
  return { whole: idsOf(true), others: idsOf(false) }
}

/** A word to look for, and how much it tells: the weight of a statement with it. */
export interface TellingWord {
  readonly text: string
  readonly weight: number
}

/**
 * Finds the statements that have all words of one of these combinations and match the conditions, those with the most
 * telling words first.
 * @returns ids.
 */
export async function findByWords(
  db: Db,
  words: readonly TellingWord[],
  combinations: readonly (readonly number[])[],
  where: Conditions,
  limit: number,
): Promise<string[]> {
  const stems = words.map(({ text }) => `phrase_of(${where.parameter(text)}::text)`)
  const query = combinations.map((numbers) => `(${numbers.map((number) => stems[number]).join(' && ')})`)
  const score = words.map(
    ({ weight }, number) => `CASE WHEN s.words @@ ${stems[number]} THEN ${weight} ELSE 0 END`,
  )
  const found = await rows(
    db,
    `SELECT s.id FROM statements_with_words(${query.join(' || ')}) AS near (id) JOIN statements s ON s.id = near.id
     ${where.where()} ORDER BY ${score.join(' + ')} DESC, s.id LIMIT ${limit}`,
    where.parameters,
  )
  return (found as { id: string }[]).map(({ id }) => id)
}
