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

const id = safeText(ID_MAX)
  .nullish()
  .describe('The id that the rest of the file uses. A UUID becomes the id in this service.')
const name = safeText(NAME_MAX, 1)
const label = safeText(NAME_MAX).nullish()
const reference = safeText(ID_MAX).nullish()
const date = safeText(60)
  .refine((text) => text === '' || isDate(text), 'Must be an EDTF date: 2022-09-06, 2022-09 or 2022.')
  .nullish()
  .describe('As EDTF: 2022-09-06, 2022-09 or 2022.')

// Files of parliaments have terms of their own. They are accepted everywhere, and the response lists them.

/** A name of a person or an organization in a submitted roster. An empty name is no name. */
export const PopoloName = z.looseObject({ name: safeText(NAME_MAX) })

const otherNames = z.array(PopoloName).max(NAMES_MAX).nullish().describe('Other names in print.')

/** An identifier in a submitted roster. An empty identifier is none. */
export const PopoloIdentifier = z
  .looseObject({
    scheme: safeText(NAME_MAX).describe('Who issued the identifier, such as wikidata.'),
    identifier: safeText(ID_MAX),
  })
  .refine(({ scheme, identifier }) => identifier === '' || SCHEME.test(scheme), {
    path: ['scheme'],
    message: SCHEME_COMPLAINT,
  })

const identifiers = z
  .array(PopoloIdentifier)
  .max(NAMES_MAX)
  .nullish()
  .describe('Identifiers in other registers. They decide which record is meant.')

const person = z.looseObject({ id, name, other_names: otherNames, identifiers })

const organization = z.looseObject({ id, name, other_names: otherNames, identifiers })

const post = z.looseObject({ id: safeText(ID_MAX, 1), label, role: label, organization_id: reference })

const event = z.looseObject({ id, start_date: z.unknown(), end_date: z.unknown() })

const membership = z.looseObject({
  id,
  person_id: safeText(ID_MAX, 1).describe('The id of one of the persons, or of a person on record.'),
  organization_id: reference.describe('The id of one of the organizations, or of an organization on record.'),
  post_id: reference,
  role: label.describe('The title, if there is no post, such as Foreign Secretary.'),
  label,
  start_date: date,
  end_date: date.describe('As EDTF; leave it out if the person still holds the office.'),
  legislative_period_id: reference.describe('The id of an event. Its dates are used for missing dates.'),
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
  .looseObject({
    persons: z.array(person).max(ENTRIES_MAX).default([]),
    organizations: z.array(organization).max(ENTRIES_MAX).default([]),
    memberships: z.array(membership).max(MEMBERSHIPS_MAX).default([]),
    posts: z.array(post).max(MEMBERSHIPS_MAX).default([]),
    events: z.array(event).max(ENTRIES_MAX).nullish(),
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

/** The terms that are stored, for each list of a roster. */
export const STORED = {
  roster: Object.keys(PopoloInput.shape),
  persons: Object.keys(person.shape),
  organizations: Object.keys(organization.shape),
  memberships: Object.keys(membership.shape),
  posts: Object.keys(post.shape),
  other_names: Object.keys(PopoloName.shape),
  identifiers: ['scheme', 'identifier'],
} as const
