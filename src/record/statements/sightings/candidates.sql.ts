import { z } from 'zod'
import type { Tx } from '../../../database/db.ts'
import { execute, rows } from '../../../database/sql.ts'
import { LINKED_MAX, surnameOf } from './groups.sql.ts'

// SQL, because one query finds the candidates of all statements of an article, by an index of arrays.

/**
 * The most statements that one statement is compared with: of the same speaker, of an unknown one, and of another one.
 * To find an utterance, one of its reports is enough.
 */
const COMPARED_MAX = { same: 24, unknown: 4, other: 3 } as const
/** The shorter of two statements has at most this many keys for each key that the two share. */
const KEYS_PER_SHARED_KEY = 6

/**
 * A key of more statements does not distinguish statements. It is remembered, and finds nothing from then on. A key of
 * whole statements finds copies.
 */
const STATEMENTS_PER_KEY_MAX = 100
const COPIES_MAX = LINKED_MAX
/** Statements of two speakers are compared only if they share this many keys: they must have many common words. */
const KEYS_OF_TWO_SPEAKERS = 6

/** Two ids, the lesser one first. */
export type IdPair = readonly [one: string, other: string]

/** Statements that may report the same utterance as other statements. */
export interface Candidates {
  readonly pairs: readonly IdPair[]
  /** Keys that too many statements have, 64-bit integers as text. */
  readonly common: readonly string[]
  /** The position of the ledger at the time of the search. */
  readonly position: number
}

const Pairs = z.array(z.tuple([z.string(), z.string()])).nullable()
const Found = z.object({ pairs: Pairs, common: z.array(z.string()).nullable(), position: z.int() })

/** Finds the statements that share keys with one of these statements, and can have been said on the same day. */
export async function findCandidates(tx: Tx, ids: readonly string[]): Promise<Candidates> {
  const near = `SELECT n.statement_id AS id, n.size, n.key, n.is_whole
    FROM (SELECT array_agg(DISTINCT key) AS keys FROM own_keys) asked,
      statements_with_each_key(asked.keys, ${COPIES_MAX + 1}) n`
  const [row] = await rows(
    tx,
    `${pairsWith(near)} SELECT ${PAIRS} AS pairs, (SELECT json_agg(key::text) FROM common) AS common,
       (SELECT position FROM ledger WHERE id = 1) AS position`,
    [ids],
  )
  const { pairs, common, position } = Found.parse(row)
  return { pairs: inOrder(pairs), common: common ?? [], position }
}

/** Remembers keys that too many statements have. */
export async function insertCommonKeys(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await execute(tx, 'INSERT INTO common_keys (key) SELECT unnest($1::bigint[]) ON CONFLICT DO NOTHING', [
    keys,
  ])
}

const Missed = z.object({ pairs: Pairs, changed: z.array(z.string()).nullable() })

/** The candidates among the statements that other transactions changed. */
export interface MissedCandidates {
  readonly pairs: readonly IdPair[]
  /** The statements that changed. */
  readonly changed: ReadonlySet<string>
}

/** Finds candidates like `findCandidates`, among the statements that changed between two positions of the ledger. */
export async function findMissed(
  tx: Tx,
  ids: readonly string[],
  { after, until }: { readonly after: number; readonly until: number },
): Promise<MissedCandidates> {
  const [row] = await rows(
    tx,
    `${pairsWith(NEAR_CHANGED, CHANGED)} SELECT ${PAIRS} AS pairs, (SELECT json_agg(id) FROM changed) AS changed`,
    [ids, after, until],
  )
  const missed = Missed.parse(row)
  return { pairs: inOrder(missed.pairs), changed: new Set(missed.changed) }
}

// The transaction holds the ledger meanwhile, so the plan must never read whole tables. Without a fresh ANALYZE, the
// planner would read all statements, or all revisions of statements.
const CHANGED = `
  moved AS MATERIALIZED (
    SELECT subject, subject_id FROM revisions WHERE position > $2::bigint AND position <= $3::bigint),
  changed AS MATERIALIZED (SELECT DISTINCT subject_id AS id FROM moved WHERE subject = 'statement'),`
const NEAR_CHANGED = `
  SELECT shared.* FROM (
    SELECT DISTINCT n.statement_id AS id, cardinality(n.keys) AS size, k.key, k.key = n.keys[1] AS is_whole
    FROM changed,
      LATERAL (SELECT statement_id, keys FROM statement_keys WHERE statement_id = changed.id OFFSET 0) n,
      unnest(n.keys) AS k (key)
    WHERE k.key IN (SELECT key FROM own_keys) OFFSET 0) shared
  WHERE NOT EXISTS (SELECT FROM common_keys c WHERE c.key = shared.key OFFSET 0)`

const PAIRS = '(SELECT json_agg(json_build_array(one, other)) FROM pairs)'

/**
 * Returns the head of a query that finds `pairs` of the statements `$1` and other statements.
 * @param near the query for the other statements: their ids and numbers of keys, once for each shared key that is not
 * common, and whether it is the key of the whole statement.
 * @param more what `near` reads.
 */
const pairsWith = (near: string, more = ''): string => `
  WITH ${more} own AS MATERIALIZED (
    SELECT s.id, s.official_id, ${surnameOf('s')} AS surname, s.said_earliest, s.said_latest,
      cardinality(k.keys) AS size, k.keys
    FROM statement_keys k JOIN statements s ON s.id = k.statement_id WHERE k.statement_id = ANY($1::uuid[])),
  own_keys AS MATERIALIZED (
    SELECT DISTINCT own.id, own.size, k.key FROM own, unnest(own.keys) AS k (key)),
  near AS MATERIALIZED (${near}),
  common AS MATERIALIZED (
    SELECT key FROM near GROUP BY key
    HAVING count(*) > CASE WHEN bool_and(is_whole) THEN ${COPIES_MAX} ELSE ${STATEMENTS_PER_KEY_MAX} END),
  shared AS (
    SELECT o.id AS one, n.id AS other, count(*) AS keys, least(o.size, n.size) AS size
    FROM near n JOIN own_keys o ON o.key = n.key
    WHERE n.id <> o.id AND n.key NOT IN (SELECT key FROM common) GROUP BY o.id, n.id, o.size, n.size),
  judged AS (
    SELECT h.one, h.other, h.keys, o.official_id = s.official_id AS is_one_person,
      CASE WHEN o.official_id = s.official_id OR o.surname = ${surnameOf('s')} THEN 'same'
        WHEN o.surname <> ${surnameOf('s')} THEN 'other' ELSE 'unknown' END AS speaker
    FROM shared h JOIN own o ON o.id = h.one JOIN statements s ON s.id = h.other
    WHERE h.keys * ${KEYS_PER_SHARED_KEY} >= h.size
      AND (o.said_latest < s.said_earliest OR s.said_latest < o.said_earliest) IS NOT TRUE),
  pairs AS (
    SELECT one, other FROM (
      SELECT j.*, row_number() OVER (
        PARTITION BY one, speaker ORDER BY is_one_person DESC NULLS LAST, keys DESC, other) AS number
      FROM judged j WHERE speaker <> 'other' OR keys >= ${KEYS_OF_TWO_SPEAKERS}) ranked
    WHERE number <= CASE speaker WHEN 'same' THEN ${COMPARED_MAX.same}
      WHEN 'unknown' THEN ${COMPARED_MAX.unknown} ELSE ${COMPARED_MAX.other} END)`

function inOrder(pairs: readonly (readonly [string, string])[] | null): IdPair[] {
  const unique = new Map<string, IdPair>()
  for (const [a, b] of pairs ?? []) {
    const pair: IdPair = a < b ? [a, b] : [b, a]
    unique.set(pair.join(' '), pair)
  }
  return [...unique.values()]
}
