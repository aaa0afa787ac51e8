/** Names that stand in an appositive of the words that name a speaker. */

import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { isRelation } from '../../lexicon/names/role-nouns.ts'
import type { Cast } from '../../people/cast.ts'
import { COURTESY_TITLES, type Role } from '../../people/roles/roles.ts'
import { isCapitalized, lowerAt, textOf, type Words } from '../../reader/words.ts'
import { endsPhrase } from './phrase-head.ts'
import { mentionsIn } from './phrase-names.ts'
import type { SpeakerPhrase } from './speaker-phrase.ts'

/** A bracket or a name beside a phrase is no longer than this, in tokens. */
const BRACKET_REACH = 10

/** "the firm, Norpetro,": an organization's name in the appositive of a noun for it. */
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
 * "the team's coach, Ali Khan,": the name stands in the appositive of a singular description; "Home Secretary" of
 * "Home Secretary Ana Ruiz": the words are the title of the name after them. The name may stand past the span.
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
  if (COURTESY_TITLES.has(lowerAt(words, opening))) opening++
  const next = mentionsIn(cast, opening, opening + 6)[0]
  if (next === undefined || (cast.mentions[next]?.phraseFirst ?? -1) > opening) return undefined
  return { kind: 'name', mention: next, role: officeOf(common.role) }
}

/** "Ruiz's opposite number, Ali Khan,": whatever the words are, somebody's name between commas tells who is meant. */
function nameBeside(words: Words, cast: Cast, end: number): SpeakerPhrase | undefined {
  const next = cast.mentionOf[end + 1] ?? -1
  const named = cast.mentions[next]
  if (lowerAt(words, end) !== ',' || !named || named.form !== 'full') return undefined
  const isPerson = named.person >= 0 && cast.people[named.person]?.certain
  const closes = endsPhrase(words, named.last) || words.classes[named.last] === WordClass.verb
  return isPerson && closes ? { kind: 'name', mention: next, role: null } : undefined
}

/** "father" of "his father, Ali Khan," is nobody's role. */
const officeOf = (role: Role): Role | null => (isRelation(role.head) ? null : role)

/** The token after the bracket closed that opens at `open`; `open` where none closes near. */
function afterBracket(words: Words, open: number): number {
  for (let index = open + 1; index < open + BRACKET_REACH; index++)
    if (lowerAt(words, index) === ')') return index + 1
  return open
}

/** "director of the board" of "Ana Ruiz, director of the board, said": an appositive, which no article opens. */
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
  return mention >= 0 ? { kind: 'name', mention, role: officeOf(common.role) } : undefined
}
