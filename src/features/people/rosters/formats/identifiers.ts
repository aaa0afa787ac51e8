import type { Identifier } from '../../../../record/organizations/schema.ts'

/** Returns an identifier as one word: `wikidata:Q42`. */
export const identifierText = ({ scheme, value }: Identifier): string => `${scheme}:${value}`

/** Returns whether two records have different identifiers of the same scheme. They are then different people. */
export const contradict = (a: readonly Identifier[], b: readonly Identifier[]): boolean =>
  a.some(({ scheme, value }) => {
    const others = b.filter((other) => other.scheme === scheme)
    return others.length > 0 && others.every((other) => other.value !== value)
  })

/** The schemes of identifiers in rosters. */
export const SCHEME = /^[A-Za-z0-9][A-Za-z0-9._ -]{0,99}$/
export const SCHEME_COMPLAINT = 'Must be a word of ASCII letters and digits, such as wikidata.'

/** Returns the canonical spelling of a scheme. "Wikidata" and "wikidata" are one scheme. */
export const schemeOf = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, '-')
