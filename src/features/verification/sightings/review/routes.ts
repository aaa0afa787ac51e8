import { z } from 'zod'
import type { Db } from '../../../../database/db.ts'
import { example } from '../../../../documentation/examples.ts'
import type { App } from '../../../../http/instance.ts'
import { Statement } from '../../../../record/statements/schema.ts'
import { changed } from '../../../access/idempotency/once.ts'
import { mountReview } from '../../../access/idempotency/review-route.ts'
import { joinSightings, partSightings, undoDecision } from './domain.ts'
import { joinBody, partBody, undoBody } from './parameters.ts'

const BYTES_MAX = 32 * 1024

/** The parts that the three decisions share. */
const SHARED = {
  method: 'POST',
  tag: 'review',
  bodyLimit: BYTES_MAX,
  params: z.strictObject({ id: z.uuid().describe('The id of a statement.') }),
  answer: example(Statement, 'getStatement'),
  errors: ['gone'],
} as const

/** Mounts the decisions of reviewers about which statements report one utterance. */
export function sightingReviewRoutes(app: App, context: { db: Db; now: () => Date }): void {
  mountReview(app, context, {
    ...SHARED,
    url: '/statements/:id/sightings/join',
    operationId: 'joinSightings',
    summary: 'Join reports of one utterance',
    description: 'Decides that another statement reports the same utterance. Their groups become one.',
    body: joinBody,
    change: async (tx, id, { statement }, review) => changed(await joinSightings(tx, id, statement, review)),
  })
  mountReview(app, context, {
    ...SHARED,
    url: '/statements/:id/sightings/part',
    operationId: 'partSightings',
    summary: 'Part reports of different utterances',
    description:
      'Decides that the statement reports another utterance. It stays apart, even if a later report resembles both.',
    body: partBody,
    change: async (tx, id, { statement = null }, review) =>
      changed(await partSightings(tx, id, statement, review)),
  })
  mountReview(app, context, {
    ...SHARED,
    url: '/statements/:id/sightings/undo',
    operationId: 'undoSightings',
    summary: 'Undo a join or a part',
    description: 'Undoes the latest join or part that was decided on this statement.',
    body: undoBody,
    change: async (tx, id, _edit, review) => changed(await undoDecision(tx, id, review)),
  })
}
