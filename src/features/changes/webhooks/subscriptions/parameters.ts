import { z } from 'zod'
import { ACTIONS } from '../../../../core/actions.ts'
import { SUBJECTS } from '../../../../core/vocabulary.ts'
import { choice, identifier, safeText } from '../../../../input/values.ts'

const ENDPOINT_MAX = 2000
const DESCRIPTION_MAX = 500
const OFFICIALS_MAX = 100
const SEARCHES_MAX = 100
const OVERLAP_HOURS_MAX = 168
const OVERLAP_HOURS = 24

const ID = '0193c1d2-0000-7000-8000-000000000001'

const endpoint = safeText(ENDPOINT_MAX, 1)
  .refine((text) => URL.canParse(text), 'Must be an address, such as https://example.org/hooks.')
  .describe('Where changes are sent: an https address of the public internet.')

const choices = {
  description: safeText(DESCRIPTION_MAX)
    .nullable()
    .optional()
    .describe('A note for people about the purpose of the webhook.'),
  subjects: z
    .array(choice(SUBJECTS, { description: 'A kind of resource.' }))
    .max(SUBJECTS.length)
    .optional()
    .describe('Send only changes of these subjects; of all if empty.'),
  actions: z
    .array(choice(ACTIONS, { description: 'A kind of change.' }))
    .max(ACTIONS.length)
    .optional()
    .describe('Send only changes with these actions; with any action if empty.'),
  officials: z
    .array(identifier({ description: 'A person.', examples: ['vedant-patel'] }))
    .max(OFFICIALS_MAX)
    .optional()
    .describe(
      'Ids or slugs of people: send only changes of these people and of their statements; of all if empty.',
    ),
  searches: z
    .array(z.uuid().transform((id) => id.toLowerCase()))
    .max(SEARCHES_MAX)
    .optional()
    .describe(
      'Ids of saved searches: send each statement that begins to match one of them, as search.matched. Other changes are then sent only if subjects, actions or officials choose them.',
    ),
  position: z
    .int()
    .min(0)
    .optional()
    .describe('Send the changes after this position. 0 sends all changes since the beginning.'),
}

export const newWebhookBody = z.strictObject({ endpoint, ...choices }).meta({
  examples: [
    {
      endpoint: 'https://archive.example.org/onrecord',
      description: 'Corrections for the archive',
      subjects: ['statement'],
      actions: ['corrected', 'retracted'],
    },
  ],
})

export const webhookBody = z
  .strictObject({
    endpoint: endpoint.optional(),
    ...choices,
    status: choice(['active', 'paused'], { description: 'With paused, nothing is sent.' }).optional(),
  })
  .meta({ examples: [{ status: 'active' }] })

export const rotationBody = z
  .strictObject({
    overlap_hours: z
      .int()
      .min(0)
      .max(OVERLAP_HOURS_MAX)
      .default(OVERLAP_HOURS)
      .describe('The hours for which messages are also signed with the former secret.'),
  })
  .meta({ examples: [{ overlap_hours: OVERLAP_HOURS }] })

export const webhookId = z.strictObject({ id: z.uuid().describe('The id of a webhook.') })
export const deliveryId = z.strictObject({
  ...webhookId.shape,
  delivery: z
    .uuid()
    .describe('The id of a delivery.')
    .meta({ examples: [ID] }),
})
