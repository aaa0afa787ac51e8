import { FEMALE_HONORIFICS, HONORIFICS, MALE_HONORIFICS, SUFFIXES, SURNAME_PARTICLES } from './name-words.ts'
import { NICKNAME_GROUPS } from './nicknames.ts'

/** The parts of a personal name, for comparison. All words are folded: lower case, ASCII where possible. */
export interface PersonalName {
  /** Given names and initials, in order. */
  readonly given: readonly string[]
  /** The words of the family name before its last word: "de", "van der", "al". */
  readonly particles: readonly string[]
  /** The last word of the family name. Empty if the name has no words. */
  readonly surname: string
  /** "jr", "sr", "iii"; null if the name has none. */
  readonly suffix: string | null
  /** The gender that the honorific implies; null if it implies none. */
  readonly gender: 'male' | 'female' | null
}

/** Letters that Unicode decomposition does not split into a base letter and an accent. */
const PLAIN_LETTERS = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
  ['ħ', 'h'],
])

let nicknames: ReadonlyMap<string, readonly number[]> | undefined

/** Returns the groups of nicknames by name. Builds the index for the first name that needs it. */
function nicknameGroups(): ReadonlyMap<string, readonly number[]> {
  nicknames ??= indexNicknames()
  return nicknames
}

function indexNicknames(): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  NICKNAME_GROUPS.forEach((group, number) => {
    for (const name of group.split(' ')) {
      const known = index.get(name)
      if (known) known.push(number)
      else index.set(name, [number])
    }
  })
  return index
}

const ASCII = /^[\u0000-\u007f]*$/
/** If a name has only ASCII letters and single spaces, lower-casing it is enough. */
const PLAIN_WORDS = /^[A-Za-z]+(?: [A-Za-z]+)*$/

/** Folds case and accents: "Gómez" and "GOMEZ" both give "gomez". Letters of other scripts stay as they are. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  let folded = ''
  for (const letter of withoutMarks(text.toLowerCase().normalize('NFKD'))) {
    folded += PLAIN_LETTERS.get(letter) ?? letter
  }
  return folded
}

/** Latin letters and general punctuation: no combining marks. */
const UNMARKED = /^[\u0000-\u02ff\u2000-\u206f]*$/

/** Removes combining marks, first those of Latin. The class of all marks takes long to compile. */
function withoutMarks(decomposed: string): string {
  const latin = decomposed.replace(/[\u0300-\u036f]+/g, '')
  return UNMARKED.test(latin) ? latin : latin.replace(/\p{M}+/gu, '')
}

/** Splits a name into folded words. Removes apostrophes and the full stops after initials. "H.W." gives two words. */
function wordsOf(name: string): string[] {
  if (PLAIN_WORDS.test(name)) return name.toLowerCase().split(' ')
  if (ASCII.test(name)) return asciiWordsOf(name.toLowerCase())
  const initialsApart = fold(name).replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, ' ')
  const words = initialsApart.replace(/[’'ʼ‘`´]s?(?=\s|$)/gu, '').replace(/[.’'ʼ‘`´]/gu, '')
  return words.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []
}

/** Does the same for ASCII letters. Classes of all Unicode letters take much longer to compile than a name to read. */
function asciiWordsOf(folded: string): string[] {
  const initialsApart = folded.replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, ' ')
  const words = initialsApart.replace(/['`]s?(?=\s|$)/g, '').replace(/[.'`]/g, '')
  return words.match(/[a-z\d]+(?:-[a-z\d]+)*/g) ?? []
}

/**
 * Parses a name: "Sen. Robert P. Casey Jr." gives the given names robert and p, the surname casey and the suffix jr.
 * Accepts any string; a string without words gives an empty surname.
 */
export function parseName(name: string): PersonalName {
  const words = wordsOf(name)
  let gender: PersonalName['gender'] = null
  while (words.length > 1 && HONORIFICS.has(words[0]!)) {
    const honorific = words.shift()!
    if (MALE_HONORIFICS.has(honorific)) gender = 'male'
    if (FEMALE_HONORIFICS.has(honorific)) gender = 'female'
  }
  let suffix: string | null = null
  while (words.length > 1 && SUFFIXES.has(words.at(-1)!)) suffix = SUFFIXES.get(words.pop()!) || suffix
  let surname = words.pop() ?? ''
  const particles: string[] = []
  const joined = surname.includes('-') ? /^(al|el|ben|bin)-(.+)$/u.exec(surname) : null
  if (joined) {
    particles.unshift(joined[1]!)
    surname = joined[2]!
  }
  while (words.length > 1 && SURNAME_PARTICLES.has(words.at(-1)!)) particles.unshift(words.pop()!)
  if (words.length === 1 && SURNAME_PARTICLES.has(words[0]!) && !nicknameGroups().has(words[0]!))
    particles.unshift(words.pop()!)
  const given = words.some((word) => word.includes('-')) ? words.flatMap((word) => word.split('-')) : words
  return { given, particles, surname, suffix, gender }
}

/**
 * Returns a key that is equal for all spellings of one name. It has no honorifics and no suffixes, and accents and case
 * are folded.
 */
export function nameKey(name: string): string {
  const { given, particles, surname } = parseName(name)
  return [...given, ...particles, surname].filter(Boolean).join(' ')
}

/** Returns the folded family name without particles: "leyen" for "Ursula von der Leyen". Empty if there is none. */
export const surnameOf = (name: string): string => parseName(name).surname

/**
 * Returns true if two given names can belong to one person. They are equal, one is the initial of the other, they
 * differ only in doubled letters, or they are nicknames of each other ("Bill", "William").
 */
function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  if (withoutDoubles(a) === withoutDoubles(b)) return true
  const groups = nicknameGroups().get(b)
  return (
    groups !== undefined &&
    (nicknameGroups()
      .get(a)
      ?.some((group) => groups.includes(group)) ??
      false)
  )
}

/** Removes the second of two equal letters, because "Philip" and "Phillip" are spellings of one name. */
const withoutDoubles = (name: string): string => name.replace(/(.)\1+/gu, '$1')

/**
 * Returns true if two names can belong to one person: the surnames are equal, and the given names, initials, suffixes
 * and honorifics do not contradict each other. "Kirby" and "John Kirby" can; "Owen Smith" and "Chloe Smith" cannot.
 */
export const sameName = (a: string, b: string): boolean => compatibleNames(parseName(a), parseName(b))

/** Compares parsed names like `sameName`. */
export function compatibleNames(first: PersonalName, second: PersonalName): boolean {
  if (!first.surname || first.surname !== second.surname) return false
  if (first.suffix && second.suffix && first.suffix !== second.suffix) return false
  if (first.gender && second.gender && first.gender !== second.gender) return false
  return givenNamesAgree(first, second)
}

function givenNamesAgree(first: PersonalName, second: PersonalName): boolean {
  if (first.given.length > 1 && second.given.length > 1 && sameGivenName(first.given[0]!, second.given[0]!)) {
    return middleNamesAgree(first.given, second.given)
  }
  const a = [...first.given, ...first.particles]
  const b = [...second.given, ...second.particles]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let from = 0
  for (const word of short) {
    while (from < long.length && !sameGivenName(word, long[from]!)) from++
    if (from === long.length) return false
    from++
  }
  return true
}

/** Compares middle names, which distinguish people with the same name: "George W. Bush" is not "George H. W. Bush". */
function middleNamesAgree(a: readonly string[], b: readonly string[]): boolean {
  const initials = a[1]!.length === 1 || b[1]!.length === 1
  if (initials) return sameGivenName(a[1]!, b[1]!)
  return a.slice(1).some((word) => b.slice(1).some((other) => sameGivenName(word, other)))
}

/**
 * Returns the slug of a name: lower-case ASCII words joined by hyphens, "vedant-patel". A letter without an ASCII form
 * becomes its code point. A name without letters or digits gives "unnamed".
 */
export function slugOf(name: string): string {
  const words = fold(name)
    .replace(/[.’'ʼ‘`´]/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  const slug = (words ?? []).map((word) => word.replace(/[^a-z0-9]/gu, codePoint)).join('-')
  return slug || 'unnamed'
}

const codePoint = (letter: string): string => `u${letter.codePointAt(0)!.toString(16)}`
