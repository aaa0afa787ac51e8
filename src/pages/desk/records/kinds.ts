import type { IdOrSlug } from '../../../core/id-or-slug.ts'
import type { Db } from '../../../database/db.ts'
import type { Review } from '../../../features/access/idempotency/schema.ts'
import { mergeOfficial, undoOfficialChange } from '../../../features/people/officials/identity/domain.ts'
import {
  mergeOrganization,
  undoOrganizationChange,
} from '../../../features/people/organizations/identity/domain.ts'
import { currentOfficial } from '../../../record/officials/domain.ts'
import type { Official } from '../../../record/officials/schema.ts'
import { currentOrganization } from '../../../record/organizations/domain.ts'
import type { Organization } from '../../../record/organizations/schema.ts'

export type RecordKind = 'official' | 'organization'

/** What the desk does with people and with organizations. */
interface RecordActions {
  /** What one record is, in a sentence. */
  readonly word: string
  /** Reads a record. A merged record leads to the record that has it. */
  readonly read: (db: Db, who: IdOrSlug) => Promise<Official | Organization>
  /** Merges a record into another one, and returns the one that stays. */
  readonly merge: (db: Db, who: IdOrSlug, into: string, review: Review) => Promise<{ readonly slug: string }>
  /** Undoes the latest change of a record. */
  readonly undo: (db: Db, who: IdOrSlug, review: Review) => Promise<{ readonly slug: string }>
}

export const ACTIONS: Readonly<Record<RecordKind, RecordActions>> = {
  official: {
    word: 'person',
    read: currentOfficial,
    merge: mergeOfficial,
    undo: undoOfficialChange,
  },
  organization: {
    word: 'organization',
    read: currentOrganization,
    merge: mergeOrganization,
    undo: undoOrganizationChange,
  },
}

/** Returns the path of a record of the desk. */
export const recordPath = (kind: RecordKind, slug: string): string => `/desk/${kind}s/${slug}`
