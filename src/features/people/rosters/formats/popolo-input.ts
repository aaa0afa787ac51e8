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

/** Returns shapes for Popolo terms that are accepted but not stored. The response lists the terms that were sent. */
const ignored = <const Key extends string>(...keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, z.unknown().optional()])) as Record<
    Key,
    z.ZodOptional<z.ZodUnknown>
  >

const id = safeText(ID_MAX, 1)
  .nullish()
  .describe('The id that the rest of the file uses. A UUID becomes the id in this service.')
const name = safeText(NAME_MAX, 1)
const label = safeText(NAME_MAX).nullish()
const date = safeText(60)
  .refine(isDate, 'Must be an EDTF date: 2022-09-06, 2022-09 or 2022.')
  .nullish()
  .describe('As EDTF: 2022-09-06, 2022-09 or 2022.')

const KEPT_AWAY = ['links', 'sources', 'contact_details', 'created_at', 'updated_at'] as const

/** A name of a person or an organization in a submitted roster. */
export const PopoloName = z.strictObject({
  name,
  ...ignored('note', 'lang', 'start_date', 'end_date', 'family_name', 'given_name', 'additional_name'),
  ...ignored('honorific_prefix', 'honorific_suffix', 'patronymic_name'),
})

const otherNames = z.array(PopoloName).max(NAMES_MAX).nullish().describe('Other names in print.')

/** An identifier in a submitted roster. */
export const PopoloIdentifier = z.strictObject({
  scheme: z.string().regex(SCHEME, SCHEME_COMPLAINT).describe('Who issued the identifier, such as wikidata.'),
  identifier: safeText(ID_MAX, 1),
})

const identifiers = z
  .array(PopoloIdentifier)
  .max(NAMES_MAX)
  .nullish()
  .describe('Identifiers in other registers. They decide which record is meant.')

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
  organization_id: safeText(ID_MAX, 1)
    .nullish()
    .describe('The id of one of the organizations, or of an organization on record.'),
  post_id: safeText(ID_MAX, 1).nullish(),
  role: label.describe('The title, if there is no post, such as Foreign Secretary.'),
  label,
  start_date: date,
  end_date: date.describe('As EDTF; leave it out if the person still holds the office.'),
  ...ignored(...KEPT_AWAY, 'on_behalf_of_id', 'area', 'area_id', 'legislative_period_id'),
})

/** The example of a roster in the API's documents. */
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

/** A roster in Popolo, as callers send it. */
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
    description: 'Popolo: people, and the organizations in which they hold office, with dates.',
    examples: [POPOLO_EXAMPLE],
  })
export type PopoloInput = z.output<typeof PopoloInput>

/**
 * Validates Popolo from a file.
 * @throws DomainError `invalid_body`, with a pointer to each invalid value.
 */
export function readPopolo(value: unknown): PopoloInput {
  const result = PopoloInput.safeParse(value)
  if (result.success) return result.data
  throw validationError(result.error.issues, 'body', PopoloInput, value)
}

/** The terms that are accepted but not stored, for each list of a roster. */
export const IGNORED = {
  persons: ignoredOf(person),
  organizations: ignoredOf(organization),
  memberships: ignoredOf(membership),
  posts: ignoredOf(post),
  other_names: ignoredOf(PopoloName),
}

function ignoredOf({ shape }: z.ZodObject): string[] {
  return Object.entries(shape).flatMap(([key, value]) =>
    value instanceof z.ZodOptional && value.unwrap() instanceof z.ZodUnknown ? [key] : [],
  )
}
