import { Can } from '../../lexicon/grammar/word-readings.ts'
import { GIVEN_NAMES } from '../../lexicon/names/given-names.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { STREET_NOUNS, STREET_NOUNS_ONLY } from '../../lexicon/names/name-run-words.ts'
import { ORGANIZATION_NAMES } from '../../lexicon/names/organization-words.ts'
import { PLACE_NAMES } from '../../lexicon/names/place-names.ts'
import { capitalsIn } from '../../lexicon/text/characters.ts'
import { foldedAt, listsAt, type Words } from '../../reader/words.ts'

/** Particles inside names: "de", "van", "bin". */
export const PARTICLES = new Set(
  'de da do e dos das del della dello dei degli dalla dal di du la le lo i vom op nic mac mint walad bte bt ag anak van von der den ter bin ibn al el ul ur ud un bint abu y zu zum zur ten te af av ap binti binte dela delos wa ka ould oglu oğlu uulu kyzy kizi qizi ole arap ni ní uí ben des los las li auf sur cha ya na ibnu und uld dem ferch'.split(
    ' ',
  ),
)

/** Returns true for a demonym, a place or a word of organization names. */
export const isAttribute = (words: Words, index: number): boolean =>
  (listsAt(words, index) & Listed.attribute) !== 0

/** Returns true for "J." and "J.P.", but not for abbreviated places and offices ("U.S.", "D.C."). */
export function isInitial({ tokens }: Words, index: number): boolean {
  const { text = '', lower = '' } = tokens[index] ?? {}
  if (text.length > 4) return false
  const capitals = capitalsIn(text)
  const two = capitals === 2 && text.length === 4 && text.charAt(1) === '.' && text.endsWith('.')
  return capitals === 1 || (two && !NO_INITIALS.has(lower))
}

const NO_INITIALS = new Set(
  'u.s. u.k. u.n. e.u. d.c. l.a. n.y. n.j. n.c. n.d. n.h. n.m. s.c. s.d. r.i. b.c. p.m. a.m. t.v. a.i. i.d. p.r. f.c. a.c. a.g. d.a. r.n. v.a. i.m. o.k.'.split(
    ' ',
  ),
)

/** Returns true for a given name or an initial before another word of the name. */
export function isGivenStart(words: Words, index: number, last: number): boolean {
  if (index >= last - 1) return false
  const lists = listsAt(words, index)
  if (!(lists & Listed.givenStart)) return false
  if (!(lists & Listed.place)) return true
  return GIVEN_NAMES.get(foldedAt(words, index)) !== null && !isAttribute(words, index + 1)
}

/** Returns the number of words of the longest place name that begins here; 0 if there is none. */
export function placePrefix(words: Words, first: number, last: number): number {
  const lists = listsAt(words, first)
  if (lists & Listed.placeFirst) {
    for (let size = Math.min(4, last - first); size > 1; size--) {
      if (PLACE_NAMES.has(foldedPhrase(words, first, first + size))) return size
    }
  }
  return lists & Listed.place ? 1 : 0
}

/** Joins the folded words of a range with single spaces. Reads at most six words. */
export function foldedPhrase(words: Words, first: number, last: number): string {
  let joined = ''
  for (let index = first; index < Math.min(last, first + 6); index++)
    joined += (joined && ' ') + foldedAt(words, index)
  return joined
}

/** Returns true if a range is a listed name of an organization. */
export const isOrganizationName = (words: Words, first: number, last: number): boolean =>
  (listsAt(words, first) & Listed.organizationFirst) !== 0 &&
  ORGANIZATION_NAMES.has(foldedPhrase(words, first, last))

/** Returns true if the words of a range identify the name of an organization. */
export function namesOrganization(words: Words, first: number, last: number): boolean {
  const head = foldedAt(words, last - 1)
  if (isOrganizationName(words, first, last)) return true
  if (head.includes('.') && /\.\p{L}{2,}$/u.test(head)) return true
  const lists = listsAt(words, last - 1)
  if (lists & Listed.organizationNoun || (lists & Listed.corporate && last - first > 1)) return true
  return last - first === 1 && isAcronym(words, first)
}

/**
 * Returns true for the name of a street: "Mill Lane", "Ada Road", "12 Diane Street". A given name before a word that is
 * also a family name makes a person: "Diane Lane".
 */
export function namesStreet(words: Words, first: number, last: number): boolean {
  const head = foldedAt(words, last - 1)
  if (last - first < 2 || !STREET_NOUNS.has(head)) return false
  if (STREET_NOUNS_ONLY.has(head) || !isGivenStart(words, first, last)) return true
  return /^(?:\d+[a-z]?|along|near)$/.test(words.tokens[first - 1]?.lower ?? '')
}

/** Returns true for a word in capitals that is no given name: "NASA", "FBI". */
export function isAcronym(words: Words, index: number): boolean {
  const { text = '', spelling } = words.tokens[index] ?? {}
  if (!((spelling?.can ?? 0) & Can.allCapitals)) return false
  const capitals = capitalsIn(text)
  return capitals >= 2 && capitals <= 6 && !(listsAt(words, index) & Listed.givenName)
}

/** Returns true for a Korean or Chinese given name of two syllables: "Ji-won" of "Park Ji-won", "Ching-te". */
export function isTwoSyllables(text: string): boolean {
  if (!text.includes('-')) return false
  const [, second = ''] = /^\p{Lu}\p{Ll}{1,5}-(\p{Ll}{1,5})$/u.exec(text) ?? []
  return second !== '' && !ENDINGS.has(second) && !/ed$/.test(second)
}

/** Second parts of hyphenated words that are no names: "Tarn-era", "Moscow-based". */
const ENDINGS = new Set(
  'born led owned made run era area style wide like free level bound elect old long wing type only city size held only sized'.split(
    ' ',
  ),
)

/** Returns true for a given name that is no place. */
export const isGiven = (words: Words, index: number): boolean =>
  (listsAt(words, index) & (Listed.givenName | Listed.place)) === Listed.givenName
