import type { Tx } from '../../../../database/db.ts'
import { getOfficial } from '../../../../record/officials/domain.ts'
import { OfficialRecord } from '../../../../record/officials/schema.ts'
import * as history from '../../../changes/history/domain.ts'
import type { BeforeAndAfter, PastChange } from '../../../changes/history/schema.ts'
import { targetsOf } from '../../identity/target.ts'

export const { idOf, idNamed, demandUnmerged, revisionOf } = targetsOf<OfficialRecord>({
  subject: 'official',
  table: 'officials',
  get: getOfficial,
  absent: (given) =>
    `No person on record has this id or slug: ${given}. GET /v1/officials?q=… finds people by name.`,
})

/** Finds the changes of a person so far. */
export const pastChanges = (tx: Tx, id: string): Promise<PastChange[]> =>
  history.pastChanges(tx, 'official', id)

/** Finds a person before and after the change that made a version. */
export const findChange = (tx: Tx, id: string, version: number): Promise<BeforeAndAfter<OfficialRecord>> =>
  history.findChange(tx, 'official', OfficialRecord, id, version)
