import { CALENDAR_WORDS } from './calendar-words.ts'
import { CORPORATE_WORDS } from './corporate-words.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { ORGANIZATION_MODIFIERS, ORGANIZATION_NAMES, ORGANIZATION_NOUNS } from './organization-words.ts'
import { DEMONYM_WORDS, PLACE_FIRST_WORDS, PLACE_NAMES } from './place-names.ts'
import { isRoleNoun, isTitleWord, singularRole } from './role-words.ts'

/** The lists of names, and of words beside names, that hold a word. One bit each, looked up once per spelling. */
export const Listed = {
  givenName: 1,
  /** A given name, or a hyphenated word that begins with one ("Jean-Luc"). */
  givenStart: 2,
  place: 4,
  /** The first word of a place name of several words. */
  placeFirst: 8,
  demonym: 16,
  /** A demonym, a place or a word of organization names. */
  attribute: 32,
  organizationNoun: 64,
  /** The first word of an organization name. */
  organizationFirst: 128,
  calendar: 256,
  role: 512,
  /** A word that can stand right before a name. Roles are such words. */
  title: 1024,
  /** The plural of a role. */
  pluralRole: 2048,
  /** The last word of company names. */
  corporate: 4096,
} as const

const ORGANIZATION_FIRST_WORDS: ReadonlySet<string> = new Set(
  [...ORGANIZATION_NAMES].map((name) => name.slice(0, `${name} `.indexOf(' '))),
)

/** Returns the lists that hold a folded word (`Listed` bits). */
export function nameListsOf(folded: string): number {
  const hyphen = folded.indexOf('-')
  const organizationNoun = ORGANIZATION_NOUNS.has(folded)
  const attribute = DEMONYM_WORDS.has(folded) || PLACE_NAMES.has(folded) || ORGANIZATION_MODIFIERS.has(folded)
  let lists = attribute || organizationNoun ? Listed.attribute : 0
  if (organizationNoun) lists |= Listed.organizationNoun
  if (GIVEN_NAMES.has(folded)) lists |= Listed.givenName | Listed.givenStart
  if (hyphen >= 0 && GIVEN_NAMES.has(folded.slice(0, hyphen))) lists |= Listed.givenStart
  if (attribute && PLACE_NAMES.has(folded)) lists |= Listed.place
  if (attribute && DEMONYM_WORDS.has(folded)) lists |= Listed.demonym
  if (PLACE_FIRST_WORDS.has(folded)) lists |= Listed.placeFirst
  if (ORGANIZATION_FIRST_WORDS.has(folded)) lists |= Listed.organizationFirst
  if (CORPORATE_WORDS.has(folded)) lists |= Listed.corporate
  if (CALENDAR_WORDS.has(folded)) lists |= Listed.calendar
  if (isTitleWord(folded)) lists |= Listed.title
  if (isRoleNoun(folded)) lists |= Listed.role
  return singularRole(folded) === undefined ? lists : lists | Listed.pluralRole
}
