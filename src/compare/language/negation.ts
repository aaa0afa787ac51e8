/** Negations in English, and in the languages that English news quotes most. */
const NEGATIONS: ReadonlySet<string> = new Set(
  (
    'not no never none nothing nobody nor neither nowhere noone cannot without hardly scarcely barely aint cant dont wont ' +
    'ne pas jamais rien aucun nicht kein keine keinen nie niemals nunca jamás nada ningún ninguna non mai niente não ' +
    'nem niet geen nooit ikke inte aldrig nie nigdy není nikdy ei không не нет ни никогда ні немає δεν μην όχι ποτέ لا لم لن ليس لیس نہیں ' +
    'نه نیست هرگز לא אין אל नहीं না নয় নেই இல்லை değil yok tidak bukan 不 没 沒 未 无 無 否 非 别'
  ).split(' '),
)

/** Words that limit a statement. A cut beside them can reverse the meaning. */
const LIMITS: ReadonlySet<string> = new Set(
  (
    'but if unless only except until although though however rarely seldom otherwise provided whether allegedly ' +
    'supposedly falsely far fail failed fails refuse refused deny denied lest'
  ).split(' '),
)

const PREFIXED = /^(?:un|in|im|il|ir|non|dis|mis)-?/u

/** Returns true for a negation: "not", "never", "can't", "cannot". */
const isNegation = (key: string): boolean => NEGATIONS.has(key) || key.endsWith("n't")

/**
 * Returns true for a word whose loss can reverse the meaning of a sentence: a negation, or "but", "if", "unless",
 * "only".
 */
export const isTurningWord = (key: string): boolean => LIMITS.has(key) || isNegation(key)

/** Returns true if the negations of two wordings differ: "can", "can't"; "lawful", "unlawful". */
export function negationsDiffer(one: readonly string[], other: readonly string[]): boolean {
  if (one.filter(isNegation).length !== other.filter(isNegation).length) return true
  return (
    one.length === 1 &&
    other.length === 1 &&
    (isPrefixed(one[0]!, other[0]!) || isPrefixed(other[0]!, one[0]!))
  )
}

const isPrefixed = (word: string, stem: string): boolean =>
  stem.length > 2 &&
  word.endsWith(stem) &&
  word !== stem &&
  PREFIXED.exec(word)?.[0].length === word.length - stem.length
