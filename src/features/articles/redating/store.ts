import { z } from 'zod'
import { canonicalJson } from '../../../core/canonical-json.ts'
import type { Db } from '../../../database/db.ts'
import { prisma } from '../../../database/prisma.ts'

const Dated = z.object({ said: z.looseObject({ basis: z.string() }) })

/** The most statements whose revisions one query reads. Each revision has the whole statement before and after. */
const PIECE = 500

/**
 * Finds the statements of an article with a date from a person. The person corrected it, returned to an earlier
 * version, or recorded the statement by hand with a date.
 */
export async function findDatedByPerson(db: Db, statementIds: readonly string[]): Promise<Set<string>> {
  const dated = new Set<string>()
  for (let from = 0; from < statementIds.length; from += PIECE) {
    const revisions = await prisma(db).revision.findMany({
      where: {
        subject: 'statement',
        subjectId: { in: statementIds.slice(from, from + PIECE) },
        actor: { not: 'machine' },
      },
      select: { subjectId: true, before: true, after: true },
    })
    for (const { subjectId, before, after } of revisions) if (setsDate(before, after)) dated.add(subjectId)
  }
  return dated
}

function setsDate(before: unknown, after: unknown): boolean {
  const { said } = Dated.parse(after)
  if (before === null) return said.basis !== 'publication'
  return canonicalJson(Dated.parse(before).said) !== canonicalJson(said)
}
