import type { Grammar } from '../grammar/analyse.ts'
import type { Document, Token } from '../types.ts'

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
