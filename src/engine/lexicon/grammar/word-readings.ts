import { isPrefixedName } from '../names/name-prefix.ts'
import { startsUpper, type TokenKind } from '../text/characters.ts'
import {
  ADJECTIVES,
  ADVERBS,
  BE,
  COORDINATORS,
  DETERMINERS,
  DO,
  HAVE,
  INDEFINITE_PRONOUNS,
  MODALS,
  NEGATIONS,
  NOUNS,
  PERSONAL_PRONOUNS,
  PREPOSITIONS,
  SUBORDINATORS,
  WH_WORDS,
} from './closed-classes.ts'
import { canBe, formBit, type VerbReading, verbReading } from './inflect.ts'
import { VerbForm } from './word-class.ts'

/** The word classes and shapes that a spelling can have, before its neighbors are known. One bit each. */
export const Can = {
  noun: 1,
  pronoun: 2,
  determiner: 4,
  adjective: 8,
  adverb: 16,
  verb: 32,
  auxiliary: 64,
  preposition: 128,
  coordinator: 256,
  subordinator: 512,
  wh: 1024,
  negation: 2048,
  number: 4096,
  punctuation: 8192,
  /** Capitalized. */
  capital: 16384,
  /** Two capitals or more and no lower-case letter. */
  allCapitals: 32768,
  /** A noun in the plural. */
  plural: 65536,
} as const

/** Bits of the closed classes. */
export const CLOSED_CLASSES =
  Can.pronoun |
  Can.determiner |
  Can.preposition |
  Can.coordinator |
  Can.subordinator |
  Can.wh |
  Can.negation |
  Can.auxiliary

/** The word classes that a spelling can have (`Can` bits), and the verb of which it can be a form. */
export interface WordReading {
  readonly can: number
  readonly verb: VerbReading | undefined
  /** The same, if the verb is listed and not guessed from the ending. */
  readonly listedVerb: VerbReading | undefined
}

const NO_VERB = { verb: undefined, listedVerb: undefined }

const NUMBER_WORDS = new Set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
  dozen dozens hundreds thousands millions`.split(/\s+/),
)
/** The number of last letters that are searched for endings. */
const ENDING_LENGTH = 5
const ADJECTIVE_ENDING = /(?:ous|ful|ive|able|ible|less|ish|ical|ional|ary|ian|ese|ic|ant|ent|al)$/
const NOUN_ENDING =
  /(?:ment|ent[s]?y|ant|ian|ist|ance|ence|ness|ship|sion|tion|ism|ity|age|ure|dom|hood|er|or)s?$/
const PLURAL_EXCEPTIONS = new Set(
  `ads mps gps tds people men women children police media data aides lawmen congressmen critics academics sceptics skeptics cynics
  mechanics medics paramedics fanatics clerics comics lyrics topics clinics fabrics republics statistics`.split(
    /\s+/,
  ),
)
const SINGULAR_S = /(?:ss|us|is|ics|news)$/

const CLOSED_LISTS: readonly (readonly [ReadonlySet<string>, number])[] = [
  [PERSONAL_PRONOUNS, Can.pronoun],
  [INDEFINITE_PRONOUNS, Can.pronoun],
  [DETERMINERS, Can.determiner],
  [PREPOSITIONS, Can.preposition],
  [COORDINATORS, Can.coordinator],
  [SUBORDINATORS, Can.subordinator],
  [WH_WORDS, Can.wh],
  [NEGATIONS, Can.negation],
  [MODALS, Can.auxiliary],
  [BE, Can.auxiliary],
  [HAVE, Can.auxiliary],
  [DO, Can.auxiliary],
  [ADVERBS, Can.adverb],
  [NUMBER_WORDS, Can.number],
  [ADJECTIVES, Can.adjective],
]
/** The `Can` bits of each listed word, from all lists. */
const LISTED: ReadonlyMap<string, number> = listedWords()

function listedWords(): ReadonlyMap<string, number> {
  const listed = new Map<string, number>()
  for (const [words, can] of CLOSED_LISTS) {
    for (const word of words) listed.set(word, (listed.get(word) ?? 0) | can)
  }
  return listed
}

/** Returns all readings of a spelling, from its text, its look-up form and its kind. */
export function wordReadingOf(text: string, lower: string, kind: TokenKind): WordReading {
  if (kind === 'punctuation')
    return { can: Can.punctuation | (lower === '&' ? Can.coordinator : 0), ...NO_VERB }
  if (kind === 'symbol') return { can: /[$€£¥]/.test(text) ? Can.number : Can.punctuation, ...NO_VERB }
  if (kind === 'number') return { can: Can.number, ...NO_VERB }
  const shape = startsUpper(text)
    ? Can.capital | (isAllCapitals(text) ? Can.allCapitals : 0)
    : lowerShape(text)
  const listedVerb = verbReading(lower)
  const verb = listedVerb ?? guessedVerb(lower)
  const listed = LISTED.get(lower) ?? 0
  return { can: shape | listed | (listed && !verb ? 0 : openClasses(lower, verb)), verb, listedVerb }
}

/** Counts "al-Rashid" as capitalized. */
const lowerShape = (text: string): number => (/[A-Z]/.test(text) && isPrefixedName(text) ? Can.capital : 0)

function isAllCapitals(text: string): boolean {
  if (text.length < 2) return false
  if (/^[A-Z.&'’-]{2,}s?$/.test(text)) return !/^[A-Z]\.$/.test(text)
  return HAS_OTHER_LETTERS.test(text) && /^[\p{Lu}.&'’-]{2,}s?$/u.test(text) && !/^\p{Lu}\.$/u.test(text)
}

/** A letter that is not one of A to Z. The classes of Unicode take long to compile. */
const HAS_OTHER_LETTERS = /[^\u0000-\u007f’]/

function openClasses(lower: string, verb: VerbReading | undefined): number {
  let can = verb ? Can.verb : 0
  if (NOUNS.has(lower))
    return Can.noun | (isPlural(lower) ? Can.plural : 0) | (verb && !lower.endsWith('ing') ? can : 0)
  if (lower.endsWith('ly') && lower.length > 4) return can | Can.adverb
  if (isPlural(lower)) can |= Can.plural
  if (canBe(verb, VerbForm.past) || canBe(verb, VerbForm.participle)) can |= Can.adjective
  const ending = lower.slice(-ENDING_LENGTH)
  if (!NOUN_ENDING.test(ending) && ADJECTIVE_ENDING.test(ending)) can |= Can.adjective
  if (lower.includes('-') && !lower.endsWith('s')) can |= Can.adjective
  if (!verb || verb.mostlyNoun || !isPastOnly(verb)) can |= Can.noun
  return can
}

const PAST_FORMS = formBit(VerbForm.past) | formBit(VerbForm.participle)

/** Returns true for forms that can be neither a noun nor a name, such as "said" and "asked". */
export const isPastOnly = (verb: VerbReading | undefined): boolean =>
  verb !== undefined && (verb.forms & ~PAST_FORMS) === 0

const isPlural = (lower: string): boolean =>
  PLURAL_EXCEPTIONS.has(lower) || (lower.length > 3 && lower.endsWith('s') && !SINGULAR_S.test(lower))

/** Returns the verb that an unlisted word in -ed or -ing seems to be a form of; undefined for other words. */
function guessedVerb(lower: string): VerbReading | undefined {
  if (lower.length < 6 || NOUNS.has(lower)) return undefined
  if (lower.endsWith('ed') && !lower.endsWith('eed')) {
    return { lemma: lower.slice(0, -2), forms: PAST_FORMS, form: VerbForm.past, mostlyNoun: false }
  }
  if (!lower.endsWith('ing')) return undefined
  return {
    lemma: lower.slice(0, -3),
    forms: formBit(VerbForm.gerund),
    form: VerbForm.gerund,
    mostlyNoun: false,
  }
}
