import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import { allows } from '../../../http/auth.ts'
import type { App } from '../../../http/instance.ts'
import { readPage, sendPage } from '../../../http/paging.ts'
import { CHANGE_ERRORS, changeHeaders, writeHeaders } from '../../../http/writes.ts'
import { Statement } from '../../../record/statements/schema.ts'
import { changed, created, writeOnce } from '../../access/idempotency/once.ts'
import { historyQuery } from '../../changes/history/parameters.ts'
import { HistoryPage, TRANSITION_TEXTS } from './documentation.ts'
import {
  correctStatement,
  listHistory,
  recordStatement,
  restoreStatement,
  transitionStatement,
} from './domain.ts'
import { correctionBody, handMadeBody, restoreBody, transitionBody } from './parameters.ts'

/** Room for a statement of fifty long pieces with their evidence, and for a reason. */
const RECORD_BYTES_MAX = 1024 * 1024
const REASON_BYTES_MAX = 32 * 1024

const statementId = z.strictObject({ id: z.uuid().describe('The id of a statement.') })
const Reviewed = example(Statement, 'getStatement')

/** What people make of statements: judgements, corrections, and the whole of what became of each. */
export function reviewRoutes(app: App, { db, now }: { db: Db; now: () => Date }): void {
  for (const action of ['verify', 'dispute', 'retract', 'reject'] as const) {
    const [summary, description] = TRANSITION_TEXTS[action]
    const operationId = `${action}Statement`
    app.post(
      `/statements/:id/${action}`,
      {
        bodyLimit: REASON_BYTES_MAX,
        config: { scope: 'review', errors: CHANGE_ERRORS },
        schema: {
          operationId,
          tags: ['review'],
          summary,
          description,
          params: statementId,
          headers: changeHeaders,
          body: transitionBody,
          response: { 200: Reviewed },
        },
      },
      async (request, reply) => {
        const { id } = request.params
        const { reason } = request.body
        const write = { db, at: now(), operation: `${operationId} ${id}` }
        return writeOnce(request, reply, write, async (tx, writer) =>
          changed(await transitionStatement(tx, id, action, { ...writer, reason })),
        )
      },
    )
  }

  app.post(
    '/statements/:id/restore',
    {
      bodyLimit: REASON_BYTES_MAX,
      config: { scope: 'review', errors: CHANGE_ERRORS },
      schema: {
        operationId: 'restoreStatement',
        tags: ['review'],
        summary: 'Bring a statement back',
        description:
          'Without a version: to the status it had before it was retracted or rejected. With one: to all it was at that version, as a new version.',
        params: statementId,
        headers: changeHeaders,
        body: restoreBody,
        response: { 200: Reviewed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, version = null } = request.body
      const write = { db, at: now(), operation: `restoreStatement ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await restoreStatement(tx, id, version, { ...writer, reason })),
      )
    },
  )

  app.patch(
    '/statements/:id',
    {
      bodyLimit: RECORD_BYTES_MAX,
      config: {
        scope: 'review',
        errors: [...CHANGE_ERRORS, 'span_mismatch'],
      },
      schema: {
        operationId: 'correctStatement',
        tags: ['review'],
        summary: 'Correct a statement',
        description:
          'Speaker, date, type, polarity and spans. What is left out stays; every span must cover its words in the snapshot of the statement. The status stays: verify it as well.',
        params: statementId,
        headers: changeHeaders,
        body: correctionBody,
        response: { 200: Reviewed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason, ...correction } = request.body
      const write = { db, at: now(), operation: `correctStatement ${id}` }
      return writeOnce(request, reply, write, async (tx, writer) =>
        changed(await correctStatement(tx, id, correction, { ...writer, reason })),
      )
    },
  )

  app.post(
    '/statements',
    {
      bodyLimit: RECORD_BYTES_MAX,
      config: { scope: 'review', errors: ['conflict', 'span_mismatch'] },
      schema: {
        operationId: 'recordStatement',
        tags: ['review'],
        summary: 'Record a statement by hand',
        description:
          'Against a snapshot of an article: what the machine missed. It is verified from the start, and its rule is `person`.',
        headers: writeHeaders,
        body: handMadeBody,
        response: { 201: Reviewed },
      },
    },
    async (request, reply) => {
      const { reason = null } = request.body
      const write = { db, at: now(), operation: 'recordStatement' }
      return writeOnce(request, reply, write, async (tx, writer) =>
        created(await recordStatement(tx, request.body, { ...writer, reason })),
      )
    },
  )

  app.get(
    '/statements/:id/history',
    {
      // Reviewers are shown what others are not, so nobody between may keep it.
      config: { scope: 'read', conditional: { cacheControl: 'no-store' }, errors: ['gone'] },
      schema: {
        operationId: 'getStatementHistory',
        tags: ['review'],
        summary: 'What became of a statement',
        description:
          'Its revisions, latest first: who changed what, when, why, before and after. Of a retracted statement only a key with the scope review reads them.',
        params: statementId,
        querystring: historyQuery,
        response: { 200: HistoryPage },
      },
    },
    async (request, reply) => {
      const { query, caller } = request
      const mayReview = caller !== null && allows(caller, 'review')
      const page = readPage(request, query)
      const found = await listHistory(db, request.params.id, page, mayReview)
      return sendPage(request, reply, {
        page,
        rows: found,
      })
    },
  )
}
