import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { writeHeaders } from '../../../http/writes.ts'
import { Statement } from '../../../record/statements/schema.ts'
import { changed, created, writeOnce } from '../../access/idempotency/once.ts'
import { mountReview } from '../../access/idempotency/review-route.ts'
import { mountReviewedHistory } from '../../changes/history/review-route.ts'
import { TRANSITION_TEXTS } from './documentation.ts'
import {
  correctStatement,
  listHistory,
  recordStatement,
  restoreStatement,
  transitionStatement,
} from './domain.ts'
import { correctionBody, handMadeBody, restoreBody, transitionBody } from './parameters.ts'

/**
 * The largest correction, in bytes. It is enough for a statement of fifty long pieces with their evidence, and a
 * reason.
 */
const RECORD_BYTES_MAX = 1024 * 1024
const REASON_BYTES_MAX = 32 * 1024

const statementId = z.strictObject({ id: z.uuid().describe('The id of a statement.') })
const Reviewed = example(Statement, 'getStatement')

/**
 * Mounts the review of statements: transitions of the status, corrections, statements recorded by hand, and the
 * history.
 */
export function reviewRoutes(app: App, context: { db: Db; now: () => Date }): void {
  const { db, now } = context
  for (const action of ['verify', 'dispute', 'retract', 'reject'] as const) {
    const [summary, description] = TRANSITION_TEXTS[action]
    mountReview(app, context, {
      method: 'POST',
      url: `/statements/:id/${action}`,
      operationId: `${action}Statement`,
      tag: 'review',
      summary,
      description,
      bodyLimit: REASON_BYTES_MAX,
      params: statementId,
      body: transitionBody,
      answer: Reviewed,
      errors: ['gone'],
      change: async (tx, id, _edit, review) => changed(await transitionStatement(tx, id, action, review)),
    })
  }

  mountReview(app, context, {
    method: 'POST',
    url: '/statements/:id/restore',
    operationId: 'restoreStatement',
    tag: 'review',
    summary: 'Restore a statement',
    description:
      'Without a version: restores the status before the statement was retracted or rejected. With a version: restores the whole statement as it was at that version, as a new version.',
    bodyLimit: REASON_BYTES_MAX,
    params: statementId,
    body: restoreBody,
    answer: Reviewed,
    errors: ['gone'],
    change: async (tx, id, { version = null }, review) =>
      changed(await restoreStatement(tx, id, version, review)),
  })

  mountReview(app, context, {
    method: 'PATCH',
    url: '/statements/:id',
    operationId: 'correctStatement',
    tag: 'review',
    summary: 'Correct a statement',
    description:
      'Corrects the speaker, date, type, polarity and spans. Fields that are left out keep their values. Every span must cover its words in the snapshot of the statement. The status does not change: verify the statement as well.',
    bodyLimit: RECORD_BYTES_MAX,
    params: statementId,
    body: correctionBody,
    answer: Reviewed,
    errors: ['gone', 'span_mismatch'],
    change: async (tx, id, correction, review) => changed(await correctStatement(tx, id, correction, review)),
  })

  app.post(
    '/statements',
    {
      bodyLimit: RECORD_BYTES_MAX,
      config: { scope: 'review', errors: ['conflict', 'gone', 'span_mismatch'] },
      schema: {
        operationId: 'recordStatement',
        tags: ['review'],
        summary: 'Record a statement by hand',
        description:
          'Records a statement that the machine missed, against a snapshot of an article. It is verified from the start, and its rule is `person`.',
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

  mountReviewedHistory(
    app,
    { db },
    {
      path: '/statements/:id',
      tag: 'review',
      operationId: 'getStatementHistory',
      summary: 'Read the history of a statement',
      description:
        'The revisions, latest first: who changed what, when, why, before and after. For a retracted statement, a key with the scope review is required.',
      params: statementId,
      list: listHistory,
    },
  )
}
