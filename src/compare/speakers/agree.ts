import { compatibleNames, fold, parseName } from '../../core/names.ts'
import { editDistance } from '../../core/suggest.ts'
import type { SpeakerKind } from '../../core/vocabulary.ts'
import { genderOfPronoun } from '../language/pronouns.ts'
import { type Claim, type ClaimWord, readClaim } from './read-claim.ts'
import { isTitleWord } from './title-words.ts'

/** The speaker of a statement on record. */
export interface RecordedSpeaker {
  readonly kind: SpeakerKind
  /** The full name of the person; null if it is not known. */
  readonly name: string | null
  readonly aliases: readonly string[]
  /** The role as printed, and the titles of positions that the person held. */
  readonly roles: readonly string[]
  /** The organization as printed, its name on record and its other names. */
  readonly organizations: readonly string[]
  /** The words of the article that name the speaker beside the statement: "Patel", "she". */
  readonly mention: string | null
  /** The possible speakers, if the text does not decide. */
  readonly candidates: readonly string[]
}

/** The relation of the claimed speaker to the speaker on record. `unknown`: the two do not contradict each other. */
export interface Agreement {
  readonly agrees: 'yes' | 'no' | 'unknown'
  readonly reason:
    | 'same-name'
    | 'same-words'
    | 'same-organization'
    | 'pronoun'
    | 'similar-name'
    | 'given-name-only'
    | 'other-script'
    | 'speaker-unknown'
    | 'one-of-several'
    | 'not-comparable'
    | 'other-name'
    | 'other-organization'
    | 'other-gender'
    | 'nothing-claimed'
}

const answer = (agrees: Agreement['agrees'], reason: Agreement['reason']): Agreement => ({ agrees, reason })
const LATIN = /\p{Script=Latin}/u
/** The shortest surnames that may be spellings of one name if one letter differs. */
const LONG_SURNAME = 5

/**
 * Compares the speaker that a caller names with the speaker on record. For a null or empty claim, the answer is
 * `unknown`.
 */
export function speakerAgrees(claimed: string | null, recorded: RecordedSpeaker): Agreement {
  const claim = readClaim(claimed ?? '')
  if (claim.kind === 'empty') return answer('unknown', 'nothing-claimed')
  if (claim.kind === 'pronoun') return pronounAgrees(claim, recorded)
  const names = [recorded.name, ...recorded.aliases].filter((name): name is string => Boolean(name))
  const shown = recorded.mention && /^\P{Ll}/u.test(recorded.mention) ? [recorded.mention] : []
  const roleWords = new Set(recorded.roles.flatMap(wordsOf))
  const byName = names.map((name) => compareNames(claim, name, roleWords))
  if (byName.includes('yes')) return answer('yes', 'same-name')
  if (hasSameWords(claim, recorded)) return answer('yes', 'same-words')
  if (claim.kind !== 'name') return descriptionAgrees(claim, recorded)
  if (names.length === 0) return unnamed(claim, recorded, shown)
  if (byName.includes('similar')) return answer('unknown', 'similar-name')
  if (byName.includes('given')) return answer('unknown', 'given-name-only')
  if (names.every((name) => LATIN.test(name) !== LATIN.test(claim.text)))
    return answer('unknown', 'other-script')
  return answer('no', 'other-name')
}

type NameMatch = 'yes' | 'similar' | 'given' | 'no'

/**
 * Compares a claim with one name. Finds the surname of the name in the claim, and compares the words before it.
 * @param roleWords the words of the roles on record, which are no given names: "Beekeeper Brandt".
 */
function compareNames({ words }: Claim, name: string, roleWords: ReadonlySet<string> = new Set()): NameMatch {
  const recorded = parseName(name)
  const whole = [...recorded.given, ...recorded.particles, recorded.surname].filter(Boolean)
  const claimed = words.filter(({ canBeName }) => canBeName).map(({ folded }) => folded)
  if (words.map(({ folded }) => folded).join(' ') === fold(name).replace(/[.’'ʼ]/gu, '')) return 'yes'
  if (claimed.length === 0 || whole.length === 0) return 'no'
  if (lettersOf(claimed) === lettersOf(whole)) return 'yes'
  let result: NameMatch = 'no'
  for (const [index, word] of words.entries()) {
    const surname = surnameIn(word, recorded.surname)
    if (surname === 'no') continue
    const before = givenBefore(words, index)
    const isName = (given: readonly string[]): boolean =>
      compatibleNames(
        parseName([...given, surname === 'same' ? word.text : recorded.surname].join(' ')),
        recorded,
      )
    const isRole = (given: string): boolean => roleWords.has(fold(given))
    const from = before.findIndex((given) => !isRole(given))
    const given = from < 0 ? [] : before.slice(from)
    const fits = isName(before) || isName(given)
    // "Beekeeper Ada Brandt": the first words may be a title that no list has.
    if (!fits && !given.slice(1).some((_, index) => isName(given.slice(index + 1)))) continue
    if (fits && surname === 'same') return 'yes'
    if (!fits || surname === 'variant' || before.length > 0) result = 'similar'
  }
  if (result === 'no' && claimed.length > 1 && [...claimed].sort().join(' ') === [...whole].sort().join(' '))
    return 'yes'
  // "Sánchez" can mean "Pedro Sánchez Castejón": a word of the name after the first.
  if (result === 'no' && claimed.every((word) => whole.includes(word)))
    return claimed.some((word) => whole.indexOf(word) > 0) ? 'yes' : 'given'
  return result
}

/** Returns the letters of a name, so that "Kim Jong-un" equals "Kim Jong Un". */
const lettersOf = (words: readonly string[]): string => words.join('').replaceAll('-', '')

/**
 * Compares a word of a claim with a surname, or with one part of a double surname. variant: two spellings of one
 * foreign name ("Zelensky", "Zelenskyy"); similar: one letter differs.
 */
function surnameIn({ folded, canBeName }: ClaimWord, surname: string): 'same' | 'variant' | 'similar' | 'no' {
  if (folded === surname) return 'same'
  if (!canBeName) return 'no'
  // The surname of "al-Masri" is "masri".
  if (/^(?:al|el|ben|bin)-/u.test(folded) && parseName(folded).surname === surname) return 'same'
  if (surname.includes('-') && surname.split('-').includes(folded)) return 'same'
  const [one, other] = [folded.replace(/-/g, ''), surname.replace(/-/g, '')]
  if (one === other) return 'same'
  if (Math.min(one.length, other.length) < LONG_SURNAME || one.length > 40) return 'no'
  if (withoutEnding(one) === withoutEnding(other)) return 'variant'
  return Math.abs(one.length - other.length) < 2 && editDistance(one, other) <= 1 ? 'similar' : 'no'
}

const withoutEnding = (name: string): string => name.replace(/(?:yy|iy|ij|ii|yi|y|i)$/u, '')

/** Returns the words before a surname that can be given names, without titles. */
function givenBefore(words: readonly ClaimWord[], index: number): string[] {
  let from = index
  while (from > 0 && words[from - 1]!.canBeName) from--
  return words.slice(from, index).map(({ text }) => text)
}

/** Returns true if each word of a claim occurs in the role, the organization or the mention. */
function hasSameWords({ words, kind }: Claim, recorded: RecordedSpeaker): boolean {
  const { roles, organizations, mention } = recorded
  const known = new Set([...roles, ...organizations, mention ?? ''].flatMap((text) => wordsOf(text)))
  for (const organization of organizations) known.add(acronymOf(organization))
  const telling = words.map(({ folded }) => folded).filter((word) => !SMALL.has(word))
  if (kind === 'name' && telling.some((word) => !known.has(word))) return false
  return telling.length > 0 && telling.every((word) => known.has(word))
}

const ACRONYM = /^\p{Lu}{2,6}$/u
const SMALL: ReadonlySet<string> = new Set('the a an of for and at in to by said says according'.split(' '))

const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}.’'ʼ-]*/gu) ?? []).map((word) =>
    fold(word)
      .replace(/[’'ʼ]s$/u, '')
      .replace(/[.’'ʼ]/gu, ''),
  )

const acronymOf = (organization: string): string =>
  wordsOf(organization)
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join('')

function descriptionAgrees(claim: Claim, recorded: RecordedSpeaker): Agreement {
  const { organizations, kind } = recorded
  const telling = claim.words.map(({ folded }) => folded).filter((word) => !SMALL.has(word))
  const sharesWords = (organization: string): boolean => {
    const words = wordsOf(organization).filter((word) => !SMALL.has(word) && !isTitleWord(word))
    return (
      words.length > 0 &&
      (words.every((word) => telling.includes(word)) || telling.includes(acronymOf(organization)))
    )
  }
  if (claim.kind === 'organization' && organizations.some(sharesWords))
    return answer('yes', 'same-organization')
  const isDisjoint = organizations.every((organization) =>
    wordsOf(organization).every((word) => SMALL.has(word) || !telling.includes(word)),
  )
  const areOrganizations =
    claim.kind === 'organization' && kind === 'organization' && organizations.length > 0
  const hasAcronym = [...organizations, ...claim.words.map(({ text }) => text)].some((name) =>
    ACRONYM.test(name),
  )
  return areOrganizations && isDisjoint && !hasAcronym
    ? answer('no', 'other-organization')
    : answer('unknown', 'not-comparable')
}

function unnamed(claim: Claim, recorded: RecordedSpeaker, shown: readonly string[]): Agreement {
  if (shown.some((mention) => compareNames(claim, mention) === 'yes')) return answer('yes', 'same-name')
  const fits = recorded.candidates.some((candidate) => compareNames(claim, candidate) === 'yes')
  return answer('unknown', fits ? 'one-of-several' : 'speaker-unknown')
}

function pronounAgrees({ gender }: Claim, { name, mention }: RecordedSpeaker): Agreement {
  const known =
    genderOfPronoun(fold(mention ?? '')) ?? parseName(mention ?? '').gender ?? parseName(name ?? '').gender
  return gender && known && gender !== known ? answer('no', 'other-gender') : answer('unknown', 'pronoun')
}
