import { MODALS } from '../lexicon/grammar/closed-classes.ts'
import { canBe, type VerbReading } from '../lexicon/grammar/inflect.ts'
import { VerbForm } from '../lexicon/grammar/word-class.ts'
import { Can, CLOSED_CLASSES, isPastOnly } from '../lexicon/grammar/word-readings.ts'
import { Listed } from '../lexicon/names/name-lists.ts'
import { GROUP_NOUNS } from '../lexicon/names/role-nouns.ts'
import { canInSentence, lowerInSentence, type TagContext } from './tag-context.ts'

/**
 * Verbs after a capitalized word that show that the word is a name. "black" is an adjective, but "Black said" has a
 * name.
 */
const SAID = new Set('said says told tells wrote writes added argued argues'.split(' '))

/**
 * Returns true for a capitalized word inside the sentence. The first word of a sentence counts if another capitalized
 * word follows, or if no list has it.
 */
export function isNameToken(context: TagContext, index: number, can: number): boolean {
  if (!(can & Can.capital) || lowerInSentence(context, index) === 'i') return false
  if (context.titleCase) {
    const given = (context.tokens[index]?.spelling.lists ?? 0) & Listed.givenName
    return !(can & (CLOSED_CLASSES | Can.verb | Can.adverb)) && (given !== 0 || !(can & Can.plural))
  }
  if (can & Can.allCapitals && canInSentence(context, index + 1) & Can.capital && can & CLOSED_CLASSES)
    return false
  if (can & Can.allCapitals) return true
  const initial = index === context.first || opensAt(context, index - 1)
  if (
    can & CLOSED_CLASSES &&
    (isShortName(context, index, initial) || isWithinTitle(context, index) || isLastName(context, index))
  )
    return true
  if (
    can & CLOSED_CLASSES &&
    !(MODALS.has(lowerInSentence(context, index)) && (!initial || isSpeaker(context, index)))
  )
    return false
  if (can & CLOSED_CLASSES && initial) return true
  if (!initial) return true
  if (opensGroup(context, index)) return false
  const next = canInSentence(context, index + 1)
  const beforeName = next & Can.capital && !(next & CLOSED_CLASSES)
  const opensName =
    ((context.tokens[index]?.spelling.lists ?? 0) & (Listed.attribute | Listed.givenName)) !== 0
  if (beforeName && isPastOnly(context.readings[index]?.verb)) return opensName
  const isAdverb = (can & Can.adverb) !== 0 && !opensName
  if (beforeName && SAID.has(lowerInSentence(context, index + 2))) return !isAdverb
  if (beforeName)
    return (
      !isAdverb && !(can & Can.number) && !(can & Can.verb && lowerInSentence(context, index).endsWith('ing'))
    )
  if (
    can & Can.adverb &&
    lowerInSentence(context, index).endsWith('ly') &&
    isSpokenBy(context.readings[index + 1]?.verb)
  )
    return true
  if (can & (Can.verb | Can.adjective | Can.plural) && SAID.has(lowerInSentence(context, index + 1)))
    return true
  if (can & (Can.verb | Can.adjective | Can.adverb | Can.plural | Can.number))
    return lowerInSentence(context, index + 1) === "'s"
  return (
    !(can & Can.noun) || !/(?:tion|ment|ness|ity|ence|ance|ship|ing)$/.test(lowerInSentence(context, index))
  )
}

/**
 * Returns true for a verb such as "said" or "notes", which can follow a name but not an adverb that opens a sentence.
 */
const isSpokenBy = (verb: VerbReading | undefined): boolean => isPastOnly(verb) || canBe(verb, VerbForm.third)

/**
 * Returns true if the mark at `at` opens the words after it. A quotation mark followed by a space closes the words
 * before it.
 */
function opensAt(context: TagContext, at: number): boolean {
  const mark = lowerInSentence(context, at)
  if (!isOpening(mark)) return false
  return !(mark === '"' || mark === "'") || context.tokens[at]?.end === context.tokens[at + 1]?.start
}

/**
 * Returns true if a word that can be a modal begins a name. Examples: "Will Strand, the chairman, …", "Will Strand
 * said".
 */
function isSpeaker(context: TagContext, index: number): boolean {
  const next = canInSentence(context, index + 1)
  const after = lowerInSentence(context, index + 2)
  const acts = after === ',' || SAID.has(after) || isPastOnly(context.readings[index + 2]?.verb)
  return (next & Can.capital) !== 0 && !(next & CLOSED_CLASSES) && acts
}

const isOpening = (lower: string): boolean =>
  lower === '"' || lower === "'" || lower === '(' || lower === ':' || lower === '—'

const SHORT_NAMES = new Set('he so an do may per will were to'.split(' '))

/**
 * Returns true for a family name that is a function word as well. Examples: "He" of "Dr He said", "So" of "Minister So
 * Lin", "Will" before "said".
 */
function isShortName(context: TagContext, index: number, initial: boolean): boolean {
  const word = lowerInSentence(context, index)
  if (!SHORT_NAMES.has(word)) return false
  if (/^(?:will|were|may|do|an)$/.test(word) && isPastOnly(context.readings[index + 1]?.verb)) return true
  if (word === 'he' && isSpeaker(context, index)) return true
  if (initial) return false
  const lists = context.tokens[index - 1]?.spelling.lists ?? 0
  return (lists & Listed.title) !== 0 && (canInSentence(context, index - 1) & Can.capital) !== 0
}

/**
 * Returns true for a function word that ends a name: "Were" of "Ruth Atieno Were, the chairwoman", "So" of "Maria So
 * found". A given name stands before it, and a mark or a verb in the past tense after it.
 */
function isLastName(context: TagContext, index: number): boolean {
  const { lower = '' } = context.tokens[index] ?? {}
  const before = canInSentence(context, index - 1)
  if (lower.length < 2 || index - 1 < context.first || !(before & Can.capital) || before & CLOSED_CLASSES)
    return false
  const isShort = SHORT_NAMES.has(lower)
  if (!isShort && (lower.length < 3 || index - 2 < context.first)) return false
  const given = context.tokens[isShort ? index - 1 : index - 2]?.spelling.lists ?? 0
  if (!(given & Listed.givenName) || (isShort && given & (Listed.place | Listed.calendar))) return false
  const after = lowerInSentence(context, index + 1)
  return after === ',' || SAID.has(after) || (isShort && isPastOnly(context.readings[index + 1]?.verb))
}

/** Returns true for a plural that opens a sentence before a verb: "Sources said", "Protesters said". */
function opensGroup(context: TagContext, index: number): boolean {
  const { lower = '', spelling } = context.tokens[index] ?? {}
  const group = GROUP_NOUNS.has(lower) || ((spelling?.lists ?? 0) & Listed.pluralRole) !== 0
  const next = canInSentence(context, index + 1)
  return group && !(next & Can.capital) && (next & (Can.verb | Can.auxiliary)) !== 0
}

/** Returns true for "We" in "said The We Firm": capitals before and after it, and no start of a sentence. */
const isWithinTitle = (context: TagContext, index: number): boolean =>
  index - 1 > context.first &&
  lowerInSentence(context, index - 1) === 'the' &&
  (canInSentence(context, index - 1) & Can.capital) !== 0 &&
  (canInSentence(context, index + 1) & Can.capital) !== 0 &&
  !opensAt(context, index - 2)
