import { APOSTROPHES, DASHES, INVISIBLE, STRETCH } from './characters.ts'

/** A difference in typography that does not change a word, in the order in which it is folded. */
const WORD_FOLDS = [
  'invisible-characters',
  'letter-forms',
  'apostrophe',
  'dash',
  'spacing',
  'abbreviation-dots',
] as const
export type WordFold = (typeof WORD_FOLDS)[number]

const ASCII_WORD = /^[A-Za-z0-9]+$/
/** Ligatures, wide letters and digits, and the presentation forms of Arabic and Hebrew letters. */
const LETTER_FORMS = /[\ufb00-\ufdff\ufe70-\ufefc\uff01-\uff9f]+/gu
const STEPS: Readonly<Record<WordFold, (word: string) => string>> = {
  'invisible-characters': replacing(`[${INVISIBLE}${STRETCH}]+`, ''),
  'letter-forms': (word) =>
    word.replace(LETTER_FORMS, (letters) => letters.normalize('NFKC')).normalize('NFC'),
  apostrophe: replacing(`[${APOSTROPHES}]`, "'"),
  dash: replacing(`[${DASHES}]`, '-'),
  spacing: replacing('\\s+', ''),
  'abbreviation-dots': (word) => (/^\p{L}(?:\.\p{L})+$/u.test(word) ? word.replaceAll('.', '') : word),
}

function replacing(pattern: string, replacement: string): (word: string) => string {
  const expression = new RegExp(pattern, 'gu')
  return (word) => word.replace(expression, replacement)
}

/** Folds the typography of one word. Case and accents stay. */
export const foldTypography = (word: string): string => (ASCII_WORD.test(word) ? word : fold(word, null))

const fold = (word: string, without: WordFold | null): string =>
  WORD_FOLDS.reduce((folded, name) => (name === without ? folded : STEPS[name](folded)), word)

/** Returns the folds that make two words equal, apart from case. The words must have the same folded form. */
export function foldsOfWords(one: string, other: string): WordFold[] {
  if (one === other) return []
  return WORD_FOLDS.filter((name) => fold(one, name).toLowerCase() !== fold(other, name).toLowerCase())
}
