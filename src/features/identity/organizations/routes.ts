import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../../database/handle.ts'
import { example } from '../../../documentation/examples.ts'
import { callerOf } from '../../../http/auth.ts'
import type { App } from '../../../http/instance.ts'
import { pageOf, readPage, sendPage } from '../../../http/paging.ts'
import { choice, cursor, identifier, limit } from '../../../http/parameters.ts'
import { demandVersion, versionTag } from '../../../http/preconditions.ts'
import { requestedWrite, sendWritten } from '../../../http/writes.ts'
import { idempotently } from '../../idempotency/domain.ts'
import { Organization } from '../../organizations/schema.ts'
import { changeHeaders } from '../../review/parameters.ts'
import { REVISION_SORTS, type Review, StatementRevision } from '../../review/schema.ts'
import { whoOf } from '../hold.ts'
import { mergeBody, organizationBody, undoBody } from '../parameters.ts'
import {
  changeOrganization,
  listOrganizationHistory,
  mergeOrganization,
  undoOrganizationChange,
} from './domain.ts'

const BODY_BYTES_MAX = 64 * 1024
const ERRORS = ['conflict', 'precondition_failed', 'precondition_required'] as const
const organization = z.strictObject({
  id: identifier({ description: 'Id or slug of an organization.', examples: ['state-department'] }),
})
const Changed = example(Organization, 'getOrganization')

const HISTORY_URL = '/v1/organizations/state-department/history'
const NAMES = { slug: 'state-department', identifiers: [], mergedInto: null }
const HistoryPage = pageOf(StatementRevision).meta({
  examples: [
    {
      items: [
        {
          version: 2,
          action: 'corrected',
          actor: 'night desk',
          reason: 'As it calls itself.',
          recorded: '2026-11-23T10:00:00.000Z',
          changed: ['aliases', 'name'],
          before: { ...NAMES, name: 'State Department', aliases: [] },
          after: { ...NAMES, name: 'Department of State', aliases: ['State Department'] },
        },
      ],
      page: { limit: 20, count: null, self: HISTORY_URL, first: HISTORY_URL, prev: null, next: null },
    },
  ],
})

/** What people make of organizations: what they are called, which are one, and the way back. */
export function organizationIdentityRoutes(app: App, { db, now }: { db: Db; now: () => Date }): void {
  /** One change of an organization, once. */
  const change = async (
    request: FastifyRequest,
    operation: string,
    reason: string,
    work: (tx: Db, review: Review) => Promise<Organization>,
  ) => {
    const at = now()
    const { name: actor } = callerOf(request)
    const demand = (version: number): void => demandVersion(request, version)
    return idempotently(db, requestedWrite(request, operation), at, async (tx) => {
      const body = await work(tx, { actor, at, reason, demand })
      return { status: 200, body, headers: { etag: versionTag(body.version) } }
    })
  }

  app.patch(
    '/organizations/:id',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: ERRORS },
      schema: {
        operationId: 'correctOrganization',
        tags: ['organizations'],
        summary: 'Correct what an organization is called',
        description:
          'Name and other names. The slug stays, so that addresses do; a name that is replaced becomes another name. A name by which another organization goes answers 409: merge the two.',
        params: organization,
        headers: changeHeaders,
        body: organizationBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, ...edit } = request.body
      const answer = await change(request, `correctOrganization ${id}`, reason, (tx, review) =>
        changeOrganization(tx, whoOf(id), edit, review),
      )
      return sendWritten<Organization>(reply, answer)
    },
  )

  app.post(
    '/organizations/:id/merge',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: ERRORS },
      schema: {
        operationId: 'mergeOrganization',
        tags: ['organizations'],
        summary: 'Say that two organizations are one',
        description:
          'Names, identifiers, statements and positions of this one go to the one named in `into`; from then on this one answers 301. The answer is the one that stays. If-Match names the version of this one.',
        params: organization,
        headers: changeHeaders,
        body: mergeBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, into } = request.body
      const answer = await change(request, `mergeOrganization ${id}`, reason, (tx, review) =>
        mergeOrganization(tx, whoOf(id), into, review),
      )
      return sendWritten<Organization>(reply, answer)
    },
  )

  app.post(
    '/organizations/:id/undo',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: ERRORS },
      schema: {
        operationId: 'undoOrganization',
        tags: ['organizations'],
        summary: 'Undo the last change of an organization',
        description:
          'Takes back the latest change that stands, as a change of its own; sent again, the one before. A merger returns exactly the statements and positions it took.',
        params: organization,
        headers: changeHeaders,
        body: undoBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const answer = await change(request, `undoOrganization ${id}`, request.body.reason, (tx, review) =>
        undoOrganizationChange(tx, whoOf(id), review),
      )
      return sendWritten<Organization>(reply, answer)
    },
  )

  app.get(
    '/organizations/:id/history',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getOrganizationHistory',
        tags: ['organizations'],
        summary: 'What became of an organization on record',
        description: 'Its revisions, latest first: who changed what, when, why, before and after.',
        params: organization,
        querystring: z.strictObject({
          sort: choice(REVISION_SORTS, {
            description: 'Latest or first revision first.',
            examples: ['-version'],
          }).default('-version'),
          limit: limit(),
          cursor: cursor(),
        }),
        response: { 200: HistoryPage },
      },
    },
    async (request, reply) => {
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listOrganizationHistory(db, whoOf(request.params.id), page),
      })
    },
  )
}
