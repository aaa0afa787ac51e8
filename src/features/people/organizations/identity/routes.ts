import { z } from 'zod'
import { idOrSlug } from '../../../../core/id-or-slug.ts'
import type { Db } from '../../../../database/db.ts'
import { example } from '../../../../documentation/examples.ts'
import type { App } from '../../../../http/instance.ts'
import { readPage, sendPage } from '../../../../http/paging.ts'
import { CHANGE_ERRORS, changeHeaders } from '../../../../http/writes.ts'
import { identifier } from '../../../../input/values.ts'
import { Organization } from '../../../../record/organizations/schema.ts'
import { changed, writeOnce } from '../../../access/idempotency/once.ts'
import { historyPage, historyQuery } from '../../../changes/history/parameters.ts'
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

const NAMES = { slug: 'state-department', identifiers: [], mergedInto: null }
const HistoryPage = historyPage('/v1/organizations/state-department/history', {
  version: 2,
  action: 'corrected',
  actor: 'night desk',
  reason: 'As it calls itself.',
  recorded: '2026-11-23T10:00:00.000Z',
  changed: ['aliases', 'name'],
  before: { ...NAMES, name: 'State Department', aliases: [] },
  after: { ...NAMES, name: 'Department of State', aliases: ['State Department'] },
})

/** Mounts the changes of organizations: correcting, merging and undoing, and their history. */
export function organizationIdentityRoutes(app: App, { db, now }: { db: Db; now: () => Date }): void {
  app.patch(
    '/organizations/:id',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: CHANGE_ERRORS },
      schema: {
        operationId: 'correctOrganization',
        tags: ['organizations'],
        summary: 'Correct an organization',
        description:
          'Corrects the name and the aliases. The slug stays, so that URLs keep working. A replaced name becomes an alias. If another organization has the name, the answer is 409: merge the two.',
        params: organization,
        headers: changeHeaders,
        body: organizationBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, ...edit } = request.body
      const write = { db, at: now(), operation: `correctOrganization ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await changeOrganization(tx, idOrSlug(id), edit, { ...writer, reason })),
      )
    },
  )

  app.post(
    '/organizations/:id/merge',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: CHANGE_ERRORS },
      schema: {
        operationId: 'mergeOrganization',
        tags: ['organizations'],
        summary: 'Merge two organizations',
        description:
          'Names, identifiers, statements and positions of this organization move to the one in `into`. From then on this one answers 301. The response is the one that stays. If-Match is the version of this one.',
        params: organization,
        headers: changeHeaders,
        body: mergeBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, into } = request.body
      const write = { db, at: now(), operation: `mergeOrganization ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await mergeOrganization(tx, idOrSlug(id), into, { ...writer, reason })),
      )
    },
  )

  app.post(
    '/organizations/:id/undo',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: CHANGE_ERRORS },
      schema: {
        operationId: 'undoOrganization',
        tags: ['organizations'],
        summary: 'Undo the last change of an organization',
        description:
          'Undoes the latest change that was not undone, as a new change; another request undoes the change before. Undoing a merge returns exactly the statements and positions it moved.',
        params: organization,
        headers: changeHeaders,
        body: undoBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason } = request.body
      const write = { db, at: now(), operation: `undoOrganization ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await undoOrganizationChange(tx, idOrSlug(id), { ...writer, reason })),
      )
    },
  )

  app.get(
    '/organizations/:id/history',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getOrganizationHistory',
        tags: ['organizations'],
        summary: 'Read the history of an organization',
        description: 'Its revisions, latest first: who changed what, when, why, before and after.',
        params: organization,
        querystring: historyQuery,
        response: { 200: HistoryPage },
      },
    },
    async (request, reply) => {
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listOrganizationHistory(db, idOrSlug(request.params.id), page),
      })
    },
  )
}
