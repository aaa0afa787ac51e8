import examples from '../../../../documentation/examples.json' with { type: 'json' }
import { MATCHED, TEST } from '../subscriptions/schema.ts'

const header = (name: string, description: string, example: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
  example,
})

const ID = '0193c1d2-0000-7000-8000-000000000001'
const [change] = examples.listChanges.items
const { getStatement: statement } = examples

/** The match of a new statement. The example leaves out its record in `after`. */
const match = change && {
  ...change,
  subject: 'statement',
  id: statement.id,
  url: statement.url,
  after: {},
  searches: [{ id: ID, url: `/v1/searches/${ID}`, name: 'The ministry', highlights: [{ start: 0, end: 3 }] }],
  statement,
}

const HEADERS = [
  header('webhook-id', 'The id of the message: the same for every attempt.', `${ID}-5`),
  header('webhook-timestamp', 'When it was sent, in seconds since 1970.', '1795428000'),
  header(
    'webhook-signature',
    'v1,<HMAC-SHA256 of id.timestamp.body, in base64>: one signature, or two with a space while a secret is replaced.',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ),
]

const TAKEN = { '2XX': { description: 'The message is accepted. After any other status, it is sent again.' } }

const sent = (
  operationId: string,
  summary: string,
  description: string,
  component: 'ChangeMessage' | 'SearchMessage' | 'TestMessage',
  example: unknown,
) => {
  const schema = { $ref: `#/components/schemas/${component}` }
  const content = { 'application/json': { schema, example } }
  const tags = ['webhooks']
  return {
    post: {
      operationId,
      tags,
      summary,
      description,
      parameters: HEADERS,
      requestBody: { content },
      responses: TAKEN,
    },
  }
}

/** The messages that webhooks receive, for the API's documents. */
export const SENT = {
  change: sent(
    'receiveChange',
    'A change',
    'Signed as Standard Webhooks defines. Messages arrive in order and at least once, so keep the ids of the latest messages to detect duplicates.',
    'ChangeMessage',
    change && { type: `${change.subject}.${change.action}`, timestamp: change.recorded, data: change },
  ),
  match: sent(
    'receiveMatch',
    'A match of a saved search',
    'A statement begins to match saved searches that the webhook follows. The data is the change, with the searches and the statement.',
    'SearchMessage',
    match && { type: MATCHED, timestamp: match.recorded, data: match },
  ),
  test: sent('receiveTest', 'A test', 'A message that a person sends to test the webhook.', 'TestMessage', {
    type: TEST,
    timestamp: '2026-11-23T10:00:00.000Z',
    data: { webhook: ID },
  }),
}
