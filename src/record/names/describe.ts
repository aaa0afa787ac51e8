import { NAME_KINDS, type NameKind } from '../../core/vocabulary.ts'
import type { Db } from '../../database/db.ts'
import type { RankedSpelling } from './rank.ts'
import type { FoundName } from './schema.ts'
import { type DescribedSubject, describePublishers, describeRecords } from './subjects.sql.ts'

/**
 * The number of described subjects beyond the requested number. Two merged subjects can be one, so some may drop out.
 */
export const SPARE = 5

/** Describes subjects. Returns the descriptions by id or key. */
export async function describeSubjects(
  db: Db,
  subjects: readonly { readonly kind: NameKind; readonly subject: string }[],
): Promise<Map<string, DescribedSubject>> {
  const subjectsOf = (kind: NameKind): string[] =>
    subjects.filter((one) => one.kind === kind).map(({ subject }) => subject)
  const described = await Promise.all([
    describeRecords(db, 'officials', subjectsOf('official')),
    describeRecords(db, 'organizations', subjectsOf('organization')),
    describePublishers(db, subjectsOf('publisher')),
  ])
  return new Map(described.flat().map((one) => [one.given, one]))
}

/** Describes the best subjects, each once, and sorts equal matches by the number of their statements. */
export async function describe(db: Db, best: readonly RankedSpelling[], limit: number): Promise<FoundName[]> {
  const shown = best.slice(0, limit + SPARE)
  const bySubject = await describeSubjects(db, shown)
  const found = shown.flatMap((spelling) => {
    const subject = bySubject.get(spelling.subject)
    return subject ? [{ spelling, subject }] : []
  })
  const seen = new Set<string>()
  return found
    .filter(({ subject: { id } }) => !seen.has(id) && seen.add(id))
    .sort(
      (a, b) =>
        a.spelling.tier - b.spelling.tier ||
        a.spelling.cost - b.spelling.cost ||
        b.subject.statements.count - a.subject.statements.count ||
        NAME_KINDS.indexOf(a.spelling.kind) - NAME_KINDS.indexOf(b.spelling.kind) ||
        (a.subject.name < b.subject.name ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ spelling: { kind, spelling, matched }, subject: { id, slug, name, statements } }) => ({
      kind,
      id,
      slug,
      name,
      spelling,
      matched,
      statements,
    }))
}
