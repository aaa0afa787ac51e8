import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../database/handle.ts'
import { example } from '../../documentation/examples.ts'
import { callerOf } from '../../http/auth.ts'
import type { App } from '../../http/instance.ts'
import { readPage, sendPage } from '../../http/paging.ts'
import { choice, cursor, identifier, limit } from '../../http/parameters.ts'
import { demandVersion, versionTag } from '../../http/preconditions.ts'
import { requestedWrite, sendWritten } from '../../http/writes.ts'
import { idempotently } from '../idempotency/domain.ts'
import { Official } from '../officials/schema.ts'
import { changeHeaders } from '../review/parameters.ts'
import { REVISION_SORTS, type Review } from '../review/schema.ts'
import { OfficialHistoryPage, SplitOfficials } from './documentation.ts'
import { changeOfficial, listOfficialHistory, mergeOfficial, splitOfficial, undoChange } from './domain.ts'
import { whoOf } from './hold.ts'
import { mergeBody, officialBody, splitBody, undoBody } from './parameters.ts'

const BODY_BYTES_MAX = 256 * 1024

const official = z.strictObject({
  id: identifier({ description: 'Id or slug of a person.', examples: ['vedant-patel'] }),
})
const Changed = example(Official, 'getOfficial')
const ERRORS = ['conflict', 'precondition_failed', 'precondition_required'] as const

/** What people make of people: who they are, who is whom, and the way back. */
export function identityRoutes(app: App, { db, now }: { db: Db; now: () => Date }): void {
  /** One change of somebody, once. @param versionOf the version the answer's tag tells. */
  const change = async <Body>(
    request: FastifyRequest,
    operation: string,
    reason: string,
    work: (tx: Db, review: Review) => Promise<Body>,
    versionOf: (body: Body) => number,
  ) => {
    const at = now()
    const { name: actor } = callerOf(request)
    const demand = (version: number): void => demandVersion(request, version)
    return idempotently(db, requestedWrite(request, operation), at, async (tx) => {
      const body = await work(tx, { actor, at, reason, demand })
      return { status: 200, body, headers: { etag: versionTag(versionOf(body)) } }
    })
  }
  const ownVersion = ({ version }: Official): number => version

  app.patch(
    '/officials/:id',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: ERRORS },
      schema: {
        operationId: 'correctOfficial',
        tags: ['officials'],
        summary: 'Correct who somebody is',
        description:
          'Name, other names, and positions with their dates. What is left out stays; the slug stays too, so that addresses do. A name that is replaced becomes another name.',
        params: official,
        headers: changeHeaders,
        body: officialBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, ...edit } = request.body
      const answer = await change(
        request,
        `correctOfficial ${id}`,
        reason,
        (tx, review) => changeOfficial(tx, whoOf(id), edit, review),
        ownVersion,
      )
      return sendWritten<Official>(reply, answer)
    },
  )

  app.post(
    '/officials/:id/merge',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: ERRORS },
      schema: {
        operationId: 'mergeOfficial',
        tags: ['officials'],
        summary: 'Say that two people are one',
        description:
          'All this person said, and the names and positions, go to the person named in `into`; from then on this one answers 301. The answer is the person who stays. If-Match names the version of this person.',
        params: official,
        headers: changeHeaders,
        body: mergeBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, into } = request.body
      const answer = await change(
        request,
        `mergeOfficial ${id}`,
        reason,
        (tx, review) => mergeOfficial(tx, whoOf(id), into, review),
        ownVersion,
      )
      return sendWritten<Official>(reply, answer)
    },
  )

  app.post(
    '/officials/:id/split',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: ERRORS },
      schema: {
        operationId: 'splitOfficial',
        tags: ['officials'],
        summary: 'Say that some words are another person’s',
        description:
          'The statements and positions named go to another person on record (`into`), or to a new one (`name`). The answer is both people; the ETag is of the one they were taken from.',
        params: official,
        headers: changeHeaders,
        body: splitBody,
        response: { 200: SplitOfficials },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, ...split } = request.body
      const answer = await change(
        request,
        `splitOfficial ${id}`,
        reason,
        (tx, review) => splitOfficial(tx, whoOf(id), split, review),
        ({ from }) => from.version,
      )
      return sendWritten<z.infer<typeof SplitOfficials>>(reply, answer)
    },
  )

  app.post(
    '/officials/:id/undo',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: ERRORS },
      schema: {
        operationId: 'undoOfficial',
        tags: ['officials'],
        summary: 'Undo the last change of a person',
        description:
          'Takes back the latest change that stands, as a change of its own; sent again, the one before. A merger or a split returns exactly the statements it took, on both sides. For somebody who was merged, If-Match is the version their history ends with.',
        params: official,
        headers: changeHeaders,
        body: undoBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const answer = await change(
        request,
        `undoOfficial ${id}`,
        request.body.reason,
        (tx, review) => undoChange(tx, whoOf(id), review),
        ownVersion,
      )
      return sendWritten<Official>(reply, answer)
    },
  )

  app.get(
    '/officials/:id/history',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getOfficialHistory',
        tags: ['officials'],
        summary: 'What became of a person on record',
        description:
          'The revisions, latest first: who changed what, when, why, before and after. Of somebody who was merged into another, up to the merger.',
        params: official,
        querystring: z.strictObject({
          sort: choice(REVISION_SORTS, {
            description: 'Latest or first revision first.',
            examples: ['-version'],
          }).default('-version'),
          limit: limit(),
          cursor: cursor(),
        }),
        response: { 200: OfficialHistoryPage },
      },
    },
    async (request, reply) => {
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listOfficialHistory(db, whoOf(request.params.id), page),
      })
    },
  )
}
