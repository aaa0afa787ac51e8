const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Returns true for a UUID, in upper or lower case. */
export const isUuid = (text: string): boolean => UUID.test(text)

/** Returns true for a text in the form of a slug: `jane-doe`. */
export const isSlug = (text: string): boolean => SLUG.test(text)

/** A reference to a person or an organization. */
export type IdOrSlug = { readonly id: string } | { readonly slug: string }

/** Interprets a text as an id if it is a UUID (returned in lower case), else as a slug. */
export const idOrSlug = (given: string): IdOrSlug =>
  isUuid(given) ? { id: given.toLowerCase() } : { slug: given }
