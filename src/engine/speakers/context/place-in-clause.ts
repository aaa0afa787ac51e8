import { DAY_NAMES } from '../../lexicon/cues/time-words.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { NameMention } from '../../people/cast.ts'
import { firstTokenOfSentence, lowerAt, type Words } from '../../reader/words.ts'

/** The number of tokens read before a name. */
const PHRASE_REACH = 16

/** Returns true for a possessor. It is not the subject. Example: "Ruiz's aide". */
export const isPossessor = ({ classes }: Words, { last }: NameMention): boolean =>
  classes[last] === WordClass.possessive

/** Returns true if a name stands before the verb of its clause and does not follow a preposition. */
export function isSubjectOfClause(words: Words, { phraseFirst, first, last }: NameMention): boolean {
  const opening = Math.min(phraseFirst, first)
  const limit = firstTokenOfSentence(words, first)
  let before = opening - 1
  while (before >= limit && before > opening - PHRASE_REACH && isWithin(words.classes[before])) before--
  const wordBefore = before >= limit ? words.classes[before] : WordClass.punctuation
  if (wordBefore === WordClass.preposition && OPENING_CLAUSES.has(lowerAt(words, before)))
    return isVerb(words, afterAdverbs(words, last))
  if (isIntroduced(words, before, last)) return true
  if (wordBefore === WordClass.preposition || wordBefore === WordClass.to || wordBefore === WordClass.verb)
    return false
  const verb = afterAppositive(words, afterTime(words, afterComplement(words, last)))
  return isVerb(words, verb) || (words.classes[verb] === WordClass.coordinator && sharesVerb(words, verb + 1))
}

/** Returns true for "The first witness was Ruiz": the sentence introduces the person. */
const isIntroduced = (words: Words, before: number, last: number): boolean =>
  /^(?:is|was)$/.test(lowerAt(words, before)) &&
  (/^[.,]$/.test(lowerAt(words, last)) || words.classes[last] === WordClass.wh)

/**
 * Returns true if a sentence brings up a name: as its subject ("Renk waited outside"), or at the end of a clause ("Behind
 * the counter stands Renk", "That worries Renk, who …"), but not as a place ("They met in Renk").
 */
export function comesUp(words: Words, mention: NameMention): boolean {
  if (isSubjectOfClause(words, mention)) return true
  const before = Math.min(mention.phraseFirst, mention.first) - 1
  if (mention.form === 'full') return !PLACING.has(lowerAt(words, before))
  const ends = /^[.,]$/.test(lowerAt(words, mention.last)) || words.classes[mention.last] === WordClass.wh
  return ends && !PLACING.has(lowerAt(words, before)) && !/^(?:from|to)$/.test(lowerAt(words, before))
}

/** Prepositions before a place. */
const PLACING = new Set(
  'in at near on over into towards toward through across outside inside around beyond off'.split(' '),
)

/** Prepositions that open clauses as well: "as Ruiz noted". */
const OPENING_CLAUSES = new Set(['as', 'than', 'after', 'before', 'since', 'until'])

/** Skips "of Ohio" after a name. */
function afterComplement(words: Words, last: number): number {
  if (!/^(?:of|from)$/.test(lowerAt(words, last))) return last
  let index = last + 1
  while (index < last + COMPLEMENT_REACH && isWithin(words.classes[index])) index++
  return index
}

const COMPLEMENT_REACH = 6

/** Skips "on Sunday" and "Sunday" after a name. */
function afterTime(words: Words, last: number): number {
  const day = lowerAt(words, last) === 'on' ? last + 1 : last
  return DAY_NAMES.has(lowerAt(words, day)) ? day + 1 : last
}

/** Returns true if a second name follows the first, so that both are subjects. Example: "Ruiz and Khan left". */
function sharesVerb(words: Words, from: number): boolean {
  let index = from
  while (index < from + PHRASE_REACH && isWithin(words.classes[index])) index++
  return index > from && isVerb(words, afterAppositive(words, index))
}

const isVerb = ({ classes }: Words, index: number): boolean =>
  classes[index] === WordClass.verb || classes[index] === WordClass.auxiliary

/** Prepositions before a person who takes part in the event like the subject. */
const SHARING = new Set(['with', 'against', 'alongside', 'by', 'between', 'from', 'to'])

/** Returns true for a name after a preposition, unless the person takes part in the event like the subject. */
export function isOblique(words: Words, { phraseFirst, first }: NameMention): boolean {
  const opening = Math.min(phraseFirst, first)
  const limit = firstTokenOfSentence(words, first)
  let before = opening - 1
  while (before >= limit && before > opening - PHRASE_REACH && isWithin(words.classes[before])) before--
  return (
    before >= limit && words.classes[before] === WordClass.preposition && !SHARING.has(lowerAt(words, before))
  )
}

/**
 * Returns true for a name inside a relative clause of the subject: "Lowther" of "Prentice, who plays Ken Lowther in a
 * series, was seen".
 */
export function isInRelative(words: Words, subject: NameMention, { first, last }: NameMention): boolean {
  let opened = false
  for (let at = subject.last; at < first && at < subject.last + APPOSITIVE_REACH; at++)
    if (words.classes[at] === WordClass.wh && lowerAt(words, at - 1) === ',') opened = true
  if (!opened) return false
  for (let at = last; at < last + PHRASE_REACH && !ENDING.has(lowerAt(words, at)); at++)
    if (lowerAt(words, at) === ',' && isVerb(words, afterAdverbs(words, at + 1))) return true
  return false
}

const isWithin = (wordClass: number | undefined): boolean =>
  wordClass === WordClass.determiner ||
  wordClass === WordClass.adjective ||
  wordClass === WordClass.noun ||
  wordClass === WordClass.name ||
  wordClass === WordClass.possessive

/**
 * Returns the index after adverbs and appositives, at which the verb should stand: after ", 45, a teacher from Ohio,",
 * "(R-Ohio)", "— a baker —".
 */
function afterAppositive(words: Words, last: number): number {
  const beside = afterAdverbs(words, last)
  if (!PARTING.has(lowerAt(words, last))) return beside
  const closed = afterAdverbs(words, last + 1)
  if (isVerb(words, closed)) return closed
  for (let ahead = last + 1; ahead < last + APPOSITIVE_REACH; ahead++) {
    const lower = lowerAt(words, ahead)
    if (ENDING.has(lower)) break
    if (!PARTING.has(lower) && lower !== ')') continue
    const verb = afterAdverbs(words, afterComplement(words, ahead + 1))
    if (isVerb(words, verb)) return verb
  }
  return beside
}

/** The longest pair of appositives, in tokens. */
const APPOSITIVE_REACH = 40
const PARTING = new Set([',', '(', '—', '–', '--'])
const ENDING = new Set(['.', ';', '?', '!', ''])

/** Skips adverbs and the "himself" of "Ruiz himself left". */
function afterAdverbs(words: Words, from: number): number {
  let index = from
  while (words.classes[index] === WordClass.adverb || /^(?:him|her)self$/.test(lowerAt(words, index))) index++
  return index
}
