import { z } from 'zod'
import { parseEdtf } from '../../../../core/edtf.ts'
import { reason } from '../../../../http/writes.ts'
import { parsed, safeText } from '../../../../input/values.ts'
import { aliases, idOrSlugText, NAME_MAX, nonEmpty } from '../../identity/parameters.ts'

const POSITIONS_MAX = 100
/** Most statements of one split. */
const STATEMENTS_MAX = 1000

const date = (description: string) =>
  parsed(parseEdtf, 'Must be an EDTF date, such as 2021-01-20, 2021-01 or 2021.', { description })
    .nullable()
    .optional()

const organization = safeText(NAME_MAX, 1)
  .nullable()
  .optional()
  .describe('The body it is held in: id, slug or name; null for none.')
const from = date('When it began, as EDTF; null where nobody knows.')
const to = date('When it ended, as EDTF; null where it is held still or nobody knows.')
const title = safeText(NAME_MAX, 1).describe('What it is called: "mayor of Leeds".')

const positions = z
  .strictObject({
    add: z.array(z.strictObject({ title, organization, from, to })).max(POSITIONS_MAX).optional(),
    change: z
      .array(z.strictObject({ id: z.uuid(), title: title.optional(), organization, from, to }))
      .max(POSITIONS_MAX)
      .optional()
      .describe('What is left out stays. A position ends with `to`.'),
    remove: z.array(z.uuid()).max(POSITIONS_MAX).optional().describe('Ids of positions never held.'),
  })
  .describe('Capacities in which the person speaks.')

/** What PATCH /v1/officials/{id} takes. */
export const officialBody = z
  .strictObject({
    reason,
    name: safeText(NAME_MAX, 1).optional().describe('The full name. The old one stays as another name.'),
    aliases: aliases.optional(),
    positions: positions.optional(),
  })
  .refine(
    ({ name, aliases, positions }) =>
      name !== undefined || nonEmpty(aliases ?? {}) || nonEmpty(positions ?? {}),
    'Name at least one thing to correct beside the reason.',
  )
  .meta({
    examples: [
      {
        reason: 'As the register of the city council has it.',
        aliases: { add: ['A. M. Brandt'] },
        positions: {
          add: [{ title: 'harbour master', organization: 'Harbour Board', from: '2019-05', to: null }],
        },
      },
    ],
  })

/** What POST /v1/officials/{id}/split takes. */
export const splitBody = z
  .strictObject({
    reason,
    statements: z
      .array(z.uuid())
      .max(STATEMENTS_MAX)
      .describe('What the other person said: ids of statements.'),
    positions: z
      .array(z.uuid())
      .max(POSITIONS_MAX)
      .optional()
      .describe('What the other person holds: ids of positions.'),
    into: idOrSlugText.optional().describe('The other person, where on record: an id or a slug.'),
    name: safeText(NAME_MAX, 1).optional().describe('The name of the other person, where not on record yet.'),
  })
  .refine(
    ({ into, name }) => (into === undefined) !== (name === undefined),
    'Name the other person: by `into` or by `name`.',
  )
  .refine(
    ({ statements, positions = [] }) => statements.length + positions.length > 0,
    'Name statements or positions to part with.',
  )
  .meta({
    examples: [
      {
        reason: 'The footballer, not the mayor.',
        statements: ['0193c1d2-0000-7000-8000-000000000001'],
        name: 'John Smith',
      },
    ],
  })
