import { type DateWord, lookUpDateWord } from './date-word-list.ts'

const NONE: readonly DateWord[] = []
const LONGEST_WORD = 24

/**
 * Returns the date words in a spelling: one word, or the parts of a hyphenated word. Returns none if any part is no
 * date word.
 */
export function dateWordsOf(lower: string): readonly DateWord[] {
  const word = lookUpDateWord(lower)
  if (word) return word
  const first = lower.charCodeAt(0)
  if (first >= 48 && first <= 57) {
    const digits = readDigits(lower)
    if (digits) return [digits]
  }
  if (lower.length < 6 || lower.length > LONGEST_WORD || !lower.includes('-')) return NONE
  const parts = lower.split('-').map((part) => lookUpDateWord(part)?.[0] ?? readDigits(part))
  return parts.every((part) => part !== undefined) ? parts : NONE
}

function readDigits(text: string): DateWord | undefined {
  if (text.length > LONGEST_WORD) return undefined
  if (/^\d\dt\d\d/.test(text)) {
    const day = text.slice(0, 2)
    return { kind: 'number', name: day, value: Number(day), weak: false }
  }
  const match = /^(\d{1,4})(st|nd|rd|th|s)?$/.exec(text)
  if (!match) {
    const numeric = /^\d{1,4}[/.]\d{1,2}(?:[/.]\d{2}(?:\d\d)?)?$/.test(text)
    return numeric ? { kind: 'numeric-date', name: text, value: 0, weak: false } : undefined
  }
  const [, digits = '', suffix] = match
  const value = Number(digits)
  if (suffix === undefined) return { kind: 'number', name: digits, value, weak: false }
  if (suffix !== 's') return { kind: 'ordinal', name: digits, value, weak: false }
  if (value % 10 !== 0 || digits.length === 1 || digits.length === 3) return undefined
  return { kind: 'decade', name: text, value: digits.length === 2 ? 1900 + value : value, weak: false }
}
