import { z } from 'zod'
import { canonicalJson } from '../../../core/canonical-json.ts'
import type { Db } from '../../../database/db.ts'
import { prisma } from '../../../database/prisma.ts'

const Dated = z.object({ said: z.looseObject({ basis: z.string() }) })

/**
 * Finds which statements of an article got their date from a person: by a correction, by a return to an earlier
 * version, or when a person recorded them by hand with a date.
 */
export async function findDatedByPerson(db: Db, statementIds: readonly string[]): Promise<Set<string>> {
  const revisions = await prisma(db).revision.findMany({
    where: { subject: 'statement', subjectId: { in: [...statementIds] }, actor: { not: 'machine' } },
    select: { subjectId: true, before: true, after: true },
  })
  const dated = revisions.filter(({ before, after }) => {
    const { said } = Dated.parse(after)
    if (before === null) return said.basis !== 'publication'
    return canonicalJson(Dated.parse(before).said) !== canonicalJson(said)
  })
  return new Set(dated.map(({ subjectId }) => subjectId))
}
