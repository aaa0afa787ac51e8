import type { Span } from '../../../core/span.ts'
import { endsOpeningTime } from '../../grammar/time-adverbial.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Gender } from '../../lexicon/names/given-names.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { FORMER_WORDS, ROLE_GENDERS, ROLE_MODIFIERS, TITLE_WORDS } from '../../lexicon/names/role-nouns.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import { foldedAt, isCapitalized, listsAt, lowerAt, type Words } from '../../reader/words.ts'
import { organizationOfRole } from './role-organization.ts'

/** A person's role as printed: "State Department spokesperson". */
export interface Role {
  readonly text: string
  readonly span: Span
  readonly former: boolean
  readonly organization: string | null
  /** The folded words of the role for comparison, without determiners. The last word is the head noun. */
  readonly words: readonly string[]
  readonly head: string
  /** All words of the role in lower case, with the parts of hyphenated words. */
  readonly printed: ReadonlySet<string>
}

/** Titles that are no office. */
export const COURTESY_TITLES = new Set(
  (
    'mr. mr mister mrs. mrs ms. ms miss mx. sir dame lord lady madam monsieur madame herr frau señor señora st. st dr. dr hon hon. honorable honourable rt ' +
    'datuk dato datin tun tan sri seri amar patinggi wira paduka puan encik cik datu pehin pengiran haji hajah alhaji alhaja otunba ' +
    'mallam malam sardar shri shri. shrimati smt swami thiru thirumathi tmt selvi bapak pak ibu begum ustaz ustad maulana ' +
    'engr engr. eng. barr barr. adv adv. avv. lic. ing. arc. signor signora senhor senhora dona mme mme. mgr dasho lyonpo cikgu ' +
    'mama mzee bwana ndugu ntate ven ven. hajia hajiya hajjah hajah togbe togbui torgbui naa nai khun daw tok tuan shaikh maulvi moulvi ustadh janab mohtarma smti sayadaw ajahn effendi abuna cde cde. pst pst. bro. sis. dott. dr.ir. drs. ir. profa. dra. arq. ' +
    "dato' " +
    'fr br elder uncle aunt aunty auntie excellency tengku tunku raden kyai igwe rra mma moulana allama hajji'
  ).split(' '),
)

/** The longest title or appositive, in tokens. */
export const LONGEST_TITLE = 16

/**
 * Returns the first token of a role, searched leftwards from its head: "senior White House official" from "official".
 */
export function roleStart(words: Words, head: number, limit: number): number {
  let start = head
  while (start > limit && start > head - LONGEST_TITLE && modifiesRole(words, start - 1)) {
    if (isCapitalized(words, start) && isBareWord(words, start - 1)) break
    if (endsOpeningTime(words, words.tokens, start - 1)) break
    if (FORMER_WORDS.has(lowerAt(words, start)) && isRoleNoun(lowerAt(words, start - 1))) break
    start--
  }
  while (start < head && !canOpenRole(words, start)) start++
  return bodyBefore(words, start, head, limit) ?? start
}

/** Returns "Party" of "Party for the Coast leader": the body whose name ends with the first words of the role. */
function bodyBefore(words: Words, start: number, head: number, limit: number): number | undefined {
  if (isCapitalized(words, head) || !isCapitalized(words, start)) return undefined
  let at = start - 1
  while (/^(?:of|for|the|and|&)$/.test(lowerAt(words, at))) at--
  if (at < limit || at === start - 1 || !isCapitalized(words, at)) return undefined
  if (!(listsAt(words, at) & Listed.organizationNoun) || isRoleNoun(lowerAt(words, at))) return undefined
  while (at > limit && isCapitalized(words, at - 1)) at--
  return at
}

/** Returns true for a lower-case word that cannot begin a capitalized title: "remark" or "able" before "President". */
const isBareWord = (words: Words, index: number): boolean =>
  !isCapitalized(words, index) &&
  !ROLE_MODIFIERS.has(lowerAt(words, index)) &&
  words.classes[index] !== WordClass.coordinator

function modifiesRole(words: Words, index: number): boolean {
  const wordClass = words.classes[index]
  const lower = lowerAt(words, index)
  if (lower === 'to') return false
  if (ROLE_MODIFIERS.has(lower) || isRoleNoun(lower) || words.tokens[index]?.text === 'US') return true
  if (wordClass === WordClass.coordinator) return isRoleNoun(lowerAt(words, index - 1))
  if (wordClass === WordClass.name) return !TITLE_WORDS.has(lower) || !COURTESY_TITLES.has(lower)
  return wordClass === WordClass.noun || wordClass === WordClass.adjective
}

/** Returns the start of the possessor of a role ("the ministry's" before "spokesman"); `start` if there is none. */
export function possessorOf(words: Words, start: number, limit: number): number {
  if (start - 1 <= limit || words.classes[start - 1] !== WordClass.possessive) return start
  let first = start - 1
  while (first > limit && first > start - LONGEST_TITLE && isNameOrNoun(words, first - 1)) first--
  return first
}

const isNameOrNoun = ({ classes }: Words, index: number): boolean =>
  classes[index] === WordClass.name ||
  classes[index] === WordClass.noun ||
  classes[index] === WordClass.adjective

const canOpenRole = (words: Words, index: number): boolean => words.classes[index] !== WordClass.coordinator

/** Returns the end of the complement of a role: "of the Senate committee on trade" after "chairman". */
export function complementEnd(words: Words, from: number, limit: number): number {
  const { classes } = words
  let last = from
  for (let index = from; index < Math.min(limit, from + LONGEST_TITLE); index++) {
    const wordClass = classes[index]
    if (
      wordClass === WordClass.preposition ||
      wordClass === WordClass.determiner ||
      wordClass === WordClass.adjective ||
      wordClass === WordClass.possessive
    )
      continue
    if (wordClass === WordClass.coordinator && last === index && last > from) continue
    if (wordClass !== WordClass.noun && wordClass !== WordClass.name && wordClass !== WordClass.number) break
    last = index + 1
  }
  return last
}

/** Builds the role of the tokens `[first, last)` with head `head`. `possessor` is the start of its possessor. */
export function makeRole(words: Words, first: number, last: number, head: number, possessor = first): Role {
  const start = words.tokens[first]?.start ?? 0
  const end = words.tokens[last - 1]?.end ?? start
  const folded: string[] = []
  let former = false
  for (let index = first; index <= head; index++) {
    const word = foldedAt(words, index)
    if (FORMER_WORDS.has(word) || word.startsWith('ex-')) former = true
    else folded.push(word)
  }
  const text = words.document.text.slice(start, end)
  return {
    text,
    span: { start, end },
    former,
    organization: organizationOfRole(words, possessor, first, head, last),
    words: folded,
    head: foldedAt(words, head),
    printed: new Set(text.toLowerCase().split(/[\s-]+/)),
  }
}

/** Returns the gender that the head of a role tells; null if it tells none. */
export const genderOfRole = (roleWords: readonly string[]): Gender | null => {
  const head = roleWords.at(-1)
  return (head && ROLE_GENDERS.get(head)) || null
}
