import { DomainError } from '../../core/errors.ts'
import { invalidField } from '../../core/faults.ts'
import { type IdOrSlug, idOrSlug } from '../../core/id-or-slug.ts'
import type { Db } from '../../database/handle.ts'
import type { Revision } from '../../database/ledger.ts'
import { getOfficial } from '../officials/domain.ts'
import type { Official, OfficialRecord } from '../officials/schema.ts'
import type { Review } from '../review/schema.ts'
import type { HeldOfficial } from './schema.ts'
import * as store from './store.ts'

/**
 * The id of somebody on record, merged or not.
 * @throws DomainError `not_found`, naming people of a like slug.
 */
export async function idOf(db: Db, who: IdOrSlug): Promise<string> {
  const id = await store.findId(db, who)
  if (id === undefined) {
    await getOfficial(db, who)
    throw new DomainError('not_found', 'Nobody is on record there.')
  }
  return id
}

/** The id of somebody whom a body names: who is not there is the body's fault. @throws DomainError `invalid_body`. */
export async function idNamed(db: Db, given: string, pointer: string): Promise<string> {
  const id = await store.findId(db, idOrSlug(given))
  if (id === undefined) {
    const message = `Nobody on record has this id or slug: ${given}. GET /v1/officials?q=… finds people.`
    throw invalidField(pointer, message)
  }
  return id
}

/**
 * One of the people held, who can be changed: who was merged into another cannot.
 * @throws DomainError `conflict`, naming where to go.
 */
export async function demandOwn(
  tx: Db,
  held: ReadonlyMap<string, HeldOfficial>,
  id: string,
): Promise<HeldOfficial> {
  const official = held.get(id) as HeldOfficial
  const { mergedInto, name, slug } = official.record
  if (mergedInto === null) return official
  const there = await getOfficial(tx, { id })
  const target = 'mergedInto' in there ? there.mergedInto : there.slug
  throw new DomainError(
    'conflict',
    `${name} was merged into /v1/officials/${target}. Change that one, or undo the merger: POST /v1/officials/${slug}/undo.`,
    [{ code: 'merged', message: target }],
  )
}

/** The revision of a held person whom a review leaves as `after`. */
export const revisionOf = (
  { id, version, record }: HeldOfficial,
  action: string,
  after: OfficialRecord,
  { actor, reason }: Review,
  undoes?: number,
): Revision => ({
  subject: 'official',
  subjectId: id,
  version: version + 1,
  action,
  actor,
  reason,
  before: record,
  after: undoes === undefined ? after : { ...after, undoes },
})

/** A person as readers see them; of one who was merged, the one they turned out to be. */
export async function readOfficial(db: Db, who: IdOrSlug): Promise<Official> {
  const found = await getOfficial(db, who)
  return 'mergedInto' in found ? readOfficial(db, { slug: found.mergedInto }) : found
}
