/** Names in an appositive that belongs to a speaker's phrase. */

import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { isRelation } from '../../lexicon/names/role-nouns.ts'
import type { Cast } from '../../people/cast.ts'
import { COURTESY_TITLES, type Role } from '../../people/roles/roles.ts'
import { isCapitalized, lowerAt, textOf, type Words } from '../../reader/words.ts'
import { endsPhrase } from './phrase-head.ts'
import { mentionsIn } from './phrase-names.ts'
import type { SpeakerPhrase } from './speaker-phrase.ts'

/** The longest bracket or name beside a phrase, in tokens. */
const BRACKET_REACH = 10

/** Returns the organization's name in the appositive of a noun for it. Example: "the firm, Norpetro,". */
export function organizationAfter(
  words: Words,
  cast: Cast,
  end: number,
  common: SpeakerPhrase,
): SpeakerPhrase | undefined {
  if (common.kind !== 'organization' || isCapitalized(words, end - 1) || lowerAt(words, end) !== ',')
    return undefined
  const first = lowerAt(words, end + 1) === 'the' ? end + 2 : end + 1
  let last = first
  while (last < first + BRACKET_REACH && words.classes[last] === WordClass.name) last++
  const named = cast.mentions[cast.mentionOf[first] ?? -1]
  const isPerson = named !== undefined && (cast.people[named.person]?.certain ?? true)
  if (last === first || isPerson || !/^[,.;]$/.test(lowerAt(words, last))) return undefined
  return { kind: 'organization', organization: textOf(words, first, last) }
}

/**
 * Returns the name after a description: in its appositive ("the team's coach, Ali Khan,"), or right after it ("Home
 * Secretary Ana Ruiz"). The name may stand outside the speaker's span.
 */
export function nameAfter(
  words: Words,
  cast: Cast,
  end: number,
  common: SpeakerPhrase,
): SpeakerPhrase | undefined {
  if (common.kind === 'unknown') return nameBeside(words, cast, end)
  if (common.kind !== 'description') return undefined
  const titled = cast.mentionOf[end] ?? -1
  if (titled >= 0 && (cast.mentions[titled]?.phraseFirst ?? end) <= common.token) {
    return { kind: 'name', mention: titled, role: null }
  }
  const comma = lowerAt(words, end) === '(' ? afterBracket(words, end) : end
  if (lowerAt(words, comma) !== ',') return undefined
  let opening = lowerAt(words, comma + 1) === 'the' ? comma + 2 : comma + 1
  while (COURTESY_TITLES.has(lowerAt(words, opening)) || isEpithet(words, opening)) opening++
  const next = mentionsIn(cast, opening, opening + 6)[0]
  if (next === undefined || (cast.mentions[next]?.phraseFirst ?? -1) > opening) return undefined
  return { kind: 'name', mention: next, role: officeOf(common.role) }
}

/** Returns true for an adjective in lower case before a name: "old" in "its chairman, old Ali Khan,". */
const isEpithet = (words: Words, index: number): boolean =>
  words.classes[index] === WordClass.adjective && words.classes[index + 1] === WordClass.name

/**
 * Returns the person of a full name between commas, after a description. Example: "Ruiz's opposite number, Ali Khan,".
 */
export function nameBeside(words: Words, cast: Cast, end: number): SpeakerPhrase | undefined {
  const next = cast.mentionOf[end + 1] ?? -1
  const named = cast.mentions[next]
  const isUsername = lowerAt(words, named?.first ?? 0).startsWith('@')
  if (lowerAt(words, end) !== ',' || !named || !(named.form === 'full' || isUsername)) return undefined
  const isPerson = named.person >= 0 && cast.people[named.person]?.certain
  const closes = endsPhrase(words, named.last) || words.classes[named.last] === WordClass.verb
  return isPerson && closes ? { kind: 'name', mention: next, role: null } : undefined
}

/** Returns the role unless it is a relation. "father" of "his father, Ali Khan," is no office. */
const officeOf = (role: Role): Role | null => (isRelation(role.head) ? null : role)

/** Returns the token after the bracket that opens at `open`; `open` if no bracket closes near it. */
function afterBracket(words: Words, open: number): number {
  for (let index = open + 1; index < open + BRACKET_REACH; index++)
    if (lowerAt(words, index) === ')') return index + 1
  return open
}

/** Returns the name before an appositive without an article. Example: "Ana Ruiz, director of the board, said". */
export function nameBefore(
  words: Words,
  cast: Cast,
  first: number,
  common: SpeakerPhrase,
): SpeakerPhrase | undefined {
  if (common.kind !== 'description' || lowerAt(words, first - 1) !== ',') return undefined
  if (words.classes[first] === WordClass.determiner || words.classes[first] === WordClass.pronoun)
    return undefined
  const mention = cast.mentionOf[first - 2] ?? -1
  const before = (cast.mentions[mention]?.phraseFirst ?? 0) - 1
  const isTopic =
    words.classes[before] === WordClass.preposition && !/^(?:to|by)$/.test(lowerAt(words, before))
  return mention >= 0 && !isTopic ? { kind: 'name', mention, role: officeOf(common.role) } : undefined
}
