import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { CALENDAR_WORDS } from '../../lexicon/names/calendar-words.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { DEMONYM_WORDS, PLACE_NAMES } from '../../lexicon/names/place-names.ts'
import { isTitleWord, singularRole } from '../../lexicon/names/role-words.ts'
import { foldedAt, listedVerbAt, listsAt, lowerAt, type Words } from '../../reader/words.ts'
import { appositiveAfter } from '../roles/appositives.ts'
import { couldBePerson } from './could-be-person.ts'
import { isAcronym, isAttribute } from './name-words.ts'
import type { NameRun } from './read-run.ts'

/** The longest name that begins with such a word: a given name and two more words. */
const MOST_WORDS = 3

/**
 * Reads names as persons whose first word is also a place, a demonym or a verb ("grower Milan Petrik", "Rush Holm"), or
 * whose last word is also a title or a place ("grower Tovik King"). The last word must not be part of an organization
 * name. One of these must also be true:
 * - a role stands beside the name
 * - the last word acts alone elsewhere, and is no other person's surname
 * - the first word is a given name, and the name stands beside a verb
 */
export function withWordLikeNames(words: Words, runs: readonly NameRun[]): NameRun[] {
  const possible = runs.map(
    (run) => run.kind === 'unknown' && !couldBePerson(words, run) && couldBeName(words, run),
  )
  if (!possible.includes(true)) return [...runs]
  const acting = actingAlone(words, runs)
  for (const { kind, name, last } of runs) {
    if (kind === 'person' && last - name > 1) acting.delete(foldedAt(words, last - 1))
  }
  return runs.map((run, index) =>
    possible[index] && isPerson(words, run, acting) ? { ...run, kind: 'person' } : run,
  )
}

function couldBeName(words: Words, { name, last }: NameRun): boolean {
  const size = last - name
  if (size === 2 && endsInWord(words, name)) return true
  if (size < 2 || size > MOST_WORDS || !isWordToo(words, name)) return false
  if (words.classes[name - 1] === WordClass.determiner) return false
  for (let index = name + 1; index < last; index++) {
    const word = foldedAt(words, index)
    if (isAttribute(words, index) || isAcronym(words, index) || CALENDAR_WORDS.has(word)) return false
    if (isTitleWord(word) || singularRole(word) !== undefined) return false
  }
  return true
}

/** Returns true for "Tovik King" and "Tovik West": a word that no list has, and a family name that is another word. */
function endsInWord(words: Words, index: number): boolean {
  const lists = listsAt(words, index + 1)
  if (words.classes[index - 1] === WordClass.determiner || listsAt(words, index) !== 0) return false
  if (isAcronym(words, index) || isAcronym(words, index + 1)) return false
  if (listedVerbAt(words, index) !== undefined) return false
  return (lists & (Listed.title | Listed.attribute)) !== 0 && (lists & NO_SURNAME) === 0
}

const NO_SURNAME = Listed.organizationNoun | Listed.corporate | Listed.pluralRole | Listed.calendar

/** Returns true for a word that is also a place, a demonym or a verb: "Milan", "German", "Rush". */
function isWordToo(words: Words, index: number): boolean {
  const word = foldedAt(words, index)
  if (word.includes('.') || isAcronym(words, index)) return false
  return PLACE_NAMES.has(word) || DEMONYM_WORDS.has(word) || listedVerbAt(words, index) !== undefined
}

function isPerson(words: Words, { name, last }: NameRun, acting: ReadonlySet<string>): boolean {
  const isPlace = (listsAt(words, last - 1) & Listed.place) !== 0 && listsAt(words, name) === 0
  if (isTitleWord(foldedAt(words, name - 1)) || (!isPlace && acting.has(foldedAt(words, last - 1))))
    return true
  const after = appositiveAfter(words, last)
  if (after?.role || after?.age) return true
  return (listsAt(words, name) & Listed.givenName) !== 0 && (isVerb(words, last) || isVerb(words, name - 1))
}

/**
 * Returns the single capitalized words that act like persons: before a verb without an article, or after a courtesy
 * title.
 */
function actingAlone(words: Words, runs: readonly NameRun[]): Set<string> {
  const acting = new Set<string>()
  for (const { first, name, last } of runs) {
    if (last - name !== 1 || words.classes[first - 1] === WordClass.determiner) continue
    const titled = name > first || /^m(?:r|s|rs)\.?$/.test(lowerAt(words, name - 1))
    if (titled || isVerb(words, last)) acting.add(foldedAt(words, name))
  }
  return acting
}

const isVerb = ({ classes }: Words, index: number): boolean =>
  classes[index] === WordClass.verb || classes[index] === WordClass.auxiliary
