import { getOfficial } from '../../../../record/officials/domain.ts'
import type { OfficialRecord } from '../../../../record/officials/schema.ts'
import { targetsOf } from '../../identity/target.ts'

export const { idOf, idNamed, demandUnmerged, revisionOf } = targetsOf<OfficialRecord>({
  subject: 'official',
  table: 'officials',
  get: getOfficial,
  absent: (given) =>
    `No person on record has this id or slug: ${given}. GET /v1/officials?q=… finds people by name.`,
})
