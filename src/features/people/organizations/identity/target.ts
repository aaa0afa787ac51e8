import type { Tx } from '../../../../database/db.ts'
import { getOrganization } from '../../../../record/organizations/domain.ts'
import { OrganizationRecord } from '../../../../record/organizations/schema.ts'
import * as history from '../../../changes/history/domain.ts'
import type { BeforeAndAfter, PastChange } from '../../../changes/history/schema.ts'
import { targetsOf } from '../../identity/target.ts'

export const { idOf, idNamed, demandUnmerged, revisionOf } = targetsOf<OrganizationRecord>({
  subject: 'organization',
  table: 'organizations',
  get: getOrganization,
  absent: (given) =>
    `No organization has this id or slug: ${given}. GET /v1/organizations?q=… finds organizations by name.`,
})

/** Finds the changes of an organization so far. */
export const pastChanges = (tx: Tx, id: string): Promise<PastChange[]> =>
  history.pastChanges(tx, 'organization', id)

/** Finds an organization before and after the change that made a version. */
export const findChange = (
  tx: Tx,
  id: string,
  version: number,
): Promise<BeforeAndAfter<OrganizationRecord>> =>
  history.findChange(tx, 'organization', OrganizationRecord, id, version)
