/** Names in an appositive that belongs to a speaker's phrase. */

import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { isRelation } from '../../lexicon/names/role-nouns.ts'
import type { Cast } from '../../people/cast.ts'
import { endsInPlace } from '../../people/roles/inverted-appositives.ts'
import { COURTESY_TITLES, type Role } from '../../people/roles/roles.ts'
import { isCapitalized, lowerAt, type Range, textOf, type Words } from '../../reader/words.ts'
import { endsPhrase } from './phrase-head.ts'
import { mentionsIn } from './phrase-names.ts'
import type { SpeakerPhrase } from './speaker-phrase.ts'

/** The longest bracket or name beside a phrase, in tokens. */
const BRACKET_REACH = 10

/** Nouns for businesses that can also be people or groups. A name in their appositive that is no person's is theirs. */
const BUSINESSES = new Set(
  `supplier suppliers maker makers manufacturer manufacturers operator operators owners organisers organizers developer
  developers distributor provider contractor carrier lender insurer retailer promoters sponsor sponsors`.split(
    /\s+/,
  ),
)

/** Returns the organization's name in the appositive of a noun for it. Example: "the firm, Norpetro,". */
export function organizationAfter(
  words: Words,
  cast: Cast,
  end: number,
  common: SpeakerPhrase,
): SpeakerPhrase | undefined {
  const isBusiness = common.kind !== 'organization' && BUSINESSES.has(lowerAt(words, end - 1))
  if (!(isBusiness || common.kind === 'organization')) return undefined
  if (isCapitalized(words, end - 1) || lowerAt(words, end) !== ',') return undefined
  const first = lowerAt(words, end + 1) === 'the' ? end + 2 : end + 1
  let last = first
  while (last < first + BRACKET_REACH && words.classes[last] === WordClass.name) last++
  const named = cast.mentions[cast.mentionOf[first] ?? -1]
  const isPerson = named !== undefined && (cast.people[named.person]?.certain ?? true)
  let close = last
  if (/^(?:of|in)$/.test(lowerAt(words, close)))
    for (close++; close < last + BRACKET_REACH && words.classes[close] === WordClass.name; ) close++
  if (last === first || isPerson || !/^[,.;]$/.test(lowerAt(words, close))) return undefined
  return { kind: 'organization', organization: textOf(words, first, last) }
}

/**
 * Returns the name after a description: in its appositive ("the team's coach, Ali Khan,"), or right after it ("Home
 * Secretary Ana Ruiz"). `beside` is the part of the speaker's span after the description. If the name stands outside the
 * span, a mark must close it: no name in "according to the mayor, Ali Khan left".
 */
export function nameAfter(
  words: Words,
  cast: Cast,
  beside: Range,
  common: SpeakerPhrase,
): SpeakerPhrase | undefined {
  const { first: end, last } = beside
  if (common.kind === 'unknown') return nameBeside(words, cast, end)
  if (common.kind !== 'description') return undefined
  const titled = cast.mentionOf[end] ?? -1
  if (titled >= 0 && (cast.mentions[titled]?.phraseFirst ?? end) <= common.token) {
    return { kind: 'name', mention: titled, role: null }
  }
  const relative = /^(?:who|that)$/.test(lowerAt(words, end)) ? nameAtEnd(words, cast, beside) : undefined
  if (relative !== undefined) return { kind: 'name', mention: relative, role: officeOf(common.role) }
  const comma = lowerAt(words, end) === '(' ? afterBracket(words, end) : end
  if (lowerAt(words, comma) !== ',') return undefined
  const introduced = nameIntroduced(words, cast, comma + 1)
  if (introduced !== undefined) return { kind: 'name', mention: introduced, role: officeOf(common.role) }
  let opening = lowerAt(words, comma + 1) === 'the' ? comma + 2 : comma + 1
  while (COURTESY_TITLES.has(lowerAt(words, opening)) || isEpithet(words, opening)) opening++
  const next = mentionsIn(cast, opening, opening + 6)[0]
  const named = next === undefined ? undefined : cast.mentions[next]
  if (next === undefined || !named || named.phraseFirst > opening) return undefined
  if (cast.people[named.person]?.certain === false && endsInPlace(words, comma)) return undefined
  if (named.last > last && !/^[,.;:)]$/.test(lowerAt(words, named.last))) return undefined
  return { kind: 'name', mention: next, role: officeOf(common.role) }
}

/** Returns the name that closes a phrase after its relative clause: "a man who fled, Ali Khan". */
function nameAtEnd(words: Words, cast: Cast, { first, last }: Range): number | undefined {
  const mention = cast.mentionOf[last - 1] ?? -1
  const named = cast.mentions[mention]
  if (!named || named.last !== last || named.form === 'given') return undefined
  const comma = Math.min(named.phraseFirst, named.first) - 1
  return comma > first && lowerAt(words, comma) === ',' ? mention : undefined
}

/** Returns the name in an appositive that introduces it: "the customer, a teacher named Ana Ruiz,". */
function nameIntroduced(words: Words, cast: Cast, first: number): number | undefined {
  if (!/^an?$/.test(lowerAt(words, first))) return undefined
  for (let index = first + 1; index < first + BRACKET_REACH; index++) {
    if (lowerAt(words, index) === ',' || words.classes[index] === WordClass.wh) return undefined
    if (/^(?:named|called)$/.test(lowerAt(words, index))) return mentionsIn(cast, index + 1, index + 2)[0]
  }
  return undefined
}

/** Returns true for an adjective in lower case before a name: "old" in "its chairman, old Ali Khan,". */
const isEpithet = (words: Words, index: number): boolean =>
  words.classes[index] === WordClass.adjective && words.classes[index + 1] === WordClass.name

/**
 * Returns the person of a full name between commas, after a description. Example: "Ruiz's opposite number, Ali Khan,".
 */
export function nameBeside(words: Words, cast: Cast, end: number): SpeakerPhrase | undefined {
  const next = mentionsIn(cast, end + 1, end + 4)[0] ?? -1
  const named = cast.mentions[next]
  if (named && named.first !== end + 1 && named.phraseFirst !== end + 1) return undefined
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
