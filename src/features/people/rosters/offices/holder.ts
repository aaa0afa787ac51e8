import type { Bounds } from '../../../../core/edtf.ts'
import { fold } from '../../../../core/names.ts'
import { heldAt } from '../../../../core/tenure.ts'
import { COMMON_TITLE_WORDS } from './common-titles.ts'

/** An office that a person holds or held, from rosters and corrections. */
export interface Office {
  readonly officialId: string
  readonly title: string
  /** All names of the organization; empty if the office has no organization. */
  readonly organizationNames: readonly string[]
  readonly from: string | null
  readonly to: string | null
}

/** The description of a speaker only by office: "the foreign secretary". */
export interface Description {
  /** The whole phrase. The role is a part of it. */
  readonly mention: string
  readonly role: string
  /** The organization that is printed with the role; null if there is none. */
  readonly organization: string | null
}

/** A person to whom the article gives a title. */
export interface TitledPerson {
  readonly officialId: string | null
  readonly role: string
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}’'-]+/gu) ?? []

/** Returns the key of a text. A leading article is removed first. */
const keyOf = (text: string): string => {
  const words = wordsOf(text)
  return (words[0] === 'the' ? words.slice(1) : words).join(' ')
}

/** One reading of a role: a title, and the organization in the role, if there is one. */
interface Reading {
  readonly title: string
  readonly organization: string | null
}

const PREPOSITIONS = new Set(['of', 'for', 'at', 'in'])

/**
 * Returns the readings of a role. "permanent secretary at the Foreign Office" can be a whole title, or the title of a
 * permanent secretary in the Foreign Office.
 */
export function readingsOf(role: string): Reading[] {
  const words = wordsOf(role)
  if (words[0] === 'then') words.shift()
  const readings: Reading[] = [{ title: words.join(' '), organization: null }]
  for (let at = 1; at < words.length; at++) {
    const [before, after] = [words.slice(0, at).join(' '), words.slice(at)]
    if (PREPOSITIONS.has(after[0] ?? ''))
      readings.push({ title: before, organization: keyOf(after.slice(1).join(' ')) })
    else readings.push({ title: after.join(' '), organization: before })
  }
  return readings
}

/** Returns whether a mention consists of "the" and the role. "Britain’s foreign secretary" does not. */
export function isDefinite({ mention, role }: Pick<Description, 'mention' | 'role'>): boolean {
  const rest = fold(mention).trimStart()
  const expected = `the ${fold(role)}`
  return rest.startsWith(expected) && /^(?:$|,)/.test(rest.slice(expected.length))
}

/**
 * Returns the one person who held the described office at a time. Returns null if the dates do not prove exactly one
 * person. Also returns null if the article may mean the office of another body: it gives the title to another person,
 * or prints it with the name of another country. A title that many bodies have needs the name of its organization in
 * the article.
 */
export function holderOf(
  text: string,
  offices: readonly Office[],
  description: Description,
  at: Bounds | null,
  bearers: readonly TitledPerson[],
): string | null {
  if (at === null || !isDefinite(description)) return null
  const readings = readingsOf(description.role)
  const meant = offices.filter((office) =>
    readings.some((reading) => isMeant(office, reading, description, text)),
  )
  const held = meant.filter((office) => heldAt(office, at) !== 'no')
  const [holder] = held
  if (!holder || held.some((office) => office.officialId !== holder.officialId)) return null
  if (held.every((office) => heldAt(office, at) !== 'yes')) return null
  const title = keyOf(holder.title)
  const isAnother = ({ officialId, role }: TitledPerson): boolean =>
    officialId !== holder.officialId && ` ${keyOf(role)} `.includes(` ${title} `)
  if (bearers.some(isAnother) || isOthers(text, holder)) return null
  return holder.officialId
}

function isMeant(office: Office, reading: Reading, { organization }: Description, text: string): boolean {
  const title = keyOf(office.title)
  if (reading.title !== title) return false
  const names = office.organizationNames.map(keyOf)
  if (reading.organization !== null) return names.includes(reading.organization)
  if (organization !== null && !names.includes(keyOf(organization)) && !title.includes(keyOf(organization)))
    return false
  const isCommon = title.split(' ').every((word) => COMMON_TITLE_WORDS.has(word))
  return !isCommon || office.organizationNames.some((name) => isPrinted(text, name))
}

/** Words before a title that name no body. */
const PLAIN = new Set(
  'the then former ex new our a an and but or when while if as acting outgoing incoming'.split(' '),
)
/** The distance before and after a title in which its owner is searched, in UTF-16 code units. */
const NEAR = 60

/** Returns whether the text prints the title with the name of another owner: "French foreign secretary". */
function isOthers(text: string, { title, organizationNames }: Office): boolean {
  const own = new Set([...organizationNames, title].flatMap(wordsOf))
  for (const { index, 0: found } of text.matchAll(new RegExp(patternOf(title), 'giu'))) {
    const end = index + found.length
    const before = /([\p{L}\p{M}’'-]+)\s$/u.exec(text.slice(Math.max(0, index - NEAR), index))?.[1] ?? ''
    const after = /^\s(?:of|for)\s(?:the\s)?(\p{Lu}[\p{L}\p{M}-]*)/u.exec(text.slice(end, end + NEAR))?.[1]
    const owner = before.replace(/[’']s?$/u, '')
    const isNamed = /^\p{Lu}/u.test(before) || owner !== before
    if (isNamed && !PLAIN.has(fold(owner)) && !own.has(fold(owner))) return true
    if (after !== undefined && !own.has(fold(after))) return true
  }
  return false
}

/** Returns whether a text contains a name as whole words. */
const isPrinted = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(name)}(?![\\p{L}\\p{N}])`, 'u').test(text)

const patternOf = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s{1,3}')
