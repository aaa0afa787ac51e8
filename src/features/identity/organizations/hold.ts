import { getOrganization } from '../../organizations/domain.ts'
import type { OrganizationRecord } from '../../organizations/schema.ts'
import { holdingOf } from '../common/hold.ts'

export const { idOf, idNamed, demandOwn, revisionOf } = holdingOf<OrganizationRecord>({
  subject: 'organization',
  table: 'organizations',
  get: getOrganization,
  absent: (given) => `No organization has this id or slug: ${given}. GET /v1/organizations?q=… finds them.`,
})
