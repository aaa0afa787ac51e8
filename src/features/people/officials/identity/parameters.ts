import { z } from 'zod'
import { parseEdtf } from '../../../../core/edtf.ts'
import { reason } from '../../../../http/writes.ts'
import { parsed, safeText } from '../../../../input/values.ts'
import { aliases, idOrSlugText, NAME_MAX, nonEmpty } from '../../identity/parameters.ts'

const POSITIONS_MAX = 100
/** The most statements of one split. */
const STATEMENTS_MAX = 1000

const date = (description: string) =>
  parsed(parseEdtf, 'Must be an EDTF date, such as 2021-01-20, 2021-01 or 2021.', { description })
    .nullable()
    .optional()

const organization = safeText(NAME_MAX, 1)
  .nullable()
  .optional()
  .describe('The organization of the position: id, slug or name; null for none.')
const from = date('When it began, as EDTF; null if unknown.')
const to = date('When it ended, as EDTF; null if the person still holds it, or if unknown.')
const title = safeText(NAME_MAX, 1).describe('The title, such as "mayor of Leeds".')

const positions = z
  .strictObject({
    add: z.array(z.strictObject({ title, organization, from, to })).max(POSITIONS_MAX).optional(),
    change: z
      .array(z.strictObject({ id: z.uuid(), title: title.optional(), organization, from, to }))
      .max(POSITIONS_MAX)
      .optional()
      .describe('Fields that are left out keep their values. Set `to` to end a position.'),
    remove: z
      .array(z.uuid())
      .max(POSITIONS_MAX)
      .optional()
      .describe('Ids of positions that the person never held.'),
  })
  .describe('The offices and roles of the person.')

/** The body of PATCH /v1/officials/{id}. */
export const officialBody = z
  .strictObject({
    reason,
    name: safeText(NAME_MAX, 1).optional().describe('The full name. The old name becomes an alias.'),
    aliases: aliases.optional(),
    positions: positions.optional(),
  })
  .refine(
    ({ name, aliases, positions }) =>
      name !== undefined || nonEmpty(aliases ?? {}) || nonEmpty(positions ?? {}),
    'Give at least one correction in addition to the reason.',
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

/** The body of POST /v1/officials/{id}/split. */
export const splitBody = z
  .strictObject({
    reason,
    statements: z.array(z.uuid()).max(STATEMENTS_MAX).describe('Ids of the statements of the other person.'),
    positions: z
      .array(z.uuid())
      .max(POSITIONS_MAX)
      .optional()
      .describe('Ids of the positions of the other person.'),
    into: idOrSlugText.optional().describe('The other person, if on record: an id or a slug.'),
    name: safeText(NAME_MAX, 1).optional().describe('The name of the other person, if not on record yet.'),
  })
  .refine(
    ({ into, name }) => (into === undefined) !== (name === undefined),
    'Name the other person, either by `into` or by `name`.',
  )
  .refine(
    ({ statements, positions = [] }) => statements.length + positions.length > 0,
    'Give at least one statement or position.',
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
