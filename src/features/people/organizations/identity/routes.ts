import { z } from 'zod'
import { idOrSlug } from '../../../../core/id-or-slug.ts'
import type { Db } from '../../../../database/db.ts'
import { example } from '../../../../documentation/examples.ts'
import type { App } from '../../../../http/instance.ts'
import { identifier } from '../../../../input/values.ts'
import { Organization } from '../../../../record/organizations/schema.ts'
import { changed } from '../../../access/idempotency/once.ts'
import { mountReview } from '../../../access/idempotency/review-route.ts'
import { mountHistory } from '../../identity/history-route.ts'
import { mergeBody, undoBody } from '../../identity/parameters.ts'
import {
  changeOrganization,
  listOrganizationHistory,
  mergeOrganization,
  undoOrganizationChange,
} from './domain.ts'
import { organizationBody } from './parameters.ts'

const BODY_BYTES_MAX = 64 * 1024
const organization = z.strictObject({
  id: identifier({ description: 'Id or slug of an organization.', examples: ['state-department'] }),
})
const Changed = example(Organization, 'getOrganization')

/** Mounts the changes of organizations (correction, merge and undo) and their history. */
export function organizationIdentityRoutes(app: App, context: { db: Db; now: () => Date }): void {
  mountReview(app, context, {
    method: 'PATCH',
    url: '/organizations/:id',
    operationId: 'correctOrganization',
    tag: 'organizations',
    summary: 'Correct an organization',
    description:
      'Corrects the name and the aliases. The slug stays, so that URLs keep working. A replaced name becomes an alias. If another organization has the name, the answer is 409: merge the two.',
    bodyLimit: BODY_BYTES_MAX,
    params: organization,
    body: organizationBody,
    answer: Changed,
    change: async (tx, id, edit, review) => changed(await changeOrganization(tx, idOrSlug(id), edit, review)),
  })

  mountReview(app, context, {
    method: 'POST',
    url: '/organizations/:id/merge',
    operationId: 'mergeOrganization',
    tag: 'organizations',
    summary: 'Merge two organizations',
    description:
      'Names, identifiers, statements and positions move to the organization in `into`. From then on, the path of this organization answers 301. The response is the organization that stays. If-Match is the version of this organization.',
    bodyLimit: BODY_BYTES_MAX,
    params: organization,
    body: mergeBody,
    answer: Changed,
    change: async (tx, id, { into }, review) =>
      changed(await mergeOrganization(tx, idOrSlug(id), into, review)),
  })

  mountReview(app, context, {
    method: 'POST',
    url: '/organizations/:id/undo',
    operationId: 'undoOrganization',
    tag: 'organizations',
    summary: 'Undo the last change of an organization',
    description:
      'Undoes the latest change that was not undone, as a new change. Another request undoes the previous change. Undoing a merge returns exactly the statements and positions it moved.',
    bodyLimit: BODY_BYTES_MAX,
    params: organization,
    body: undoBody,
    answer: Changed,
    change: async (tx, id, _edit, review) => changed(await undoOrganizationChange(tx, idOrSlug(id), review)),
  })

  mountHistory(app, context, {
    records: 'organizations',
    operationId: 'getOrganizationHistory',
    summary: 'Read the history of an organization',
    description: 'Its revisions, latest first: who changed what, when, why, before and after.',
    params: organization,
    list: listOrganizationHistory,
  })
}
