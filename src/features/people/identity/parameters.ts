import { z } from 'zod'
import { reason } from '../../../http/writes.ts'
import { identifier, parsed, safeText } from '../../../input/values.ts'
import type { Identifier } from '../../../record/organizations/schema.ts'

/** The longest name or title, in UTF-16 code units. */
export const NAME_MAX = 300
/** The longest id or slug, in UTF-16 code units. */
const SLUG_MAX = 300
const NAMES_MAX = 50

/** The path of one person. */
export const officialPath = z.strictObject({
  id: identifier({ description: 'Id or slug of a person.', examples: ['vedant-patel'] }),
})

/** The path of one organization. */
export const organizationPath = z.strictObject({
  id: identifier({ description: 'Id or slug of an organization.', examples: ['interior-ministry'] }),
})

/** Returns whether an edit sets a value, or a list that is not empty. */
export const nonEmpty = (edit: object): boolean =>
  Object.values(edit).some((value) => value !== undefined && (!Array.isArray(value) || value.length > 0))

export const aliases = z
  .strictObject({
    add: z.array(safeText(NAME_MAX, 1)).max(NAMES_MAX).optional(),
    remove: z.array(safeText(NAME_MAX, 1)).max(NAMES_MAX).optional(),
  })
  .describe('Other names in print.')

/** The id or slug of a person or an organization. */
export const idOrSlugText = safeText(SLUG_MAX, 1)

/** The body of POST /v1/officials/{id}/merge and /v1/organizations/{id}/merge. */
export const mergeBody = z
  .strictObject({ reason, into: idOrSlugText.describe('The id or slug of the record that stays.') })
  .meta({
    examples: [{ reason: 'Both are the spokesperson; one article misspelt the name.', into: 'vedant-patel' }],
  })

/** The body of POST /v1/officials/{id}/undo and /v1/organizations/{id}/undo. */
export const undoBody = z
  .strictObject({ reason })
  .meta({ examples: [{ reason: 'They are two people after all.' }] })

/**
 * Returns the parameter that filters by an identifier, such as `wikidata:Q42`.
 * @param what the resource: `person`.
 */
export const identifierFilter = (what: string) =>
  parsed<Identifier>(
    (text) => {
      const colon = text.indexOf(':')
      const scheme = text.slice(0, Math.max(colon, 0)).toLowerCase()
      const value = text.slice(colon + 1)
      return scheme !== '' && value !== '' && !value.includes('\0') ? { scheme, value } : null
    },
    'Must be a scheme and a value, such as wikidata:Q42.',
    {
      description: `Only the ${what} with this identifier, as scheme:value.`,
      examples: ['wikidata:Q42'],
    },
  )
