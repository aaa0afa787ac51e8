import { z } from 'zod'
import { validationError } from '../../../../input/validation.ts'
import { safeText } from '../../../../input/values.ts'
import { isDate } from './dates.ts'
import { SCHEME, SCHEME_COMPLAINT } from './identifiers.ts'

const NAME_MAX = 300
const ID_MAX = 300
const NAMES_MAX = 200
const ENTRIES_MAX = 50_000
const MEMBERSHIPS_MAX = 200_000

/** Terms that Popolo has and that are not kept: sending them is no mistake, and the answer names them. */
const ignored = <const Key extends string>(...keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, z.unknown().optional()])) as Record<
    Key,
    z.ZodOptional<z.ZodUnknown>
  >

const id = safeText(ID_MAX, 1)
  .nullish()
  .describe('What the rest of the file calls it. A UUID becomes its id here.')
const name = safeText(NAME_MAX, 1)
const label = safeText(NAME_MAX).nullish()
const date = safeText(60)
  .refine(isDate, 'Must be a date, whole or in part: 2022-09-06, 2022-09, 2022, as EDTF has it.')
  .nullish()
  .describe('As EDTF: 2022-09-06, 2022-09 or 2022.')

const KEPT_AWAY = ['links', 'sources', 'contact_details', 'created_at', 'updated_at'] as const

const otherName = z.strictObject({
  name,
  ...ignored('note', 'lang', 'start_date', 'end_date', 'family_name', 'given_name', 'additional_name'),
  ...ignored('honorific_prefix', 'honorific_suffix', 'patronymic_name'),
})

const otherNames = z.array(otherName).max(NAMES_MAX).nullish().describe('Other names it is printed under.')

const identifiers = z
  .array(
    z.strictObject({
      scheme: z.string().regex(SCHEME, SCHEME_COMPLAINT).describe('Who issued it: wikidata.'),
      identifier: safeText(ID_MAX, 1),
    }),
  )
  .max(NAMES_MAX)
  .nullish()
  .describe('Under which it is known elsewhere. They decide who is meant.')

const person = z.strictObject({
  id,
  name,
  other_names: otherNames,
  identifiers,
  ...ignored(...KEPT_AWAY, 'family_name', 'given_name', 'additional_name', 'honorific_prefix'),
  ...ignored('honorific_suffix', 'patronymic_name', 'sort_name', 'email', 'gender', 'pronouns', 'birth_date'),
  ...ignored('death_date', 'image', 'images', 'summary', 'biography', 'national_identity'),
})

const organization = z.strictObject({
  id,
  name,
  other_names: otherNames,
  identifiers,
  ...ignored(...KEPT_AWAY, 'classification', 'parent_id', 'area', 'area_id', 'abstract', 'description'),
  ...ignored('founding_date', 'dissolution_date', 'image', 'geometry', 'seats', 'type'),
})

const post = z.strictObject({
  id: safeText(ID_MAX, 1),
  label,
  role: label,
  organization_id: safeText(ID_MAX, 1).nullish(),
  ...ignored(...KEPT_AWAY, 'other_label', 'area', 'area_id', 'start_date', 'end_date'),
})

const membership = z.strictObject({
  id,
  person_id: safeText(ID_MAX, 1).describe('The id of one of the persons, or of a person on record.'),
  organization_id: safeText(ID_MAX, 1).nullish().describe('The id of an organization, here or on record.'),
  post_id: safeText(ID_MAX, 1).nullish(),
  role: label.describe('The title, where no post is named: Foreign Secretary.'),
  label,
  start_date: date,
  end_date: date.describe('As EDTF; nothing where it is held still.'),
  ...ignored(...KEPT_AWAY, 'on_behalf_of_id', 'area', 'area_id', 'legislative_period_id'),
})

/** A roster as the API's documents send it. */
export const POPOLO_EXAMPLE = {
  persons: [
    {
      id: 'marlowe',
      name: 'Edith Marlowe',
      other_names: [{ name: 'Edie Marlowe' }],
      identifiers: [{ scheme: 'wikidata', identifier: 'Q4115189' }],
    },
  ],
  organizations: [{ id: 'harbours', name: 'Ministry of Harbours' }],
  memberships: [
    {
      person_id: 'marlowe',
      organization_id: 'harbours',
      role: 'Harbour Minister',
      start_date: '2022-09-06',
      end_date: '2023-11',
    },
  ],
}

/** A roster in Popolo, as it is sent. */
export const PopoloInput = z
  .strictObject({
    persons: z.array(person).max(ENTRIES_MAX).default([]),
    organizations: z.array(organization).max(ENTRIES_MAX).default([]),
    memberships: z.array(membership).max(MEMBERSHIPS_MAX).default([]),
    posts: z.array(post).max(MEMBERSHIPS_MAX).default([]),
    ...ignored('areas', 'events', 'meta'),
  })
  .refine(
    ({ persons, organizations, memberships }) =>
      persons.length + organizations.length + memberships.length > 0,
    'Send at least one person, organization or membership.',
  )
  .meta({
    id: 'PopoloInput',
    description: 'Popolo: people, the organizations they hold office in, and when.',
    examples: [POPOLO_EXAMPLE],
  })
export type PopoloInput = z.output<typeof PopoloInput>

/**
 * Popolo as files hold it.
 * @throws DomainError `invalid_body`, with a pointer to each value at fault.
 */
export function readPopolo(value: unknown): PopoloInput {
  const result = PopoloInput.safeParse(value)
  if (result.success) return result.data
  throw validationError(result.error.issues, 'body', PopoloInput, value)
}

/** The terms that are taken without being kept, by where they stand. */
export const IGNORED = {
  persons: ignoredOf(person),
  organizations: ignoredOf(organization),
  memberships: ignoredOf(membership),
  posts: ignoredOf(post),
  other_names: ignoredOf(otherName),
}

function ignoredOf({ shape }: z.ZodObject): string[] {
  return Object.entries(shape).flatMap(([key, value]) =>
    value instanceof z.ZodOptional && value.unwrap() instanceof z.ZodUnknown ? [key] : [],
  )
}
