/** The full name that a short name or a description of an organization means. */
import { CORPORATE_WORDS } from '../../lexicon/names/corporate-words.ts'
import { ORGANIZATION_NAMES, ORGANIZATION_NOUNS } from '../../lexicon/names/organization-words.ts'
import { DEMONYM_WORDS, PLACE_NAMES } from '../../lexicon/names/place-names.ts'
import { headOf, isAcronymText, type OrganizationNames } from './organization-names.ts'
import { NEWSPAPER_NOUNS } from './organization-nouns.ts'

/** What a short name is looked up in. */
type ShortNames = Omit<OrganizationNames, 'companies' | 'companyMentions'>

/** Public bodies that a place has only once, so that the noun identifies them: "police", "the finance ministry". */
const PUBLIC_BODIES = new Set(
  'police army navy military government ministry parliament senate cabinet department court council treasury'.split(
    ' ',
  ),
)
const NAMED_BY_NOUN = new Set('police army navy military government ministry parliament senate'.split(' '))

/**
 * Nouns for companies. The place of a company does not identify it: "the French company", "the New York-based airline".
 */
const COMPANY_NOUNS = new Set(
  'company firm group maker manufacturer retailer airline bank publisher provider employer network team club outlet'.split(
    ' ',
  ),
)

/** Nouns for any company. "The company" need not be the one whose name ends with "Company". */
const ANY_COMPANY = new Set(['company', 'firm', 'group'])

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
 * Returns the fullest name that the text gives an organization: the name of an acronym, or the name that "the
 * commission" shortens. Null if the words identify no organization ("the company").
 */
export function fullName(
  { acronyms, byHead, shortened, openings, introduced }: ShortNames,
  name: string,
): string | null {
  const firm = shortened.get(name) ?? openedBy(openings, name)
  if (firm) return firm
  const head = headOf(name)
  const isNoun = ORGANIZATION_NOUNS.has(head)
  if (!name.includes(' ')) {
    if (!isNoun || isAcronymText(name)) return acronyms.get(name) ?? name
    if (ANY_COMPANY.has(name)) return introduced.get(name) ?? null
    return (
      byHead.get(head) ??
      introduced.get(head) ??
      (NAMED_BY_NOUN.has(head) || NEWSPAPER_NOUNS.has(head) || isKnown(name) ? name : null)
    )
  }
  const isDescription = isNoun && (name === name.toLowerCase() || (COMPANY_NOUNS.has(head) && isPlaced(name)))
  if (!isDescription) return name
  const described = byHead.get(head)
  if (described && name === name.toLowerCase() && holdsWords(described, name)) return described
  return PUBLIC_BODIES.has(head) ? name : null
}

/** Returns "Blue Strait Ferries" for "Blue Strait": the only name that begins so, if its last word is often left out. */
function openedBy(openings: OrganizationNames['openings'], name: string): string | undefined {
  const full = openings.get(name)
  return full && CORPORATE_WORDS.has(headOf(full)) ? full : undefined
}

/** Returns true if a name holds all words of a description: "Ministry of Health" holds "health ministry". */
function holdsWords(name: string, description: string): boolean {
  const words = new Set(name.toLowerCase().split(' '))
  return description.split(' ').every((word) => words.has(word))
}

/**
 * Returns the fullest name of the organization in a role. "Commission" gives the name that it shortens; "company" gives
 * null.
 */
export function nameInRole(names: ShortNames, name: string): string | null {
  if (name === name.toLowerCase()) return fullName(names, name)
  return name.includes(' ') ? name : (fullName(names, name) ?? name)
}

const isKnown = (name: string): boolean => ORGANIZATION_NAMES.has(name.toLowerCase())
