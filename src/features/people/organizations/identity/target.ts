import { getOrganization } from '../../../../record/organizations/domain.ts'
import type { OrganizationRecord } from '../../../../record/organizations/schema.ts'
import { targetsOf } from '../../identity/target.ts'

export const { idOf, idNamed, demandUnmerged, revisionOf } = targetsOf<OrganizationRecord>({
  subject: 'organization',
  table: 'organizations',
  get: getOrganization,
  absent: (given) =>
    `No organization has this id or slug: ${given}. GET /v1/organizations?q=… finds organizations by name.`,
})
