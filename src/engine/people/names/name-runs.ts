import { openingTimeEnd } from '../../grammar/time-adverbial.ts'
import {
  ADVERBS,
  COORDINATORS,
  DETERMINERS,
  PREPOSITIONS,
  SUBORDINATORS,
} from '../../lexicon/grammar/closed-classes.ts'
import { canBe } from '../../lexicon/grammar/inflect.ts'
import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { TRADES_BEFORE_NAMES } from '../../lexicon/names/name-run-words.ts'
import { ORGANIZATION_NAMES } from '../../lexicon/names/organization-words.ts'
import { PLACE_NAMES } from '../../lexicon/names/place-names.ts'
import {
  firstTokenOfSentence,
  foldedAt,
  isCapitalized,
  listedVerbAt,
  listsAt,
  lowerAt,
  type Words,
} from '../../reader/words.ts'
import { isDoubtfulRank } from '../roles/ranks.ts'
import { couldBePerson } from './could-be-person.ts'
import { isAcronym } from './name-words.ts'
import { isFamilyOfPark, type NameRun, readRun } from './read-run.ts'
import { isLinkInCapitals, runEnd } from './run-end.ts'
import { withWordLikeNames } from './word-like-names.ts'

/** Returns all runs of capitalized words, in text order. */
export function nameRuns(words: Words): NameRun[] {
  const runs: NameRun[] = []
  const opening: number[] = []
  for (const { firstToken, lastToken } of words.document.sentences) {
    for (let index = firstToken; index < lastToken; ) {
      if (words.classes[index] !== WordClass.name || isLinkInCapitals(words, index)) {
        const opens = index === firstToken || words.classes[index - 1] === WordClass.punctuation
        if (opens && isCapitalized(words, index)) opening.push(index)
        if (isUsername(words, index))
          runs.push({ first: index, last: index + 1, name: index, kind: 'person' })
        index++
        continue
      }
      if (words.tokens[index]?.text.charCodeAt(0) === AT && isUsername(words, index)) {
        runs.push({ first: index, last: index + 1, name: index, kind: 'person' })
        index++
        continue
      }
      const time = openingTimeEnd(words, words.tokens, index, lastToken)
      if (time > index) {
        index = time
        continue
      }
      const last = runEnd(words, index, lastToken)
      const opens = index === firstToken && last - index > 1 && opensSentence(words, index)
      const first = opens ? index + 1 : index - (isNameLikeWord(words, index - 1, firstToken) ? 1 : 0)
      runs.push(readRun(words, first, last))
      index = last
    }
  }
  return withOpeners(words, withSurnames(words, withWordLikeNames(words, runs)), opening)
}

/**
 * Reads words as persons that are also demonyms, places or titles. Such a word must stand beside a verb and end a full
 * name elsewhere ("Cuban said", "Carpenter said"), or stand in capitals before a colon ("KIRBY:"). After the initials of
 * a rank ("DI Lowe"), it must end a full name elsewhere.
 */
function withSurnames(words: Words, runs: readonly NameRun[]): NameRun[] {
  const surnames = new Set<string>()
  for (const { kind, name, last } of runs) {
    if (kind !== 'person' || last - name < 2) continue
    surnames.add(lowerAt(words, last - 1))
    const isFamilyFirst = last - name === 2 && lowerAt(words, last - 1).includes('-')
    if (isFamilyFirst || isFamilyOfPark(words, name, last)) surnames.add(lowerAt(words, name))
  }
  const labels = turnLabels(words, runs)
  return runs.map((run) => {
    const { first, last, name, kind } = run
    if (last - first === 2 && isDoubtfulRank(words, first) && surnames.has(lowerAt(words, last - 1)))
      return { first, last, name: first + 1, kind: 'person' }
    const isName = name === first || (kind === 'title' && words.classes[first - 1] !== WordClass.determiner)
    if (last - first !== 1 || !isName || kind === 'person') return run
    const label = lowerAt(words, last) === ':' && isAcronym(words, first)
    const known = surnames.has(lowerAt(words, first))
    const beside = known && (ACTS.has(words.classes[last]) || words.classes[first - 1] === WordClass.verb)
    const isTurn = label && (known || labels.has(lowerAt(words, first)))
    const isFamily = kind !== 'organization' || words.classes[first - 1] !== WordClass.determiner
    return isTurn || (beside && isFamily) ? { first, last, name: first, kind: 'person' } : run
  })
}

/** The fewest letters of a label in capitals before a colon: "KIRBY:". */
const SHORTEST_LABEL = 4

function turnLabels(words: Words, runs: readonly NameRun[]): Set<string> {
  const once = new Set<string>()
  const often = new Set<string>()
  for (const { first, last } of runs) {
    const label = lowerAt(words, first)
    if (last - first !== 1 || label.length < SHORTEST_LABEL || lowerAt(words, last) !== ':') continue
    if (first !== firstTokenOfSentence(words, first) || !isAcronym(words, first)) continue
    if (ORGANIZATION_NAMES.has(label)) continue
    if (once.has(label)) often.add(label)
    once.add(label)
  }
  return often
}

/** Returns true for "lemonfox7", "kelp_watch" and "@ferry_watch" beside a verb. */
function isUsername({ tokens, classes }: Words, index: number): boolean {
  const text = tokens[index]?.text ?? ''
  const opening = text.charCodeAt(0)
  if (opening !== AT && opening < LOWER_A) return false
  const code = opening === AT ? DIGIT_ZERO : text.charCodeAt(text.length - 1)
  const isJoined = text.includes('_') && JOINED.test(text)
  if (!isJoined && (code < DIGIT_ZERO || code > DIGIT_NINE || !USERNAME.test(text))) return false
  if (opening === AT && tokens[index + 1]?.lower === ':') return true
  const closes = tokens[index + 1]?.lower === ',' && tokens[index - 1]?.lower === ','
  return ACTS.has(classes[closes ? index + 2 : index + 1]) || ACTS.has(classes[index - 1])
}

const AT = 64
const LOWER_A = 97
const DIGIT_ZERO = 48
const DIGIT_NINE = 57
/** Words joined by a low line: "kelp_watch". */
const JOINED = /^\p{Ll}[\p{Ll}\d]*(?:_[\p{Ll}\d]+)+$/u
const USERNAME = /^(?:@[\p{L}\d_.]{2,}|(?=[\p{L}\d_]*\d)\p{Ll}[\p{Ll}\d]*_?[\p{Ll}\d_]{2,})$/u

const ACTS: ReadonlySet<number | undefined> = new Set([WordClass.verb, WordClass.auxiliary])

/**
 * Adds capitalized first words of sentences and clauses that the rest of the text shows to be names ("Sanders said"
 * beside "Ann Sanders").
 */
function withOpeners(words: Words, runs: NameRun[], opening: readonly number[]): NameRun[] {
  const known = new Set<string>()
  for (const run of runs) {
    if (couldBePerson(words, run))
      for (let index = run.name; index < run.last; index++) known.add(words.tokens[index]?.text ?? '')
  }
  const openers = opening.flatMap((index): NameRun[] => {
    const { text = '', lower = '' } = words.tokens[index] ?? {}
    if (!OPEN_CLASSES.has(words.classes[index]) || modifiesNextNoun(words, index)) return []
    if (known.has(text)) return [{ first: index, last: index + 1, name: index, kind: 'person' }]
    return PLACE_NAMES.has(lower) ? [readRun(words, index, index + 1)] : []
  })
  if (openers.length === 0) return runs
  return [...runs, ...openers].sort((a, b) => a.first - b.first)
}

/** Returns true for a word that modifies the noun after it. Returns false if that noun can also be a verb ("says"). */
function modifiesNextNoun(words: Words, index: number): boolean {
  if (!MODIFIES.has(words.classes[index + 1])) return false
  const verb = words.tokens[index + 1]?.spelling.listedVerb
  return !canBe(verb, VerbForm.third) && !canBe(verb, VerbForm.past)
}

const OPEN_CLASSES: ReadonlySet<number | undefined> = new Set([
  WordClass.noun,
  WordClass.verb,
  WordClass.adjective,
  WordClass.other,
])

const MODIFIES: ReadonlySet<number | undefined> = new Set([
  WordClass.noun,
  WordClass.name,
  WordClass.adjective,
  WordClass.number,
])

const FUNCTION_WORDS = [PREPOSITIONS, ADVERBS, SUBORDINATORS, COORDINATORS, DETERMINERS]

/**
 * Returns true for a verb or a function word that is capitalized only because it opens the sentence: "Describe" before
 * "Einstein".
 */
function opensSentence(words: Words, index: number): boolean {
  const word = foldedAt(words, index)
  if (TRADES_BEFORE_NAMES.has(word)) return true
  if (listsAt(words, index) & (Listed.givenName | Listed.title | Listed.placeFirst | Listed.attribute))
    return false
  const verb = listedVerbAt(words, index)
  if (/^(?:to|absent|alongside|yet)$/.test(word) || FUNCTION_WORDS.some((list) => list.has(word))) return true
  return verb !== undefined && !verb.mostlyNoun && canBe(verb, VerbForm.base)
}

/**
 * Returns true for a capitalized given name that is also a function word. Example: "Per" of "his colleague Per Holm".
 */
const isNameLikeWord = (words: Words, index: number, firstToken: number): boolean =>
  index > firstToken &&
  words.classes[index] === WordClass.preposition &&
  isCapitalized(words, index) &&
  (listsAt(words, index) & Listed.givenName) !== 0 &&
  words.classes[index - 1] !== WordClass.name
