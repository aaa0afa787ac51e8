import { ADVERBS, COORDINATORS, DETERMINERS, PREPOSITIONS, SUBORDINATORS } from '../grammar/closed-classes.ts'
import { verbReading } from '../grammar/inflect.ts'
import { VerbForm, WordClass } from '../grammar/word-class.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { ORGANIZATION_MODIFIERS, ORGANIZATION_NAMES, ORGANIZATION_NOUNS } from './organization-words.ts'
import { DEMONYM_WORDS, PLACE_FIRST_WORDS, PLACE_NAMES } from './place-names.ts'
import { TITLE_WORDS } from './role-nouns.ts'
import { foldedAt, isCapitalised, isTitleWord, lowerAt, singularRole, type Words } from './words.ts'

/** Capitalised words in a row, read: what stands before the name, and the name itself. Token indices. */
export interface NameRun {
  readonly first: number
  readonly last: number
  /** Where the name begins; `last` where the whole run is a title ("Secretary"). */
  readonly name: number
  readonly kind: 'person' | 'organization' | 'place' | 'title' | 'unknown'
}

const PARTICLES = new Set(
  'de da do dos das del della di du la le van von der den ter bin ibn al el bint abu y zu'.split(' '),
)
const MONTHS_AND_DAYS = new Set(
  (
    'january february march april may june july august september october november december monday tuesday wednesday ' +
    'thursday friday saturday sunday jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. christmas easter ramadan thanksgiving'
  ).split(' '),
)
/** Heads of organizations' names that are family names as well. */
const LIKE_SURNAMES = new Set(
  'hall post church house court wing bank sun press college park bell force lake day'.split(' '),
)
/** Titles that make a single capitalised word after them a name: "Judge Ruiz", but not "Star Wars". */
const STRONG_TITLES = new Set(
  (
    'president chancellor minister premier secretary undersecretary senator congressman congresswoman representative governor ' +
    'mayor councilman councilwoman councillor councilor alderman commissioner ambassador envoy justice judge magistrate ' +
    'prosecutor attorney general colonel major captain lieutenant sergeant commander admiral officer detective inspector ' +
    'superintendent sheriff constable trooper deputy professor coach chairman chairwoman director bishop archbishop cardinal pastor ' +
    'reverend emperor duke duchess baroness baron earl sultan emir shah speaker leader chief spokesman spokeswoman spokesperson ' +
    'senators presidents ministers governors justices judges representatives generals republicans democrats agent doctor'
  ).split(' '),
)
/** Names longer than this are no persons': titles of works, headlines, lists. */
const MOST_NAME_WORDS = 5

/** All runs of capitalised words, sentence by sentence, in order. */
export function nameRuns(words: Words): NameRun[] {
  const runs: NameRun[] = []
  const opening: number[] = []
  for (const { firstToken, lastToken } of words.document.sentences) {
    for (let index = firstToken; index < lastToken; ) {
      if (words.classes[index] !== WordClass.name) {
        const opens = index === firstToken || words.classes[index - 1] === WordClass.punctuation
        if (opens && isCapitalised(words, index)) opening.push(index)
        index++
        continue
      }
      const last = runEnd(words, index, lastToken)
      const first =
        index === firstToken && last - index > 1 && opensSentence(words, index) ? index + 1 : index
      runs.push(readRun(words, first, last))
      index = last
    }
  }
  return withOpeners(words, withSurnames(words, runs), opening)
}

/**
 * Words that are peoples or places as well, beside a verb in a text where they end somebody's full name ("Cuban
 * said"), and such surnames in capitals before a colon ("KIRBY:").
 */
function withSurnames(words: Words, runs: readonly NameRun[]): NameRun[] {
  const surnames = new Set<string>()
  for (const { kind, name, last } of runs) {
    if (kind === 'person' && last - name > 1) surnames.add(lowerAt(words, last - 1))
  }
  return runs.map((run) => {
    const { first, last, name, kind } = run
    if (last - name !== 1 || name !== first || kind === 'person' || !surnames.has(lowerAt(words, name)))
      return run
    const label = lowerAt(words, last) === ':' && isAcronym(words, name)
    const beside = ACTS.has(words.classes[last]) || words.classes[name - 1] === WordClass.verb
    return label || (beside && kind !== 'organization') ? { ...run, kind: 'person' } : run
  })
}

const ACTS: ReadonlySet<number | undefined> = new Set([WordClass.verb, WordClass.auxiliary])

/** Adds first words of sentences and of clauses after a mark that the rest of the text shows to be names ("Sanders said" beside "Ann Sanders"). */
function withOpeners(words: Words, runs: NameRun[], opening: readonly number[]): NameRun[] {
  const known = new Set<string>()
  for (const run of runs) {
    if (couldBePerson(words, run))
      for (let index = run.name; index < run.last; index++) known.add(words.tokens[index]?.text ?? '')
  }
  const openers = opening.flatMap((index): NameRun[] => {
    const { text = '', lower = '' } = words.tokens[index] ?? {}
    if (!OPEN_CLASSES.has(words.classes[index]) || isModifier(words, index)) return []
    const read = readRun(words, index, index + 1)
    if (PLACE_NAMES.has(lower)) return [read]
    return known.has(text) ? [{ ...read, kind: 'person' }] : []
  })
  if (openers.length === 0) return runs
  return [...runs, ...openers].sort((a, b) => a.first - b.first)
}

/** True of a word that goes with the noun after it, unless that can be the verb it is the subject of ("says"). */
function isModifier(words: Words, index: number): boolean {
  if (!MODIFIES.has(words.classes[index + 1])) return false
  const forms = verbReading(lowerAt(words, index + 1))?.forms ?? []
  return !forms.includes(VerbForm.third) && !forms.includes(VerbForm.past)
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

/** A verb or a function word that owes its capital to the sentence: "Describe" before "Einstein". */
function opensSentence(words: Words, index: number): boolean {
  const word = foldedAt(words, index)
  if (GIVEN_NAMES.has(word) || isTitleWord(word) || PLACE_FIRST_WORDS.has(word)) return false
  const verb = verbReading(word)
  if (word === 'to' || FUNCTION_WORDS.some((list) => list.has(word))) return true
  return verb !== undefined && !verb.mostlyNoun && verb.forms.includes(VerbForm.base)
}

function runEnd(words: Words, first: number, limit: number): number {
  let last = first + 1
  while (last < limit) {
    if (words.classes[last] === WordClass.name || isPrefixedName(words, last)) last++
    else {
      const particles = particlesAt(words, last, limit)
      if (particles === 0) break
      last += particles + 1
    }
  }
  return last
}

/** How many name particles stand here before another name: 2 for "van der" in "Mies van der Rohe". */
function particlesAt(words: Words, index: number, limit: number): number {
  let count = 0
  while (count < 3 && index + count < limit && PARTICLES.has(lowerAt(words, index + count))) count++
  return count > 0 && index + count < limit && words.classes[index + count] === WordClass.name ? count : 0
}

/** "al-Rashid", "d'Estaing": a name that begins in lower case. */
const isPrefixedName = ({ tokens }: Words, index: number): boolean =>
  /^(?:al|el|ul|ad|as|bin|d|l)[-'’]\p{Lu}/u.test(tokens[index]?.text.slice(0, 6) ?? '')

function readRun(words: Words, first: number, last: number): NameRun {
  const name = nameStart(words, first, last)
  if (name === last) return { first, last, name, kind: 'title' }
  return { first, last, name, kind: kindOf(words, name, last, name > first) }
}

/** Where the name begins in a run: after the last title word, and after peoples, places and organizations. */
function nameStart(words: Words, first: number, last: number): number {
  if (isTitleWord(foldedAt(words, last - 1)) && isOffice(words, first, last)) return last
  const start = afterTitle(words, first, last)
  if (isGivenStart(words, start, last)) return start
  const complement = start === first && followsOffice(words, first)
  for (let index = start + 1; index < last - 1; index++) {
    if (isGivenStart(words, index, last) && (complement || isAttributive(words, start, index))) return index
  }
  const place = placePrefix(words, start, last)
  return place > 0 && last - start - place > 1 && !namesOrganization(words, start, last)
    ? start + place
    : start
}

/** True after "Minister of": the capitals begin with what the office is for. */
function followsOffice(words: Words, first: number): boolean {
  const link = lowerAt(words, first - 1) === 'the' ? first - 2 : first - 1
  return (
    /^(?:of|for)$/.test(lowerAt(words, link)) &&
    isCapitalised(words, link - 1) &&
    isTitleWord(lowerAt(words, link - 1))
  )
}

function afterTitle(words: Words, first: number, last: number): number {
  for (let index = last - 2; index >= first; index--) {
    if (isTitleAt(words, index, first, last) && !namesOrganization(words, index + 1, last)) return index + 1
  }
  return first
}

/** A title word, plural ones included ("Senators"), that is not the given name that opens the run ("Dean"). */
function isTitleAt(words: Words, index: number, first: number, last: number): boolean {
  const word = foldedAt(words, index)
  if (index === first && GIVEN_NAMES.has(word)) return false
  if (index === last - 2 && index === first && !STRONG_TITLES.has(word) && !TITLE_WORDS.has(word))
    return false
  return isTitleWord(word) || singularRole(word) !== undefined
}

/** A run that ends in a role and holds nothing of a name: "Foreign Secretary", "President". */
const isOffice = (words: Words, first: number, last: number): boolean =>
  last - first === 1 || !isGiven(words, last - 2)

/** A word known as a given name and not as a place. */
const isGiven = (words: Words, index: number): boolean => {
  const word = foldedAt(words, index)
  return GIVEN_NAMES.has(word) && !PLACE_NAMES.has(word)
}

/** True where what stands before a given name reads as an attribute: "Republican", "Fox News", "White House". */
const isAttributive = (words: Words, first: number, last: number): boolean =>
  isAttribute(words, last - 1) ||
  /(?:ist|crat|ian)$/.test(foldedAt(words, last - 1)) ||
  ORGANIZATION_NAMES.has(phrase(words, first, last))

const isAttribute = (words: Words, index: number): boolean => {
  const word = foldedAt(words, index)
  return (
    DEMONYM_WORDS.has(word) ||
    PLACE_NAMES.has(word) ||
    ORGANIZATION_MODIFIERS.has(word) ||
    ORGANIZATION_NOUNS.has(word)
  )
}

const isInitial = ({ tokens }: Words, index: number): boolean =>
  /^\p{Lu}\.?$/u.test(tokens[index]?.text ?? '')

/** A given name, or an initial, with another word of the name after it. */
function isGivenStart(words: Words, index: number, last: number): boolean {
  if (index >= last - 1) return false
  const word = foldedAt(words, index)
  if (!GIVEN_NAMES.has(word) && !GIVEN_NAMES.has(word.split('-')[0] ?? '')) return false
  if (PLACE_NAMES.has(word)) return GIVEN_NAMES.get(word) !== null && !isAttribute(words, index + 1)
  return true
}

/** The number of words of the longest place name that begins here. */
function placePrefix(words: Words, first: number, last: number): number {
  const word = foldedAt(words, first)
  if (PLACE_FIRST_WORDS.has(word)) {
    for (let size = Math.min(4, last - first); size > 1; size--) {
      if (PLACE_NAMES.has(phrase(words, first, first + size))) return size
    }
  }
  return PLACE_NAMES.has(word) ? 1 : 0
}

/** The folded words of a stretch, joined by single spaces. Bounded by the callers to a few words. */
function phrase(words: Words, first: number, last: number): string {
  let joined = ''
  for (let index = first; index < Math.min(last, first + 6); index++)
    joined += (joined && ' ') + foldedAt(words, index)
  return joined
}

/** True where a stretch is an organization's name by its words. */
export function namesOrganization(words: Words, first: number, last: number): boolean {
  const head = foldedAt(words, last - 1)
  if (ORGANIZATION_NAMES.has(phrase(words, first, last))) return true
  if (head.includes('.') && /\.\p{L}{2,}$/u.test(head)) return true
  if (ORGANIZATION_NOUNS.has(head)) return true
  return last - first === 1 && isAcronym(words, first)
}

/** "NASA", "FBI": capitals alone, no name of somebody in capitals. */
function isAcronym(words: Words, index: number): boolean {
  const text = words.tokens[index]?.text ?? ''
  return /^(?:\p{Lu}\.?){2,6}$/u.test(text) && !GIVEN_NAMES.has(foldedAt(words, index))
}

function kindOf(words: Words, first: number, last: number, titled: boolean): NameRun['kind'] {
  const size = last - first
  const word = foldedAt(words, first)
  if (placePrefix(words, first, last) === size && !(titled && size === 1 && !PLACE_NAMES.has(word)))
    return 'place'
  if (size === 1 && (DEMONYM_WORDS.has(word) || MONTHS_AND_DAYS.has(word))) return 'unknown'
  const surname =
    size === 2 && LIKE_SURNAMES.has(foldedAt(words, last - 1)) && isGivenStart(words, first, last)
  if (namesOrganization(words, first, last) && !surname) return 'organization'
  if (size > MOST_NAME_WORDS) return 'unknown'
  if (isGivenStart(words, first, last)) return 'person'
  for (let index = first; index < last; index++) {
    if (isAttribute(words, index) || MONTHS_AND_DAYS.has(foldedAt(words, index))) {
      return size > 1 && ORGANIZATION_NOUNS.has(foldedAt(words, last - 1)) ? 'organization' : 'unknown'
    }
  }
  if (titled) return 'person'
  if (size > 1 && (isInitial(words, first) || (size > 2 && isInitial(words, first + 1)))) return 'person'
  return 'unknown'
}

/** True where every word of a run could be a word of a personal name; says nothing of whether it is one. */
export function couldBePerson(words: Words, { name, last, kind }: NameRun): boolean {
  if (kind === 'person') return true
  if (kind !== 'unknown' || last - name > 4 || (words.tokens[name]?.text.length ?? 0) < 2) return false
  if (last - name > 1 ? readsAsPhrase(words, name, last) : singularRole(foldedAt(words, name)) !== undefined)
    return false
  for (let index = name; index < last; index++) {
    const word = foldedAt(words, index)
    if (!isNameShaped(words, index) || MONTHS_AND_DAYS.has(word)) return false
    const surname = index > name && index === last - 1 && PLACE_NAMES.has(word) && !DEMONYM_WORDS.has(word)
    if (isAttribute(words, index) && !surname) return false
  }
  return true
}

/** Capitals that are words and acronyms rather than names: "Bend Forward", "USA Action". */
function readsAsPhrase(words: Words, first: number, last: number): boolean {
  if (verbReading(lowerAt(words, first)) && !GIVEN_NAMES.has(foldedAt(words, first))) return true
  let acronyms = 0
  for (let index = first; index < last; index++)
    if (isAcronym(words, index) && !isInitial(words, index)) acronyms++
  return acronyms > 0 && acronyms < last - first
}

const isNameShaped = (words: Words, index: number): boolean => {
  const text = words.tokens[index]?.text ?? ''
  return (isCapitalised(words, index) || PARTICLES.has(text) || text.includes('-')) && !/[\d@#_/]/.test(text)
}
