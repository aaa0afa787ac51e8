import type { Identifier } from '../../../../record/organizations/schema.ts'

/** An identifier in one word: `wikidata:Q42`. */
export const textOf = ({ scheme, value }: Identifier): string => `${scheme}:${value}`

/** Two different numbers of one register are two people. */
export const contradict = (a: readonly Identifier[], b: readonly Identifier[]): boolean =>
  a.some(({ scheme, value }) => {
    const others = b.filter((other) => other.scheme === scheme)
    return others.length > 0 && others.every((other) => other.value !== value)
  })

/** Who issued an identifier, as rosters write it. */
export const SCHEME = /^[A-Za-z0-9][A-Za-z0-9._ -]{0,99}$/
export const SCHEME_COMPLAINT = 'Must be a word of ASCII letters and digits, such as wikidata.'

/** Schemes are spelt one way: "Wikidata" and "wikidata" are one. */
export const schemeOf = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, '-')
