import type { Grammar } from '../grammar/analyse.ts'
import type { Document, Token } from '../types.ts'
import { ROLE_NOUNS, TITLE_WORDS } from './role-nouns.ts'

/** What the rules about names read: the tokens and their word classes. */
export interface Words {
  readonly document: Document
  readonly tokens: readonly Token[]
  readonly classes: Uint8Array
  readonly forms: Uint8Array
}

export const wordsOf = (document: Document, grammar: Grammar): Words => ({
  document,
  tokens: document.tokens,
  classes: grammar.classes,
  forms: grammar.forms,
})

/** A token's word for look-ups in lists of names: lower case, no accents. */
export const foldedAt = ({ tokens }: Words, index: number): string => tokens[index]?.spelling.folded ?? ''

/** The lists of names a token's word stands in (`Listed` bits). */
export const listsAt = ({ tokens }: Words, index: number): number => tokens[index]?.spelling.lists ?? 0

export const lowerAt = ({ tokens }: Words, index: number): string => tokens[index]?.lower ?? ''

/** True where a token begins with a capital letter. */
export function isCapitalised({ tokens }: Words, index: number): boolean {
  const text = tokens[index]?.text ?? ''
  const code = text.charCodeAt(0)
  if (code < 0x80) return code >= 0x41 && code <= 0x5a
  const first = text.charAt(0)
  return first !== first.toLowerCase()
}

export const firstTokenOf = ({ document, tokens }: Words, index: number): number =>
  document.sentences[tokens[index]?.sentence ?? -1]?.firstToken ?? 0

export const lastTokenOf = ({ document, tokens }: Words, index: number): number =>
  document.sentences[tokens[index]?.sentence ?? -1]?.lastToken ?? 0

/** The index of the first token that starts at or after a character offset, by bisection. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** True of the singular noun for what somebody is: "minister", "co-founder", "ex-president", "lawyer-turned-poet". */
export function isRoleNoun(lower: string): boolean {
  if (ROLE_NOUNS.has(lower)) return true
  const hyphen = lower.lastIndexOf('-')
  if (hyphen < 1) return false
  return ROLE_NOUNS.has(lower.slice(hyphen + 1)) || lower.endsWith('-elect')
}

/** The singular of a plural role noun ("senators" gives "senator"), undefined where it is none. */
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

/** True of a word that can stand right before a name as its title: "Sen.", "Mr.", "President", "spokesman". */
export const isTitleWord = (lower: string): boolean => TITLE_WORDS.has(lower) || isRoleNoun(lower)
