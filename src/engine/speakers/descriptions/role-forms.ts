/** Whether a description can mean a printed role: "the senator" and "Sen.", "the mayor of Tarn" and "mayor". */
import { ROLE_FORMS, ROLE_SYNONYMS } from '../../lexicon/names/role-synonyms.ts'
import type { Role } from '../../people/roles/roles.ts'

/** Roles that only one person holds at a time. A description with such a role may refer to a distant mention. */
export const OFFICES_OF_ONE_HOLDER: ReadonlySet<string> = new Set(
  (
    'president premier minister chancellor king queen prince princess pope sultan emir governor senator mayor congressman congresswoman ' +
    'representative speaker secretary ambassador envoy commissioner judge justice prosecutor sheriff chief general admiral colonel ' +
    'chairman chairwoman chair ceo director spokesman spokeswoman spokesperson leader archbishop cardinal bishop coach attorney nominee ' +
    'pm dpm cm mb dg ig igp ag cj cji vc fm besar'
  ).split(' '),
)

/** Words that a description may add to a role without a change of meaning. */
const LIGHT = new Set(
  'former then current incumbent outgoing longtime veteran late embattled top senior regional provincial local'.split(
    ' ',
  ),
)

/** Returns true for "former" and "veteran", which add nothing to a role. */
export const isLightWord = (word: string): boolean => LIGHT.has(word)

/** Words that turn a role into another office: a vice president is no president. */
const OTHER_OFFICE = new Set(
  'vice deputy prime assistant associate lieutenant lt. under shadow attorney ex'.split(' '),
)

/** Returns true if a description can mean the bearer of a printed role. */
export function canMean(description: Role, role: Role): boolean {
  const joint = role.words.lastIndexOf('and')
  if (joint > 0) {
    const words = role.words.slice(0, joint)
    const earlier = { ...role, words, head: words.at(-1) as string, text: words.join(' ') }
    if (canMean(description, earlier)) return true
  }
  if (description.former !== role.former) return false
  const printed = initialsOf(role)
  if (printed !== undefined && printed === initialsOf(description) && sameField(description.text, role.text))
    return true
  const said = description.words.slice(0, -1)
  if (role.words.join(' ') === 'deputy' && said.at(-1) === 'deputy') return true
  const isSame = sameHead(description.head, role.head) || isSynonym(description.head, role.head)
  if (!isSame || !sameField(description.text, role.text)) return false
  for (const word of said)
    if (!LIGHT.has(word) && !role.printed.has(word) && !/^\d+-year-old$/.test(word)) return false
  return role.words.slice(0, -1).every((word) => !OTHER_OFFICE.has(word) || said.includes(word))
}

/** Offices whose deputies are called by the office alone. */
const DEPUTIES = new Set('minister commissioner director superintendent inspector secretary'.split(' '))

/** Returns the role without "deputy" or "assistant", if people call its bearer so: "the minister" for "Deputy Minister". */
export function asDeputized(role: Role): Role | undefined {
  const words = role.words.filter((word) => !/^(?:deputy|assistant|junior)$/.test(word))
  return DEPUTIES.has(role.head) && words.length < role.words.length ? { ...role, words } : undefined
}

/**
 * Returns false if the fields of two roles differ: "the mayor of Tarn" is not "mayor of Holm". A role without a field
 * fits any field.
 */
function sameField(described: string, printed: string): boolean {
  const [one, other] = [fieldOf(described), fieldOf(printed)]
  if (one === '' || other === '' || one.includes(other) || other.includes(one)) return true
  return isShortField(one, printed)
}

/** Returns the field of a role: "tarn" of "mayor of Tarn"; empty if none is printed. */
export const fieldOf = (text: string): string => {
  const [, field = ''] = /\s(?:of|for|to)\s(?:the\s)?(\S+)/.exec(text) ?? []
  return field.toLowerCase()
}

/** Returns true for a field that the last word of a printed one shortens: "the guild" of "head of the Growers' Guild". */
export const isShortField = (described: string, printed: string): boolean =>
  described !== '' && printed.toLowerCase().endsWith(` ${described}`)

/** Returns "ceo" for "CEO", "chief executive" and "chief executive officer"; undefined for other roles. */
export function initialsOf({ words, head }: Role): string | undefined {
  for (const size of [3, 2]) {
    const office = INITIALS.get(words.slice(-size).join(' '))
    if (office) return OTHER_OFFICE.has(words.at(-size - 1) ?? '') ? undefined : office
  }
  return INITIALS.get(head)
}

/** Offices by their initials and by their full words. */
const INITIALS: ReadonlyMap<string, string> = new Map(
  [
    ['ceo', 'chief executive', 'chief executive officer'],
    ['cfo', 'chief financial', 'chief financial officer'],
    ['coo', 'chief operating', 'chief operating officer'],
    ['cto', 'chief technology', 'chief technology officer'],
    ['cm', 'chief minister'],
    ['pm', 'prime minister'],
    ['dpm', 'deputy prime minister'],
    ['dg', 'director general', 'director-general'],
    ['ig', 'igp', 'inspector general', 'inspector-general'],
    ['ag', 'attorney general', 'attorney-general'],
    ['vc', 'vice chancellor', 'vice-chancellor'],
    ['fm', 'foreign minister'],
    ['mb', 'menteri besar'],
  ].flatMap(([initials = '', ...others]) => [initials, ...others].map((office) => [office, initials])),
)

/** Returns true if a description can use `described` for the printed head of a role. */
export const sameHead = (described: string, printed: string): boolean =>
  described === printed || (ROLE_FORMS.get(printed)?.includes(described) ?? false)

/** Returns true if a description can use `described` for the only person of a printed role: "the lawyer" for "attorney". */
export const isSynonym = (described: string, printed: string): boolean =>
  ROLE_SYNONYMS.get(printed)?.includes(described) ?? false

/**
 * Returns true if a description with a possessor can mean a printed role. "Tunisia's coach" means only a coach who is
 * printed with Tunisia.
 */
export function isOwned(possessor: readonly string[], role: Role): boolean {
  const printed = `${role.text} ${role.organization ?? ''}`.toLowerCase()
  return possessor.every((word) => printed.includes(word))
}
