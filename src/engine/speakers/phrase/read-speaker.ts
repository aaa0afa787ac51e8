import type { Span } from '../../../core/span.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Cast } from '../../people/cast.ts'
import { isAcronym, placePrefix } from '../../people/names/name-words.ts'
import { isPostNominal } from '../../people/names/post-nominals.ts'
import { makeRole } from '../../people/roles/roles.ts'
import { tokenAt } from '../../reader/offsets.ts'
import { lowerAt, type Words } from '../../reader/words.ts'
import { readCommonPhrase } from './common-phrase.ts'
import { nameAfter, nameBefore, nameBeside, organizationAfter } from './names-beside.ts'
import { endsPhrase } from './phrase-head.ts'
import {
  headName,
  isInShortRelative,
  isList,
  isSeveral,
  jointAt,
  mentionsIn,
  namedOrganization,
} from './phrase-names.ts'
import type { SpeakerPhrase } from './speaker-phrase.ts'

const SPEAKER_PRONOUNS = new Set(
  (
    'he she it they i we you who him her his them us me himself herself themselves itself one this that these those which ' +
    'someone somebody anyone anybody everyone everybody nobody another others'
  ).split(' '),
)

/** Offices that headlines abbreviate: "PM: we will win". */
const OFFICES_IN_CAPITALS = new Set([
  'PM',
  'VP',
  'DA',
  'AG',
  'FM',
  'CJ',
  'CJI',
  'CM',
  'DGP',
  'CEO',
  'CFO',
  'COO',
  'MEC',
  'MP',
  'DG',
  'IG',
  'IGP',
  'VC',
  'MB',
  'DPM',
])
const OFFICE = { kind: 'description', definite: true, possessor: [], owned: false } as const

/** The longest phrase, in tokens. */
const REACH = 60

/** Reads the words that name a speaker. The head of the phrase decides. */
export function readSpeakerPhrase(words: Words, cast: Cast, span: Span): SpeakerPhrase {
  const first = afterPlace(words, openingToken(words, tokenAt(words.tokens, span.start)))
  const last = closingToken(words, first, Math.min(tokenAt(words.tokens, span.end), first + REACH))
  if (first >= last) return { kind: 'unknown' }
  const head = lowerAt(words, first) === 'the' ? first + 1 : first
  const office = last === head + 1 && OFFICES_IN_CAPITALS.has(words.tokens[head]?.text ?? '')
  if (office) return { ...OFFICE, role: makeRole(words, head, last, head), token: head }
  const acronym = last === first + 1 ? acronymAt(words, cast, first) : undefined
  if (acronym) return { kind: 'organization', organization: acronym }
  const word = lowerAt(words, first)
  const before = cast.mentionOf[first - 1] ?? -1
  if (before >= 0 && /^(?:him|her)self$/.test(word)) return { kind: 'name', mention: before, role: null }
  if (SPEAKER_PRONOUNS.has(word) && (last === first + 1 || endsPhrase(words, first + 1))) {
    return { kind: 'pronoun', word, token: first }
  }
  if (SPEAKER_PRONOUNS.has(word) && words.classes[first + 1] === WordClass.coordinator)
    return { kind: 'several', mentions: [] }
  const titled = byPostNominals(words, cast, first, last)
  if (titled !== undefined) return { kind: 'name', mention: titled, role: null }
  const end = coreEnd(words, cast, first, last)
  const clause = mentionsIn(cast, first, end)
    .map((index) => cast.mentions[index])
    .find((named) => named && isInShortRelative(words, named, first))
  if (clause) return readCommonPhrase(words, cast, first, clause.first)
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
  const common = readCommonPhrase(words, cast, first, end)
  const member = word === 'one' && common.kind === 'group' ? nameBeside(words, cast, end) : undefined
  return (
    member ??
    nameAfter(words, cast, { first: end, last }, common) ??
    nameBefore(words, cast, first, common) ??
    organizationAfter(words, cast, end, common) ??
    common
  )
}

/** Returns the name before its post-nominals. Example: "Ana Ruiz, MD, PhD, said". */
function byPostNominals(words: Words, cast: Cast, first: number, last: number): number | undefined {
  if (lowerAt(words, first - 1) !== ',') return undefined
  for (let index = first; index < last; index++)
    if (!isPostNominal(words, index) && lowerAt(words, index) !== ',') return undefined
  const mention = cast.mentionOf[first - 2] ?? -1
  return mention >= 0 ? mention : undefined
}

/** Returns an acronym that the text explains or that is also another word. Example: "WHO". */
function acronymAt(words: Words, { names }: Cast, index: number): string | undefined {
  const { text = '' } = words.tokens[index] ?? {}
  const known = names.acronyms.has(text) || (words.classes[index] === WordClass.wh && isAcronym(words, index))
  return known && text.length > 1 ? text : undefined
}

function openingToken(words: Words, index: number): number {
  let first = index
  while (first < index + 3 && words.classes[first] === WordClass.punctuation) first++
  return first
}

/** Skips a place after a preposition, because it is no speaker. Example: "in Miami, the boy's uncle". */
function afterPlace(words: Words, first: number): number {
  if (words.classes[first - 1] !== WordClass.preposition || words.classes[first] !== WordClass.name)
    return first
  let comma = first
  while (comma < first + 4 && words.classes[comma] === WordClass.name) comma++
  const follows =
    lowerAt(words, comma) === ',' &&
    OPENING.has(words.classes[comma + 1]) &&
    placePrefix(words, comma + 1, comma + 2) === 0
  return follows && placePrefix(words, first, comma) === comma - first ? comma + 1 : first
}

const OPENING: ReadonlySet<number | undefined> = new Set([
  WordClass.determiner,
  WordClass.name,
  WordClass.pronoun,
])

/** Drops a possessive and "first" at the end: "Ruiz's" of "Ruiz's claim that", "Ruiz first said". */
function closingToken(words: Words, first: number, end: number): number {
  let last = end
  while (last > first + 1 && closesNothing(words, last - 1)) last--
  return last
}

const closesNothing = (words: Words, index: number): boolean =>
  words.classes[index] === WordClass.possessive ||
  words.classes[index] === WordClass.punctuation ||
  /^(?:first|last)$/.test(lowerAt(words, index))

/** Returns the end of the phrase without its appositive, relative clause and parenthesis. */
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

/** Returns true for a quotation mark inside a name: Dwayne “The Rock” Johnson. */
const isNickname = (words: Words, cast: Cast, index: number): boolean =>
  lowerAt(words, index) === '"' &&
  ((cast.mentionOf[index - 1] ?? -1) >= 0 || (cast.mentionOf[index + 1] ?? -1) >= 0)
