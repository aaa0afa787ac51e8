const SMALL = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 20 + index * 10]),
)
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
  ['k', 1_000],
  ['m', 1_000_000],
  ['mn', 1_000_000],
  ['bn', 1_000_000_000],
  ['tn', 1_000_000_000_000],
])
const ORDINALS = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, index) => [word, index + 1]),
)
const UNITS: Readonly<Record<string, string>> = {
  percent: '%',
  '%': '%',
  dollars: '$',
  dollar: '$',
  $: '$',
  euros: '€',
  euro: '€',
  '€': '€',
  pounds: '£',
  pound: '£',
  '£': '£',
  yen: '¥',
  '¥': '¥',
}
const DIGITS = /^([-+−±]?)(\p{Sc}?)(\d[\d.,'’]*)(st|nd|rd|th|k|mn?|bn?|tn?)?(%|\p{Sc})?$/u

/** Returns true if a word is a number, in digits or in letters. */
export const isNumber = (key: string): boolean =>
  /\p{N}/u.test(key) || SMALL.has(key) || TENS.has(key) || SCALES.has(key) || ORDINALS.has(key)

/**
 * Returns the number in words or digits, with its unit, in a canonical form: "$35 million" and "$35,000,000" both give
 * "35000000$". Returns null if the words are not one number.
 */
export function numberOf(words: readonly string[]): string | null {
  let total = 0
  let part: number | null = null
  let unit = ''
  for (const word of words) {
    const found = DIGITS.exec(word)
    if (found) {
      if (part !== null) return null
      part = Number(withoutSeparators(found[3]!)) * (found[1] === '-' || found[1] === '−' ? -1 : 1)
      unit ||= found[2] || found[5] || (/^(?:st|nd|rd|th)$/.test(found[4] ?? '') ? 'th' : '')
      const scale = SCALES.get(found[4] === 'b' ? 'bn' : found[4] === 't' ? 'tn' : (found[4] ?? ''))
      if (scale !== undefined) part *= scale
    } else if (word === 'and' || word === 'per') continue
    else if (word === 'cent') unit ||= '%'
    else if (Object.hasOwn(UNITS, word)) unit ||= UNITS[word]!
    else if (SCALES.has(word)) {
      const scale = SCALES.get(word)!
      if (scale === 100) part = (part ?? 1) * 100
      else {
        total += (part ?? 1) * scale
        part = null
      }
    } else {
      const value = SMALL.get(word) ?? TENS.get(word) ?? ORDINALS.get(word) ?? (word === 'a' ? 1 : undefined)
      if (value === undefined) return null
      if (ORDINALS.has(word)) unit ||= 'th'
      part = (part ?? 0) + value
    }
  }
  if (part === null && total === 0) return null
  return `${total + (part ?? 0)}${unit}`
}

/** Removes the separators of thousands: "35,000,000" gives "35000000", and "3.5" stays. */
const withoutSeparators = (digits: string): string =>
  digits
    .replace(/[,'’](?=\d{3}(?!\d))/gu, '')
    .replace(/[^\d.]/gu, '')
    .replace(/\.$/u, '')
