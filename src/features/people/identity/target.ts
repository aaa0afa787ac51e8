import type { Action } from '../../../core/actions.ts'
import { DomainError } from '../../../core/errors.ts'
import { invalidField } from '../../../core/faults.ts'
import { type IdOrSlug, idOrSlug } from '../../../core/id-or-slug.ts'
import type { Subject } from '../../../core/vocabulary.ts'
import type { Db, Tx } from '../../../database/db.ts'
import { type Cause, type Locked, nextRevision, type Revision } from '../../../database/ledger.sql.ts'
import type { NamedTable } from '../../../database/named-records.sql.ts'
import type { Entity } from './schema.ts'
import { findId } from './store.ts'

/** The differences between people and organizations as targets of a change. */
export interface Kind {
  readonly subject: Subject
  /** The table. It is also the segment of the path. */
  readonly table: NamedTable
  /** Returns a record; throws `not_found` if there is none. */
  readonly get: (
    db: Db,
    who: IdOrSlug,
  ) => Promise<{ readonly slug: string } | { readonly mergedInto: string }>
  /** Returns the message about an id or slug in a body that is not on record. */
  readonly absent: (given: string) => string
}

/** Creates the functions that find the target of a change and describe the change. */
export function targetsOf<Record extends Entity & { readonly slug: string }>(kind: Kind) {
  const { subject, table, get, absent } = kind
  return {
    /**
     * Returns the id of a record, merged or not.
     * @throws DomainError `not_found`.
     */
    async idOf(db: Db, who: IdOrSlug): Promise<string> {
      const id = await findId(db, table, who)
      if (id !== undefined) return id
      await get(db, who)
      throw new DomainError('not_found', 'There is no such record.')
    },

    /**
     * Returns the id of a record that a body names.
     * @throws DomainError `invalid_body` if there is none.
     */
    async idNamed(db: Db, given: string, pointer: string): Promise<string> {
      const id = await findId(db, table, idOrSlug(given))
      if (id === undefined) throw invalidField(pointer, absent(given))
      return id
    },

    /**
     * Returns a locked record, unless it was merged into another.
     * @param remedy the sentence that says what to do. Default: change the other record, or undo the merge.
     * @throws DomainError `conflict` with the URL of the other record.
     */
    async demandUnmerged(
      tx: Tx,
      held: ReadonlyMap<string, Locked<Record>>,
      id: string,
      remedy?: string,
    ): Promise<Locked<Record>> {
      const own = held.get(id) as Locked<Record>
      const { mergedInto, name, slug } = own.record
      if (mergedInto === null) return own
      const there = await get(tx, { id })
      const target = 'mergedInto' in there ? there.mergedInto : there.slug
      throw new DomainError(
        'conflict',
        `${name} was merged into /v1/${table}/${target}. ${remedy ?? `Change that record, or undo the merge: POST /v1/${table}/${slug}/undo.`}`,
        [{ code: 'merged', message: target }],
      )
    },

    /**
     * Returns the revision that changes a locked record to `after`.
     * @param undoes the version whose change is reverted.
     */
    revisionOf: (
      held: Locked<Record>,
      action: Action,
      after: Record,
      cause: Cause,
      undoes?: number,
    ): Revision =>
      nextRevision(subject, held, action, undoes === undefined ? after : { ...after, undoes }, cause),
  }
}
