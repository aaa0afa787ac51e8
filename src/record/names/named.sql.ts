import type { NameKind } from '../../core/vocabulary.ts'
import type { Db } from '../../database/db.ts'
import { rows } from '../../database/sql.ts'

// SQL, because each phrase is looked up in seven indexes, and Prisma calls no function of the database.

/** Words that may be a name, with the keys by which names are compared. */
export interface NamePhrase {
  readonly phrase: string
  /** The key of a person's name. */
  readonly person: string
  /** The family name, if the phrase has no other words; otherwise null. */
  readonly surname: string | null
  /** The key of an organization's name. */
  readonly body: string
}

/** A subject that a phrase names. */
export interface NamedSubject {
  readonly phrase: string
  readonly kind: NameKind
  readonly subject: string
  /** True if the phrase is only the family name. */
  readonly by_surname: boolean
}

/**
 * Finds the people, organizations and publishers whose whole name is one of the phrases, and the people whose family
 * name is one of them.
 * @param most the most subjects for each phrase and each kind of name.
 */
export async function findNamed(
  db: Db,
  phrases: readonly NamePhrase[],
  most: number,
): Promise<readonly NamedSubject[]> {
  const part = (kind: NameKind, subject: string, from: string, bySurname = false): string =>
    `(SELECT '${kind}'::name_kind, ${subject}::text, ${bySurname} FROM ${from} LIMIT ${most})`
  const found = await rows(
    db,
    `SELECT DISTINCT p.phrase, named.kind, named.subject, named.by_surname
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS p (phrase, person, surname, body), LATERAL (
       ${[
         part('official', 'o.id', 'officials o WHERE o.name_key = p.person'),
         part('official', 'a.official_id', 'official_aliases a WHERE a.name_key = p.person'),
         part('official', 'o.id', 'officials o WHERE surname_of_key(o.name_key) = p.surname', true),
         part(
           'official',
           'a.official_id',
           'official_aliases a WHERE surname_of_key(a.name_key) = p.surname',
           true,
         ),
         part('organization', 'b.id', 'organizations b WHERE b.name_key = p.body'),
         part('organization', 'a.organization_id', 'organization_aliases a WHERE a.name_key = p.body'),
         part(
           'publisher',
           'n.subject',
           "names n WHERE n.subject = publisher_key(p.phrase) AND n.kind = 'publisher'",
         ),
       ].join('\n       UNION ALL ')}
     ) AS named (kind, subject, by_surname)`,
    [
      phrases.map(({ phrase }) => phrase),
      phrases.map(({ person }) => person),
      phrases.map(({ surname }) => surname),
      phrases.map(({ body }) => body),
    ],
  )
  return found as NamedSubject[]
}
