import type { Span } from '../../core/span.ts'
import { WordClass } from '../grammar/word-class.ts'
import type { Cast } from './cast.ts'
import {
  isDocumentWord,
  isGroupWord,
  isNewspaper,
  isOrganizationWord,
  isPluralOrganization,
} from './nouns.ts'
import { complementEnd, makeRole, type Role } from './titles.ts'
import { foldedAt, isCapitalised, isRoleNoun, lowerAt, singularRole, tokenAt, type Words } from './words.ts'

/** What the words that name a speaker are, before it is known whom they mean. Token indices and mention indices. */
export type SpeakerPhrase =
  | { readonly kind: 'pronoun'; readonly word: string; readonly token: number }
  | { readonly kind: 'name'; readonly mention: number; readonly role: Role | null }
  | { readonly kind: 'several'; readonly mentions: readonly number[] }
  | {
      readonly kind: 'description'
      readonly role: Role
      readonly definite: boolean
      readonly token: number
      readonly possessor: readonly string[]
    }
  | { readonly kind: 'age'; readonly age: string; readonly token: number }
  | { readonly kind: 'group' | 'document' | 'organization'; readonly organization: string | null }
  | { readonly kind: 'unknown' }

const PRONOUNS = new Set(
  (
    'he she it they i we you who him her his them us me himself herself themselves itself one this that these those which ' +
    'someone somebody anyone anybody everyone everybody nobody another others'
  ).split(' '),
)
/** A phrase longer than this many tokens is read no further. */
const REACH = 60

/** Reads the words that name a speaker: their head decides, whatever stands before and after it. */
export function readSpeaker(words: Words, cast: Cast, span: Span): SpeakerPhrase {
  const first = openingToken(words, tokenAt(words.tokens, span.start))
  const last = closingToken(words, first, Math.min(tokenAt(words.tokens, span.end), first + REACH))
  if (first >= last) return { kind: 'unknown' }
  const word = lowerAt(words, first)
  if (PRONOUNS.has(word) && (last === first + 1 || endsPhrase(words, first + 1))) {
    return { kind: 'pronoun', word, token: first }
  }
  if (PRONOUNS.has(word) && words.classes[first + 1] === WordClass.coordinator)
    return { kind: 'several', mentions: [] }
  const end = coreEnd(words, cast, first, last)
  const names = mentionsIn(cast, first, end)
  const joint = jointAt(words, cast, first, end)
  if (joint > 0 && isSeveral(words, cast, first, joint, end)) return { kind: 'several', mentions: names }
  if (names.length > 0 && isList(words, cast, end, last)) return { kind: 'several', mentions: names }
  const named = headName(words, cast, names, first, end)
  if (named !== undefined) {
    const organization = namedOrganization(words, cast, named, first)
    return organization
      ? { kind: 'organization', organization }
      : { kind: 'name', mention: named, role: null }
  }
  const common = readCommon(words, cast, first, end)
  return nameAfter(words, cast, end, common) ?? common
}

function openingToken(words: Words, index: number): number {
  let first = index
  while (first < index + 3 && words.classes[first] === WordClass.punctuation) first++
  return first
}

/** Past a possessive at the end: "Ruiz's" of "Ruiz's claim that". */
function closingToken({ classes }: Words, first: number, end: number): number {
  let last = end
  while (
    last > first + 1 &&
    (classes[last - 1] === WordClass.possessive || classes[last - 1] === WordClass.punctuation)
  )
    last--
  return last
}

const endsPhrase = ({ classes }: Words, index: number): boolean =>
  classes[index] === WordClass.punctuation || classes[index] === WordClass.wh

/** Where the phrase proper ends: before its appositive, its relative clause, its parenthesis. */
function coreEnd(words: Words, cast: Cast, first: number, last: number): number {
  let end = first + 1
  while (
    end < last &&
    !(endsPhrase(words, end) && (cast.mentionOf[end] ?? -1) < 0 && !isNickname(words, cast, end))
  ) {
    const wordClass = words.classes[end]
    const inName = (cast.mentionOf[end] ?? -1) >= 0
    if (!inName && (wordClass === WordClass.verb || wordClass === WordClass.auxiliary) && end > first + 1)
      break
    end++
  }
  return end
}

/** A quotation mark inside a name: Dwayne “The Rock” Johnson. */
const isNickname = (words: Words, cast: Cast, index: number): boolean =>
  lowerAt(words, index) === '"' &&
  ((cast.mentionOf[index - 1] ?? -1) >= 0 || (cast.mentionOf[index + 1] ?? -1) >= 0)

function mentionsIn(cast: Cast, first: number, last: number): number[] {
  const found: number[] = []
  for (let index = first; index < last; index++) {
    const mention = cast.mentionOf[index] ?? -1
    if (mention >= 0 && found.at(-1) !== mention) found.push(mention)
  }
  return found
}

function jointAt(words: Words, cast: Cast, first: number, last: number): number {
  for (let index = first + 1; index < last - 1; index++) {
    if (words.classes[index] === WordClass.coordinator && (cast.mentionOf[index] ?? -1) < 0) return index
  }
  return -1
}

/** "Ruiz and Khan", "the mayor and his aide" are several; "the founder and president" is one. */
function isSeveral(words: Words, cast: Cast, first: number, joint: number, last: number): boolean {
  const after = cast.mentionOf[joint + 1] ?? -1
  const left = mentionsIn(cast, first, joint)
  const right = mentionsIn(cast, joint + 1, last)
  if (left.length > 0 && right.length > 0) return isHeadName(words, cast, left[0] as number, first)
  if (words.classes[joint + 1] === WordClass.determiner) return true
  return after >= 0 && !isRoleNoun(foldedAt(words, joint - 1))
}

/** "Ruiz, Khan and others": a name follows the comma, and a coordinator stands later. */
function isList(words: Words, cast: Cast, end: number, last: number): boolean {
  if (lowerAt(words, end) !== ',') return false
  const next = mentionsIn(cast, end + 1, Math.min(last, end + 8))[0]
  if (next === undefined || (cast.mentions[next]?.phraseFirst ?? -1) !== end + 1) return false
  for (let index = end + 2; index < last; index++)
    if (words.classes[index] === WordClass.coordinator) return true
  return false
}

/** True where nothing but determiners, modifiers and a possessor stand between the phrase's start and a name. */
function isHeadName(words: Words, cast: Cast, mention: number, first: number): boolean {
  const named = cast.mentions[mention]
  if (!named) return false
  for (let index = Math.min(named.phraseFirst, named.first) - 1; index >= first; index--) {
    const wordClass = words.classes[index]
    if (wordClass === WordClass.preposition || wordClass === WordClass.to || wordClass === WordClass.verb)
      return false
  }
  return true
}

/** The name that heads the phrase: it ends the phrase or is followed by a preposition, and no preposition leads to it. */
function headName(
  words: Words,
  cast: Cast,
  names: readonly number[],
  first: number,
  end: number,
): number | undefined {
  for (const index of names) {
    const named = cast.mentions[index]
    if (!named || !isHeadName(words, cast, index, first)) continue
    const after = words.classes[named.last]
    if (named.last >= end || after === WordClass.preposition || after === WordClass.adverb) return index
    if (/^(?:him|her)self$/.test(lowerAt(words, named.last))) return index
  }
  return undefined
}

/** "Haaretz" of "the newspaper Haaretz": a name of which nothing shows a person, after an organization's noun. */
function namedOrganization(words: Words, cast: Cast, mention: number, first: number): string | null {
  const named = cast.mentions[mention]
  if (!named || named.person < 0 || cast.people[named.person]?.certain) return null
  if (named.first <= first || !isOrganizationWord(words, named.first - 1)) return null
  return words.document.text.slice(named.span.start, named.span.end)
}

/**
 * "the team's coach, Ali Khan,": the name stands in the appositive of a singular description; "Home Secretary" of
 * "Home Secretary Ana Ruiz": the words are the title of the name after them. The name may stand past the span.
 */
function nameAfter(words: Words, cast: Cast, end: number, common: SpeakerPhrase): SpeakerPhrase | undefined {
  if (common.kind !== 'description') return undefined
  const titled = cast.mentionOf[end] ?? -1
  if (titled >= 0 && (cast.mentions[titled]?.phraseFirst ?? end) <= common.token) {
    return { kind: 'name', mention: titled, role: null }
  }
  if (lowerAt(words, end) !== ',') return undefined
  const next = mentionsIn(cast, end + 1, end + 6)[0]
  if (next === undefined || (cast.mentions[next]?.phraseFirst ?? -1) > end + 1) return undefined
  return { kind: 'name', mention: next, role: common.role }
}

function readCommon(words: Words, cast: Cast, first: number, end: number): SpeakerPhrase {
  const start = afterPossessor(words, first, end)
  const stop = lastNoun(words, start, headEnd(words, start, end))
  const head = stop - 1
  const noun = foldedAt(words, head)
  const definite = /^(?:the|this|that)$/.test(lowerAt(words, first)) || !isArticle(words, first)
  if (/^\d\d-year-old$/.test(noun)) return { kind: 'age', age: noun.slice(0, 2), token: head }
  const organization = organizationAt(words, cast, start, stop, end)
  if (isRoleNoun(noun) && words.classes[head] !== WordClass.verb) {
    const opening = skipDeterminers(words, start, head)
    const role = makeRole(words, opening, Math.min(end, complementEnd(words, stop, end)), head, first)
    return { kind: 'description', role, definite, token: head, possessor: contentWords(words, first, start) }
  }
  if (
    isGroupWord(noun) ||
    singularRole(noun) ||
    isPluralOrganization(noun) ||
    words.classes[head] === WordClass.number
  )
    return { kind: 'group', organization }
  if (isDocumentWord(noun) && !isNewspaper(words, head)) return { kind: 'document', organization }
  return organization ? { kind: 'organization', organization } : { kind: 'unknown' }
}

/** The folded names and nouns of a possessor: "tunisia" of "Tunisia's coach". */
function contentWords(words: Words, first: number, last: number): string[] {
  const found: string[] = []
  for (let index = first; index < last; index++) {
    const wordClass = words.classes[index]
    if (wordClass === WordClass.name || wordClass === WordClass.noun || wordClass === WordClass.pronoun)
      found.push(foldedAt(words, index))
  }
  return found
}

const isArticle = (words: Words, index: number): boolean =>
  /^(?:a|an|one|another|some|any)$/.test(lowerAt(words, index))

/** Past the last possessive before the first preposition: the head is what is owned, not its owner. */
function afterPossessor(words: Words, first: number, end: number): number {
  let start = first
  for (let index = first; index < end; index++) {
    if (words.classes[index] === WordClass.preposition && index > first) break
    if (words.classes[index] === WordClass.possessive && index + 1 < end) start = index + 1
  }
  return start
}

function headEnd(words: Words, start: number, end: number): number {
  for (let index = start + 1; index < end; index++) {
    const wordClass = words.classes[index]
    if (wordClass === WordClass.preposition || wordClass === WordClass.to || wordClass === WordClass.number) {
      if (wordClass !== WordClass.number || index + 1 >= end) return index
    }
  }
  return end
}

/** Past the last noun or name: "sources" of "sources familiar". */
function lastNoun(words: Words, start: number, end: number): number {
  for (let last = end; last > start; last--) {
    const wordClass = words.classes[last - 1]
    if (wordClass === WordClass.noun || wordClass === WordClass.name || wordClass === WordClass.number)
      return last
  }
  return end
}

function skipDeterminers(words: Words, start: number, end: number): number {
  let first = start
  while (
    first < end &&
    (words.classes[first] === WordClass.determiner || words.classes[first] === WordClass.pronoun)
  )
    first++
  return first
}

/** The organization that the phrase names or that its speakers belong to, without determiner. */
function organizationAt(words: Words, cast: Cast, start: number, stop: number, end: number): string | null {
  const { document, tokens, classes } = words
  const opening = skipDeterminers(words, start, stop)
  const textOf = (from: number, to: number) =>
    document.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
  const head = foldedAt(words, stop - 1)
  if (opening < stop && isOrganizationWord(words, stop - 1)) {
    return textOf(opening, isCapitalised(words, stop - 1) ? complementEnd(words, stop, end) : stop)
  }
  const inside = cast.organizations.length > 0 ? properInside(words, opening, stop) : null
  if (inside) return textOf(inside[0], inside[1])
  const whole = opening < stop && isCapitalised(words, stop - 1) && classes[stop - 1] === WordClass.name
  return whole && !singularRole(head) ? textOf(opening, stop) : null
}

/** "Home Office" of "Home Office officials": capitals before the head that end in an organization's noun or name. */
function properInside(words: Words, first: number, stop: number): [number, number] | null {
  for (let index = stop - 2; index >= first; index--) {
    if (!isOrganizationWord(words, index)) continue
    let start = index
    while (start > first && isCapitalised(words, start - 1) === isCapitalised(words, index)) start--
    return isCapitalised(words, index) || start < index ? [start, index + 1] : null
  }
  return null
}
