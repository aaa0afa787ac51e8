import { z } from 'zod'
import type { Db } from '../../../../database/db.ts'
import { rows } from '../../../../database/sql.ts'
import type { Office } from './holder.ts'

// SQL, because an index on `lower(title)` finds the offices, and Prisma cannot use it.

const OfficeRow = z.object({
  officialId: z.string(),
  title: z.string(),
  organizationNames: z.array(z.string()),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

/** The most holders of one title. A title with more holders does not identify a person. */
const MOST_HOLDERS = 2000

/** Finds the offices with one of these titles, in any case, and their holders. Excludes printed positions. */
export async function findOffices(db: Db, titles: readonly string[]): Promise<Office[]> {
  const found = await rows(
    db,
    `SELECT p.official_id AS "officialId", p.title, p.from_edtf AS "from", p.to_edtf AS "to",
            ARRAY(SELECT g.name FROM organizations g WHERE g.id = p.organization_id
                  UNION SELECT a.name FROM organization_aliases a WHERE a.organization_id = p.organization_id
            ) AS "organizationNames"
     FROM positions p JOIN officials o ON o.id = p.official_id AND o.merged_into_id IS NULL
     WHERE p.basis <> 'printed' AND lower(p.title) = ANY($1::text[])
     ORDER BY p.id LIMIT ${MOST_HOLDERS}`,
    [titles],
  )
  return found.map((row) => OfficeRow.parse(row))
}
