// SQL, because Prisma cannot join people by the last word of their names.

import { z } from 'zod'
import type { Db } from '../../../../database/db.ts'
import { rows } from '../../../../database/sql.ts'
import { Likeness } from './schema.ts'

/** A surname of more people is so common that it tells nothing. */
const NAMESAKES_MAX = 50
const PAIRS_MAX = 5000

const Named = z.object({ id: z.string(), name: z.string() })
const Pair = z.object({ a: Named, b: Named })

/** Finds pairs of people on record whose names end with the same word. */
export async function findPairsOfOneSurname(db: Db): Promise<z.infer<typeof Pair>[]> {
  const found = await rows(
    db,
    `WITH named AS (
       SELECT o.id, o.name, regexp_replace(o.name_key, '^.* ', '') AS surname
       FROM officials o WHERE o.merged_into_id IS NULL
     ), shared AS (
       SELECT surname FROM named WHERE surname <> '' GROUP BY surname HAVING count(*) BETWEEN 2 AND $1
     )
     SELECT json_build_object('id', a.id, 'name', a.name) AS a, json_build_object('id', b.id, 'name', b.name) AS b
     FROM shared JOIN named a USING (surname) JOIN named b USING (surname)
     WHERE a.id < b.id ORDER BY surname, a.id, b.id LIMIT $2`,
    [NAMESAKES_MAX, PAIRS_MAX],
  )
  return z.array(Pair).parse(found)
}

/** Reads people with their titles and the numbers of their statements. */
export async function readLikenesses(db: Db, ids: readonly string[]): Promise<Likeness[]> {
  const found = await rows(
    db,
    `SELECT o.id, o.slug, o.name, o.version,
       ARRAY(SELECT DISTINCT p.title FROM positions p WHERE p.official_id = o.id ORDER BY p.title LIMIT 5) AS titles,
       (SELECT count(*)::int FROM statements s WHERE s.official_id = o.id) AS statements
     FROM officials o WHERE o.id = ANY($1::uuid[])`,
    [ids],
  )
  return z.array(Likeness).parse(found)
}
