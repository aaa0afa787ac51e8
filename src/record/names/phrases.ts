import { nameKey, parseName } from '../../core/names.ts'
import { organizationKey } from '../../core/organization-key.ts'
import type { NameKind } from '../../core/vocabulary.ts'
import type { Db } from '../../database/db.ts'
import { describeSubjects } from './describe.ts'
import { findNamed } from './named.sql.ts'
import type { NamedByPhrase } from './schema.ts'
import type { DescribedSubject } from './subjects.sql.ts'

/** The most subjects that are described for the phrases of a text. */
const NAMED_MAX = 60

/**
 * Finds the people, organizations and publishers whose whole name is one of the phrases, and the people whose family
 * name is one of them. Case, accents and honorifics do not matter. A merged record is replaced by the record it was
 * merged into.
 * @param most the most subjects for each phrase and each kind of name.
 */
export async function findNamesOf(
  db: Db,
  phrases: readonly string[],
  most: number,
): Promise<NamedByPhrase[]> {
  if (phrases.length === 0) return []
  const keys = phrases.map((phrase) => {
    const { given, surname } = parseName(phrase)
    return {
      phrase,
      person: nameKey(phrase),
      surname: given.length === 0 ? surname : null,
      body: organizationKey(phrase),
    }
  })
  const found = await findNamed(db, keys, most)
  const subjects = [...new Map(found.map((one) => [one.subject, one])).values()].slice(0, NAMED_MAX)
  const described = await describeSubjects(db, subjects)
  const named = found.flatMap(({ phrase, kind, subject, by_surname: isSurname }) => {
    const known = described.get(subject)
    return known ? [{ phrase, isSurname, ...nameOf(kind, known) }] : []
  })
  const seen = new Set<string>()
  return named.filter(({ phrase, id, isSurname }) => {
    const key = `${phrase} ${isSurname} ${id}`
    return !seen.has(key) && seen.add(key)
  })
}

const nameOf = (kind: NameKind, { id, slug, name, statements }: DescribedSubject) => ({
  ...{ kind, id, slug, name, statements },
})
