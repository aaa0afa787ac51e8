import { z } from 'zod'
import { reason } from '../../../../http/writes.ts'

/** The body of a decision that two statements report one utterance. */
export const joinBody = z
  .strictObject({
    reason,
    statement: z.uuid().describe('Another report of the utterance. Its whole group joins.'),
  })
  .meta({
    examples: [
      {
        reason: 'Both print the answer to the same question.',
        statement: '0193c1d2-0000-7000-8000-000000000002',
      },
    ],
  })

/** The body of a decision that statements report different utterances. */
export const partBody = z
  .strictObject({
    reason,
    statement: z
      .uuid()
      .optional()
      .describe('The statement from which to part it. Default: all statements of its group.'),
  })
  .meta({ examples: [{ reason: 'She repeated it a year later.' }] })

/** The body of an undo. */
export const undoBody = z
  .strictObject({ reason })
  .meta({ examples: [{ reason: 'The recording shows one speech.' }] })
