const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a text is a UUID, as ids are, in upper or lower case. */
export const isUuid = (text: string): boolean => UUID.test(text)

/** Whether a text has the form of a slug: `jane-doe`. */
export const isSlug = (text: string): boolean => SLUG.test(text)

/** What names a person or an organization. */
export type IdOrSlug = { readonly id: string } | { readonly slug: string }

/** What a word names: the thing of that id where it is one, else of that slug. */
export const idOrSlug = (given: string): IdOrSlug =>
  isUuid(given) ? { id: given.toLowerCase() } : { slug: given }
