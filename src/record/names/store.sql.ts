import { z } from 'zod'
import type { NameKind } from '../../core/vocabulary.ts'
import { NAME_FORMS, NAME_KINDS } from '../../core/vocabulary.ts'
import { conditions } from '../../database/conditions.ts'
import type { Db } from '../../database/db.ts'
import { answersTo } from '../../database/name-search.ts'
import type { NamedTable } from '../../database/named-records.sql.ts'
import { rows } from '../../database/sql.ts'
import type { FoundSpelling, LikeWord } from './schema.ts'

// SQL, because Prisma has neither text search nor the order of trigram distances.

/** The number of spellings, most quoted first, that are searched before the index of words is used. */
const MOST_QUOTED = 1000

/** The most words that sound like a word, and the most words with similar letters. */
const LIKE_MAX = 30

/**
 * Returns the readings of a text as the database stores names: folded words with single spaces. Empty if the text has
 * no words.
 */
export async function readName(db: Db, text: string): Promise<readonly string[]> {
  const [row] = await rows(db, 'SELECT coalesce(name_readings($1), $2::text[]) AS readings', [text, []])
  return (row as { readings: string[] }).readings
}

const SpellingRow = z.object({
  kind: z.enum(NAME_KINDS),
  subject: z.string(),
  form: z.enum(NAME_FORMS),
  spelling: z.string(),
  folded: z.string(),
  words: z.array(z.string()),
  statements: z.int(),
})

/**
 * Returns SQL for the ids of the most quoted spellings that match a text search query. First searches the most quoted
 * spellings. If too few of these match, then few match in all, and the index of words finds them.
 * @param name the prefix for the names of these subqueries.
 * @param better subqueries that find better spellings. If one of them finds enough, this query finds nothing.
 */
const mostQuoted = (
  name: string,
  pool: string,
  isForm: string,
  query: string,
  better: readonly string[],
): string => `
  ${name}_often AS MATERIALIZED (
    SELECT id FROM ${pool} WHERE words @@ ${query}::tsquery AND kind = ANY($1::name_kind[]) LIMIT $4),
  ${name}_all AS MATERIALIZED (
    SELECT id, statements FROM names
    WHERE ${isForm} AND words @@ ${query}::tsquery AND kind = ANY($1::name_kind[])
      AND ${[`${name}_often`, ...better].map((part) => `(SELECT count(*) FROM ${part}) < $4`).join(' AND ')}),
  ${name} AS MATERIALIZED (
    SELECT id FROM ${name}_often UNION
    (SELECT id FROM ${name}_all ORDER BY statements DESC, id LIMIT $4))`

const quotedOf = (pool: string, isForm: string): string => `
  ${pool} AS MATERIALIZED (
    SELECT id, kind, words FROM names WHERE ${isForm} ORDER BY statements DESC LIMIT ${MOST_QUOTED})`

const IS_NAME = "form <> 'title'"
const IS_TITLE = "form = 'title'"

/**
 * Finds the spellings that match one of two text search queries. Spellings of the most quoted subjects come first.
 * @param narrow a query that few spellings match, so that it also finds rarely quoted subjects.
 * @param wide a query that finds more.
 * @param enough the sufficient number of spellings of each kind.
 */
export async function findSpellings(
  db: Db,
  kinds: readonly NameKind[],
  { narrow, wide, enough }: { readonly narrow: string; readonly wide: string; readonly enough: number },
): Promise<FoundSpelling[]> {
  const found = await rows(
    db,
    `WITH ${quotedOf('quoted', IS_NAME)}, ${quotedOf('quoted_titles', IS_TITLE)},
       ${mostQuoted('narrow', 'quoted', IS_NAME, '$2', [])},
       ${mostQuoted('wide', 'quoted', IS_NAME, '$3', ['narrow'])},
       ${mostQuoted('narrow_title', 'quoted_titles', IS_TITLE, '$2', ['narrow', 'wide'])},
       ${mostQuoted('wide_title', 'quoted_titles', IS_TITLE, '$3', ['narrow', 'wide', 'narrow_title'])}
     SELECT n.kind, n.subject, n.form, n.spelling, n.folded, tsvector_to_array(n.words) AS words, n.statements
     FROM (SELECT id FROM narrow UNION SELECT id FROM wide UNION SELECT id FROM narrow_title
           UNION SELECT id FROM wide_title) hit,
       LATERAL (SELECT * FROM names n WHERE n.id = hit.id OFFSET 0) n
     ORDER BY n.id`,
    [kinds, narrow, wide, enough],
  )
  return found.map((row) => SpellingRow.parse(row))
}

/**
 * Finds the words of names that misspelt words may mean: words that equal one of the misspellings, and words that sound
 * alike.
 * @param misspellings the misspellings of each word.
 */
export async function findLikeWords(
  db: Db,
  words: readonly string[],
  misspellings: readonly (readonly string[])[],
): Promise<LikeWord[]> {
  const asked = misspellings.flatMap((forms, index) => forms.map(() => words[index]!))
  const found = await rows(
    db,
    `SELECT asked, word, bool_or(sounds) AS sounds FROM (
       SELECT m.asked, known.word, known.sounds
       FROM unnest($1::text[], $2::text[]) AS m (asked, form), LATERAL (
         SELECT k.word, k.sounds && name_sounds(m.asked) AS sounds
         FROM name_words k WHERE k.word = m.form COLLATE "C" OFFSET 0) known
       UNION ALL
       SELECT w.asked, alike.word, true
       FROM unnest($3::text[]) AS w (asked), LATERAL (
         SELECT k.word FROM name_words k
         WHERE k.sounds && name_sounds(w.asked) AND k.word <> w.asked ORDER BY k.word <-> w.asked LIMIT ${LIKE_MAX}) alike
     ) like_words GROUP BY asked, word`,
    [asked, misspellings.flat(), words],
  )
  return found as LikeWord[]
}

/** Finds the words of names that share most three-letter parts with a word. */
export async function findNearWords(db: Db, word: string): Promise<LikeWord[]> {
  const found = await rows(
    db,
    `SELECT $1::text AS asked, word, false AS sounds FROM name_words ORDER BY word <-> $1 LIMIT ${LIKE_MAX}`,
    [word],
  )
  return found as LikeWord[]
}

/** Returns true if a person or an organization that is not merged has a name that matches a search. */
export async function isAnswered(db: Db, table: NamedTable, key: string): Promise<boolean> {
  const where = conditions()
  const [row] = await rows(
    db,
    `SELECT EXISTS (
       SELECT FROM ${table} r
       WHERE r.id = ANY(ARRAY(${answersTo(where, table, key)})) AND r.merged_into_id IS NULL) AS answered`,
    where.parameters,
  )
  return (row as { answered: boolean }).answered
}
