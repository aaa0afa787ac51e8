import { z } from 'zod'
import { canonicalJson } from '../../../core/canonical-json.ts'
import type { Db } from '../../../database/db.ts'
import { prisma } from '../../../database/prisma.ts'

const Dated = z.object({ said: z.looseObject({ basis: z.string() }) })

/** Most statements whose revisions one query reads: each revision has the whole statement before and after. */
const PIECE = 500

/**
 * Finds which statements of an article got their date from a person: by a correction, by a return to an earlier
 * version, or when a person recorded them by hand with a date.
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
