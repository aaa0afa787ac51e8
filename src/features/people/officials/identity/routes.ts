import { z } from 'zod'
import { idOrSlug } from '../../../../core/id-or-slug.ts'
import type { Db } from '../../../../database/db.ts'
import { example } from '../../../../documentation/examples.ts'
import type { App } from '../../../../http/instance.ts'
import { readPage, sendPage } from '../../../../http/paging.ts'
import { CHANGE_ERRORS, changeHeaders } from '../../../../http/writes.ts'
import { identifier } from '../../../../input/values.ts'
import { Official } from '../../../../record/officials/schema.ts'
import { changed, writeOnce } from '../../../access/idempotency/once.ts'
import { historyQuery } from '../../../changes/history/parameters.ts'
import { mergeBody, undoBody } from '../../identity/parameters.ts'
import { OfficialHistoryPage, SplitOfficials } from './documentation.ts'
import { changeOfficial, listOfficialHistory, mergeOfficial, splitOfficial, undoChange } from './domain.ts'
import { officialBody, splitBody } from './parameters.ts'

const BODY_BYTES_MAX = 256 * 1024

const official = z.strictObject({
  id: identifier({ description: 'Id or slug of a person.', examples: ['vedant-patel'] }),
})
const Changed = example(Official, 'getOfficial')

/** Mounts the changes of people: correcting, merging, splitting and undoing, and their history. */
export function officialIdentityRoutes(app: App, { db, now }: { db: Db; now: () => Date }): void {
  app.patch(
    '/officials/:id',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: CHANGE_ERRORS },
      schema: {
        operationId: 'correctOfficial',
        tags: ['officials'],
        summary: 'Correct a person',
        description:
          'Corrects the name, the aliases, and the positions with their dates. Fields that are left out keep their values. The slug stays, so that URLs keep working. A replaced name becomes an alias.',
        params: official,
        headers: changeHeaders,
        body: officialBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, ...edit } = request.body
      const write = { db, at: now(), operation: `correctOfficial ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await changeOfficial(tx, idOrSlug(id), edit, { ...writer, reason })),
      )
    },
  )

  app.post(
    '/officials/:id/merge',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: CHANGE_ERRORS },
      schema: {
        operationId: 'mergeOfficial',
        tags: ['officials'],
        summary: 'Merge two people',
        description:
          'Statements, names and positions of this person move to the person in `into`. From then on this person answers 301. The response is the person who stays. If-Match is the version of this person.',
        params: official,
        headers: changeHeaders,
        body: mergeBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, into } = request.body
      const write = { db, at: now(), operation: `mergeOfficial ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await mergeOfficial(tx, idOrSlug(id), into, { ...writer, reason })),
      )
    },
  )

  app.post(
    '/officials/:id/split',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: CHANGE_ERRORS },
      schema: {
        operationId: 'splitOfficial',
        tags: ['officials'],
        summary: 'Split a person',
        description:
          'The given statements and positions move to another person on record (`into`), or to a new one (`name`). The response is both people; its ETag is the version of the person they were taken from.',
        params: official,
        headers: changeHeaders,
        body: splitBody,
        response: { 200: SplitOfficials },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, ...split } = request.body
      const write = { db, at: now(), operation: `splitOfficial ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) => {
        const body = await splitOfficial(tx, idOrSlug(id), split, { ...writer, reason })
        return { ...changed(body.from), body }
      })
    },
  )

  app.post(
    '/officials/:id/undo',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { scope: 'review', errors: CHANGE_ERRORS },
      schema: {
        operationId: 'undoOfficial',
        tags: ['officials'],
        summary: 'Undo the last change of a person',
        description:
          'Undoes the latest change that was not undone, as a new change; another request undoes the change before. Undoing a merge or a split returns exactly the statements it moved, on both sides. For a merged person, If-Match is the last version in their history.',
        params: official,
        headers: changeHeaders,
        body: undoBody,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason } = request.body
      const write = { db, at: now(), operation: `undoOfficial ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await undoChange(tx, idOrSlug(id), { ...writer, reason })),
      )
    },
  )

  app.get(
    '/officials/:id/history',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getOfficialHistory',
        tags: ['officials'],
        summary: 'Read the history of a person',
        description:
          'The revisions, latest first: who changed what, when, why, before and after. The history of a merged person ends with the merge.',
        params: official,
        querystring: historyQuery,
        response: { 200: OfficialHistoryPage },
      },
    },
    async (request, reply) => {
      const page = readPage(request, request.query)
      return sendPage(request, reply, {
        page,
        rows: await listOfficialHistory(db, idOrSlug(request.params.id), page),
      })
    },
  )
}
