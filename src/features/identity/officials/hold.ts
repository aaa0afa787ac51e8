import { getOfficial } from '../../officials/domain.ts'
import type { OfficialRecord } from '../../officials/schema.ts'
import { holdingOf } from '../common/hold.ts'

export const { idOf, idNamed, demandOwn, revisionOf } = holdingOf<OfficialRecord>({
  subject: 'official',
  table: 'officials',
  get: getOfficial,
  absent: (given) => `Nobody on record has this id or slug: ${given}. GET /v1/officials?q=… finds people.`,
})
