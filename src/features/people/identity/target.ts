import { DomainError } from '../../../core/errors.ts'
import { invalidField } from '../../../core/faults.ts'
import { type IdOrSlug, idOrSlug } from '../../../core/id-or-slug.ts'
import type { Subject } from '../../../core/vocabulary.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { type Cause, type Locked, nextRevision, type Revision } from '../../../database/ledger.sql.ts'
import type { NamedTable } from '../../../database/named-records.sql.ts'
import type { Entity } from './schema.ts'
import { findId } from './store.ts'

/** What tells people from organizations where they are held for a change. */
export interface Kind {
  readonly subject: Subject
  /** The table, and the path below which they are read. */
  readonly table: NamedTable
  /** Reads one; throws `not_found` where there is none. */
  readonly get: (
    db: Db,
    who: IdOrSlug,
  ) => Promise<{ readonly slug: string } | { readonly mergedInto: string }>
  /** What is said of a word of a body that names none. */
  readonly absent: (given: string) => string
}

/** How people, or organizations, are found for a change, and what is told of it. */
export function targetsOf<Record extends Entity & { readonly slug: string }>(kind: Kind) {
  const { subject, table, get, absent } = kind
  return {
    /** The id of one on record, merged or not. @throws DomainError `not_found`. */
    async idOf(db: Db, who: IdOrSlug): Promise<string> {
      const id = await findId(db, table, who)
      if (id !== undefined) return id
      await get(db, who)
      throw new DomainError('not_found', 'Nobody is on record there.')
    },

    /** The id of one that a body names: who is not there is the body's fault. @throws DomainError `invalid_body`. */
    async idNamed(db: Db, given: string, pointer: string): Promise<string> {
      const id = await findId(db, table, idOrSlug(given))
      if (id === undefined) throw invalidField(pointer, absent(given))
      return id
    },

    /**
     * One of those held, which can be changed: one that was merged into another cannot.
     * @throws DomainError `conflict`, naming where to go.
     */
    async demandUnmerged(
      tx: Tx,
      held: ReadonlyMap<string, Locked<Record>>,
      id: string,
    ): Promise<Locked<Record>> {
      const own = held.get(id) as Locked<Record>
      const { mergedInto, name, slug } = own.record
      if (mergedInto === null) return own
      const there = await get(tx, { id })
      const target = 'mergedInto' in there ? there.mergedInto : there.slug
      throw new DomainError(
        'conflict',
        `${name} was merged into /v1/${table}/${target}. Change that one, or undo the merger: POST /v1/${table}/${slug}/undo.`,
        [{ code: 'merged', message: target }],
      )
    },

    /** The revision of one held that a change leaves as `after`. @param undoes the version whose change it takes back. */
    revisionOf: (
      held: Locked<Record>,
      action: string,
      after: Record,
      cause: Cause,
      undoes?: number,
    ): Revision =>
      nextRevision(subject, held, action, undoes === undefined ? after : { ...after, undoes }, cause),
  }
}
