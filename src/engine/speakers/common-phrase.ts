import { WordClass } from '../grammar/word-class.ts'
import { CALENDAR_WORDS } from './calendar-words.ts'
import type { Cast, NameMention } from './cast.ts'
import { isAcronym, namesOrganization, phrase } from './name-words.ts'
import {
  isDocumentWord,
  isGroupWord,
  isNewspaper,
  isOrganizationWord,
  isPluralOrganization,
} from './nouns.ts'
import { ORGANIZATION_NOUNS } from './organization-words.ts'
import type { SpeakerPhrase } from './phrase.ts'
import { mentionsIn } from './phrase-names.ts'
import { DEMONYM_WORDS, PLACE_NAMES } from './place-names.ts'
import { complementEnd, makeRole, type Role } from './roles.ts'
import { foldedAt, isCapitalised, isRoleNoun, lowerAt, singularRole, type Words } from './words.ts'

export function readCommon(words: Words, cast: Cast, first: number, end: number): SpeakerPhrase {
  const start = afterPossessor(words, first, end)
  const stop = lastNoun(words, start, headEnd(words, start, end))
  const head = stop - 1
  const noun = foldedAt(words, head)
  const definite = /^(?:the|this|that)$/.test(lowerAt(words, first)) || !isArticle(words, first)
  if (/^\d\d-year-old$/.test(noun)) return { kind: 'age', age: noun.slice(0, 2), token: head }
  const organization = organizationAt(words, cast, start, stop, end)
  if (organization && isProperName(words, skipDeterminers(words, start, stop), stop))
    return { kind: 'organization', organization }
  if (isRoleNoun(noun) && words.classes[head] !== WordClass.verb) {
    const opening = skipDeterminers(words, start, head)
    const last = Math.min(end, complementEnd(words, stop, end))
    const role = withoutPerson(words, cast, makeRole(words, opening, last, head, first), first, last)
    return { kind: 'description', role, definite, token: head, possessor: contentWords(words, first, start) }
  }
  if (
    isGroupWord(noun) ||
    singularRole(noun) ||
    isPluralOrganization(noun) ||
    (DEMONYM_WORDS.has(noun) && noun.endsWith('s')) ||
    words.classes[head] === WordClass.number
  )
    return { kind: 'group', organization, official: OFFICIALS.has(noun) }
  if (isDocumentWord(noun) && !isNewspaper(words, head)) return { kind: 'document', organization }
  return organization ? { kind: 'organization', organization } : { kind: 'unknown' }
}

/** Those who speak for the organization they are named with. */
const OFFICIALS = new Set(
  'officials authorities representatives spokespeople spokesmen spokeswomen'.split(' '),
)

/** "the Associated Press", "the United States": capitals that name one body, though the last word can name many. */
function isProperName(words: Words, first: number, last: number): boolean {
  if (last - first < 2 || !isCapitalised(words, last - 1) || !isCapitalised(words, last - 2)) return false
  return namesOrganization(words, last - 2, last) || PLACE_NAMES.has(phrase(words, first, last))
}

/** "spokesman for Ana Ruiz": whom somebody speaks for is no organization. */
function withoutPerson(words: Words, cast: Cast, role: Role, first: number, last: number): Role {
  const { organization } = role
  if (!organization || ORGANIZATION_NOUNS.has(lastWord(organization))) return role
  const { text } = words.document
  const names = mentionsIn(cast, first, last).some((index) => {
    const { span, person } = cast.mentions[index] as NameMention
    return cast.people[person]?.certain && organization.includes(text.slice(span.start, span.end))
  })
  return names ? { ...role, organization: null } : role
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase()

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
  const last = isCapitalised(words, stop - 1) ? complementEnd(words, stop, end) : stop
  const isGroup =
    (isGroupWord(head) || singularRole(head) !== undefined) && !isProperName(words, opening, stop)
  if (opening < stop && isOrganizationWord(words, stop - 1) && !isGroup)
    return textOf(ownerAt(words, cast, start) ?? nameStart(words, opening, stop), last)
  const inside = cast.organizations.length > 0 ? properInside(words, opening, stop) : null
  if (inside) return textOf(inside[0], inside[1])
  const whole = opening < stop && isCapitalised(words, stop - 1) && classes[stop - 1] === WordClass.name
  return whole && !isGroup && !isNoName(words, stop - 1)
    ? textOf(nameStart(words, opening, stop), last)
    : null
}

/** Capitals that name no organization: days, peoples ("the Saudis"), parties and states after a name ("R-Ohio"). */
function isNoName(words: Words, index: number): boolean {
  const word = foldedAt(words, index)
  if (CALENDAR_WORDS.has(word) || DEMONYM_WORDS.has(word) || /^[rdi]-/.test(word)) return true
  return word.endsWith('.') && !PLACE_NAMES.has(word) && !isAcronym(words, index)
}

/** Where capitals begin that end in a name's head: "Budget Office" of "nonpartisan Budget Office". */
function nameStart(words: Words, first: number, stop: number): number {
  if (!isCapitalised(words, stop - 1)) return first
  let start = stop - 1
  while (start > first && (isCapitalised(words, start - 1) || isLink(words, start - 1))) start--
  while (start < stop - 1 && (isLink(words, start) || words.classes[start] === WordClass.adverb)) start++
  return start
}

const isLink = ({ classes }: Words, index: number): boolean =>
  classes[index] === WordClass.preposition ||
  classes[index] === WordClass.coordinator ||
  classes[index] === WordClass.possessive

/** Where the name of the person begins who owns the phrase: "Ruiz" of "Ruiz's campaign". */
function ownerAt(words: Words, cast: Cast, start: number): number | undefined {
  if (words.classes[start - 1] !== WordClass.possessive) return undefined
  return cast.mentions[cast.mentionOf[start - 2] ?? -1]?.first
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
