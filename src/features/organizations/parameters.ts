import { parsed } from '../../http/parameters.ts'
import type { Identifier } from './schema.ts'

/** `wikidata:Q42`: whom a number of a register means. */
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
      description: `Only the ${what} known elsewhere under this identifier, scheme:value.`,
      examples: ['wikidata:Q42'],
    },
  )
