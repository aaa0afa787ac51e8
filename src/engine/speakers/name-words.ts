import { GIVEN_NAMES } from './given-names.ts'
import { ORGANIZATION_MODIFIERS, ORGANIZATION_NAMES, ORGANIZATION_NOUNS } from './organization-words.ts'
import { DEMONYM_WORDS, PLACE_FIRST_WORDS, PLACE_NAMES } from './place-names.ts'
import { foldedAt, type Words } from './words.ts'

export const PARTICLES = new Set(
  'de da do dos das del della di du la le van von der den ter bin ibn al el bint abu y zu'.split(' '),
)

export const isAttribute = (words: Words, index: number): boolean => {
  const word = foldedAt(words, index)
  return (
    DEMONYM_WORDS.has(word) ||
    PLACE_NAMES.has(word) ||
    ORGANIZATION_MODIFIERS.has(word) ||
    ORGANIZATION_NOUNS.has(word)
  )
}

export const isInitial = ({ tokens }: Words, index: number): boolean =>
  /^\p{Lu}\.?$/u.test(tokens[index]?.text ?? '')

/** A given name, or an initial, with another word of the name after it. */
export function isGivenStart(words: Words, index: number, last: number): boolean {
  if (index >= last - 1) return false
  const word = foldedAt(words, index)
  if (!GIVEN_NAMES.has(word) && !GIVEN_NAMES.has(word.split('-')[0] ?? '')) return false
  if (PLACE_NAMES.has(word)) return GIVEN_NAMES.get(word) !== null && !isAttribute(words, index + 1)
  return true
}

/** The number of words of the longest place name that begins here. */
export function placePrefix(words: Words, first: number, last: number): number {
  const word = foldedAt(words, first)
  if (PLACE_FIRST_WORDS.has(word)) {
    for (let size = Math.min(4, last - first); size > 1; size--) {
      if (PLACE_NAMES.has(phrase(words, first, first + size))) return size
    }
  }
  return PLACE_NAMES.has(word) ? 1 : 0
}

/** The folded words of a stretch, joined by single spaces. Bounded by the callers to a few words. */
export function phrase(words: Words, first: number, last: number): string {
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
export function isAcronym(words: Words, index: number): boolean {
  const text = words.tokens[index]?.text ?? ''
  return /^(?:\p{Lu}\.?){2,6}$/u.test(text) && !GIVEN_NAMES.has(foldedAt(words, index))
}

/** "Ji-won" of "Park Ji-won", "Ching-te": a Korean or Chinese given name after the family name. */
export function isTwoSyllables(text: string): boolean {
  const [, second = ''] = /^\p{Lu}\p{Ll}{1,5}-(\p{Ll}{1,5})$/u.exec(text) ?? []
  return second !== '' && !ENDINGS.has(second) && !/ed$/.test(second)
}

/** What follows a hyphen after a name and is no syllable of one: "Trump-era", "Moscow-based". */
const ENDINGS = new Set(
  'born led owned made run era area style wide like free level bound elect old long wing type only city size held only sized'.split(
    ' ',
  ),
)
