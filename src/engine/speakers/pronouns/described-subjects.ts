/** Descriptions that are subjects of the sentences before a pronoun: "A woman shouted." "The boy's mother wept." */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import { isRelation, ROLE_GENDERS } from '../../lexicon/names/role-nouns.ts'
import { lowerAt, type Words } from '../../reader/words.ts'
import type { Finding } from '../../types/finding.ts'
import { hearerOf, type Sighting } from '../context/sightings.ts'
import {
  mentionBefore,
  paragraphOf,
  type SpeakerContext,
  sentenceOf,
  UNNAMED,
} from '../context/speaker-context.ts'
import { resolveDescription } from '../descriptions/descriptions.ts'
import { resolvePolitician } from '../descriptions/epithets.ts'
import { readSpeakerPhrase } from '../phrase/read-speaker.ts'

/** The number of sentences read before the pronoun's sentence. */
const SENTENCES_BACK = 2
/** The number of turns read. The subject of a sentence that reports speech is its speaker. */
const TURNS_BACK = 6
/** The number of first tokens of a sentence among which the subject must stand. */
const REACH = 14

/** Returns the descriptions of people of a gender that are subjects of the sentences before a token. */
export function describedSubjectsBefore(
  context: SpeakerContext,
  finding: Finding,
  token: number,
  gender: Gender | null,
): Sighting[] {
  const { words, owners } = context
  const hearer = hearerOf(context, finding)
  const own = sentenceOf(words, token)
  const spoken = new Set(context.turns.slice(-TURNS_BACK).map((turn) => sentenceOf(words, turn.named)))
  const found: Sighting[] = []
  for (let at = own - 1; at >= 0 && at >= own - SENTENCES_BACK; at--) {
    const sentence = words.document.sentences[at]
    if (!sentence || paragraphOf(words, token) - sentence.paragraph > 1) break
    const first = opening(words, sentence.firstToken, sentence.lastToken)
    if (spoken.has(at) || first < 0 || (owners[first] ?? -1) >= 0) continue
    const person = subjectAt(context, first, sentence.lastToken, gender)
    if (person !== undefined && (person === UNNAMED || person !== hearer))
      found.push({ person, candidates: [], token: first, spoke: false, mention: undefined })
  }
  return found
}

/** Returns the start of a description that opens a sentence or follows its first comma; -1 if there is none. */
function opening(words: Words, first: number, last: number): number {
  if (opensDescription(words, first)) return first
  for (let at = first; at < Math.min(last, first + REACH); at++) {
    const wordClass = words.classes[at]
    if (wordClass === WordClass.verb || wordClass === WordClass.auxiliary) return -1
    if (lowerAt(words, at) === ',') return opensDescription(words, at + 1) ? at + 1 : -1
  }
  return -1
}

const opensDescription = ({ classes }: Words, index: number): boolean =>
  classes[index] === WordClass.determiner || classes[index] === WordClass.name

/**
 * Resolves the subject that begins at `first`: `UNNAMED`, a person of the cast, or undefined if it is no description.
 */
function subjectAt(
  context: SpeakerContext,
  first: number,
  limit: number,
  gender: Gender | null,
): number | undefined {
  const { words, cast } = context
  const { tokens, classes } = words
  let end = first
  while (
    end < Math.min(limit, first + REACH) &&
    !ENDS.has(classes[end]) &&
    !/^[,.;:("]$/.test(lowerAt(words, end))
  )
    end++
  if (end === first || (!ACTS.has(classes[end]) && lowerAt(words, end) !== ',')) return undefined
  if (isOther(words, first, end)) return UNNAMED
  const span = { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 }
  const phrase = readSpeakerPhrase(words, cast, span)
  if (phrase.kind !== 'description' || isNamedBeside(context, end)) return undefined
  const { role, definite, owned } = phrase
  const known = ROLE_GENDERS.get(role.head)
  if (gender !== null && known !== undefined && known !== gender) return undefined
  if (definite && !owned) {
    const meant = resolveDescription(context, phrase) ?? resolvePolitician(context, phrase, UNNAMED)
    return meant ? meant.person : unnamedIfAlone(context, end, limit)
  }
  return known === gender || !isRelation(role.head) ? UNNAMED : undefined
}

/** Returns true for "the other" and "the second": one of several people whom the text does not name. */
const isOther = (words: Words, first: number, end: number): boolean =>
  end - first === 2 && lowerAt(words, first) === 'the' && OTHERS.test(lowerAt(words, first + 1))

const OTHERS = /^(?:other|first|second|third|fourth|last)$/

/** Returns true for the comma of "Her brother, Lee, waited": the name is a sighting of its own. */
function isNamedBeside({ words, cast }: SpeakerContext, comma: number): boolean {
  const named = cast.mentions[cast.mentionOf[comma + 1] ?? -1]
  return lowerAt(words, comma) === ',' && cast.people[named?.person ?? -1]?.certain === true
}

/** Returns `UNNAMED` if the sentence goes on without a person's name: not for "The first witness was Otto Lind". */
function unnamedIfAlone({ cast }: SpeakerContext, end: number, limit: number): number | undefined {
  const last = mentionBefore(cast, limit)
  for (let index = last; index > mentionBefore(cast, end) && index > last - MENTIONS_READ; index--)
    if (cast.people[cast.mentions[index]?.person ?? -1]?.certain !== false) return undefined
  return UNNAMED
}

/** The most mentions read in a sentence. */
const MENTIONS_READ = 12

const ACTS: ReadonlySet<number | undefined> = new Set([WordClass.verb, WordClass.auxiliary, WordClass.adverb])
const ENDS: ReadonlySet<number | undefined> = new Set([
  WordClass.verb,
  WordClass.auxiliary,
  WordClass.wh,
  WordClass.adverb,
])
