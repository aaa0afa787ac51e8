import { ROLE_NOUNS, TITLE_WORDS } from './role-nouns.ts'

/**
 * Returns true for the singular noun for a person's role: "minister", "co-founder", "ex-president",
 * "lawyer-turned-poet".
 */
export function isRoleNoun(lower: string): boolean {
  if (ROLE_NOUNS.has(lower)) return true
  const hyphen = lower.lastIndexOf('-')
  if (hyphen < 1) return false
  return ROLE_NOUNS.has(lower.slice(hyphen + 1)) || lower.endsWith('-elect')
}

/** Returns the singular of a plural role noun ("senator" for "senators"); undefined if it is none. */
export function singularRole(lower: string): string | undefined {
  if (lower.endsWith('men')) return asRole(`${lower.slice(0, -2)}an`)
  if (!lower.endsWith('s')) return undefined
  return (
    asRole(lower.slice(0, -1)) ??
    (lower.endsWith('ies') ? asRole(`${lower.slice(0, -3)}y`) : undefined) ??
    (lower.endsWith('es') ? asRole(lower.slice(0, -2)) : undefined)
  )
}

const asRole = (singular: string): string | undefined => (isRoleNoun(singular) ? singular : undefined)

/** Returns true for a word that can stand right before a name as its title: "Sen.", "Mr.", "President", "spokesman". */
export const isTitleWord = (lower: string): boolean => TITLE_WORDS.has(lower) || isRoleNoun(lower)
