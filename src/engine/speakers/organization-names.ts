/** The full names of organizations that a text also calls by less: "WHO", "the ministry". */
import { Signal } from '../text/signals.ts'
import { LONGEST_NAME, type OrganizationMention, type OrganizationNames } from './cast.ts'
import { LEGAL_FORM_WORDS } from './corporate-words.ts'
import { Listed } from './name-lists.ts'
import { NEWSPAPERS } from './nouns.ts'
import { ORGANIZATION_NAMES, ORGANIZATION_NOUNS } from './organization-words.ts'
import { DEMONYM_WORDS, PLACE_NAMES } from './place-names.ts'
import { firstTokenOf, foldedAt, isCapitalised, listsAt, lowerAt, type Words } from './words.ts'

/** A name that an acronym stands for is no longer than this, in tokens. */
const TOKENS_MAX = 14
const LINKS = new Set(['of', 'for', 'the', 'and', '&', 'on', 'in', 'to', '-'])

/** Reads the acronyms a text explains ("Harbour Works Authority (HWA)") and the names it could shorten. */
export function organizationNames(
  words: Words,
  organizations: readonly OrganizationMention[],
): OrganizationNames {
  const acronyms = new Map<string, string>()
  for (let index = 0; index < words.tokens.length; index++) {
    if (!((words.document.signals[index] as number) & Signal.bracket)) continue
    const acronym = words.tokens[index + 1]?.text ?? ''
    if (lowerAt(words, index + 2) !== ')' || !isAcronym(acronym)) continue
    const first = nameBefore(words, index, acronym.replace(/\./g, ''))
    if (first !== undefined) acronyms.set(acronym, textOf(words, first, index))
  }
  const byHead = new Map<string, string | null>()
  for (const { first, last } of organizations) {
    if (last - first > 1) learnName(byHead, textOf(words, first, last))
  }
  return { acronyms, byHead, shortened: shortNames(words, organizations) }
}

/** What firms are called once their whole names are known. */
function shortNames(words: Words, organizations: readonly OrganizationMention[]): Map<string, string> {
  const shortened = new Map<string, string>()
  for (const { first, last } of organizations) {
    if (last - first < 2 || !(listsAt(words, last - 1) & Listed.corporate)) continue
    const full = textOf(words, first, last)
    let end = last
    while (end > first && LEGAL_FORM_WORDS.has(foldedAt(words, end - 1))) end--
    for (const name of [textOf(words, first, end), textOf(words, first, first + 1)])
      if (name !== full && !shortened.has(name) && isDistinct(words, first, end, name))
        shortened.set(name, full)
  }
  return shortened
}

/** True of a short name that is no word for places, peoples or persons by itself. */
function isDistinct(words: Words, first: number, end: number, name: string): boolean {
  if (name.length < 3) return false
  return name.includes(' ') ? end - first > 1 : !(listsAt(words, first) & INDISTINCT)
}

const INDISTINCT =
  Listed.givenName | Listed.attribute | Listed.demonym | Listed.calendar | Listed.title | Listed.placeFirst

const isAcronym = (text: string): boolean => /^(?:\p{Lu}\.?){2,7}$/u.test(text)

const textOf = ({ document, tokens }: Words, first: number, last: number): string =>
  document.text.slice(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0)

/** Where the name begins whose capitals an acronym takes, read backwards from its bracket. */
function nameBefore(words: Words, bracket: number, letters: string): number | undefined {
  const limit = Math.max(firstTokenOf(words, bracket), bracket - TOKENS_MAX)
  let left = letters.length
  for (let index = bracket - 1; index >= limit; index--) {
    const initial = words.tokens[index]?.text.charAt(0) ?? ''
    if (isCapitalised(words, index)) {
      if (initial !== letters.charAt(left - 1)) return undefined
      left--
      if (left === 0) return index
    } else if (!LINKS.has(lowerAt(words, index))) return undefined
  }
  return undefined
}

/** Adds a name of several words to those that its last word may stand for. */
export function learnName(byHead: Map<string, string | null>, name: string): void {
  if (name.length > LONGEST_NAME) return
  const head = headOf(name)
  const known = byHead.get(head)
  if (known === undefined || (known && fullerOf(known, name)))
    byHead.set(head, fullerOf(known ?? name, name) ?? name)
  else byHead.set(head, null)
}

const headOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase()

/** The longer of two names of which one ends with the other ("U.S. State Department"); undefined for two others. */
function fullerOf(one: string, other: string): string | undefined {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return long.toLowerCase().endsWith(short.toLowerCase()) ? long : undefined
}

/** Public bodies of which a place has one, so that a noun alone names them: "police", "the finance ministry". */
const PUBLIC = new Set(
  'police army navy military government ministry parliament senate cabinet department court council treasury'.split(
    ' ',
  ),
)
const ALONE = new Set('police army navy military government ministry parliament senate'.split(' '))

/** "the French company", "the New York-based airline": where a firm is does not name it. */
const FIRMS = new Set(
  'company firm group maker manufacturer retailer airline bank publisher provider employer network team club outlet'.split(
    ' ',
  ),
)

function isPlaced(name: string): boolean {
  const before = name
    .slice(0, name.lastIndexOf(' '))
    .toLowerCase()
    .replace(/-based$/, '')
  return (
    PLACE_NAMES.has(before) ||
    before.split(' ').every((word) => PLACE_NAMES.has(word) || DEMONYM_WORDS.has(word))
  )
}

/**
 * The fullest name the text gives an organization: what an acronym stands for, the name that "the commission" is short
 * for. Null where the words name nobody in particular ("the company").
 */
export function fullName({ acronyms, byHead, shortened }: OrganizationNames, name: string): string | null {
  const firm = shortened.get(name)
  if (firm) return firm
  const head = headOf(name)
  const isNoun = ORGANIZATION_NOUNS.has(head)
  if (!name.includes(' ')) {
    if (!isNoun || isAcronym(name)) return acronyms.get(name) ?? name
    return byHead.get(head) ?? (ALONE.has(head) || NEWSPAPERS.has(head) || isKnown(name) ? name : null)
  }
  const isDescription = isNoun && (name === name.toLowerCase() || (FIRMS.has(head) && isPlaced(name)))
  return isDescription && !PUBLIC.has(head) ? null : name
}

/** The organization of a role by its fullest name: "Commission" by what it is short for, "company" by none. */
export function nameInRole(names: OrganizationNames, name: string): string | null {
  if (name === name.toLowerCase()) return fullName(names, name)
  return name.includes(' ') ? name : (fullName(names, name) ?? name)
}

const isKnown = (name: string): boolean => ORGANIZATION_NAMES.has(name.toLowerCase())
