import { fold } from './names.ts'

/**
 * Returns the key that all spellings of an organization share: the name without case, accents and a leading article.
 */
export const organizationKey = (name: string): string =>
  (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word, index) => index > 0 || word !== 'the').join(' ')
