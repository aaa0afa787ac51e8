import type { Bounds } from '../../../../core/edtf.ts'
import { fold } from '../../../../core/names.ts'
import { heldAt } from '../../../../core/tenure.ts'
import { COMMON_TITLE_WORDS } from './common-titles.ts'

/** That somebody held or holds an office, as rosters and corrections tell it. */
export interface Office {
  readonly officialId: string
  readonly title: string
  /** All names of the organization; none where the office is told without one. */
  readonly organizationNames: readonly string[]
  readonly from: string | null
  readonly to: string | null
}

/** Words that name a speaker by an office and nothing else: "the foreign secretary". */
export interface Description {
  /** The whole phrase, and the role in it. */
  readonly mention: string
  readonly role: string
  /** The organization printed with it. */
  readonly organization: string | null
}

/** Who else the article gives a title to. */
export interface Bearer {
  readonly officialId: string | null
  readonly role: string
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}’'-]+/gu) ?? []

/** Words on which one key agrees, an article at the beginning left out. */
const keyOf = (text: string): string => {
  const words = wordsOf(text)
  return (words[0] === 'the' ? words.slice(1) : words).join(' ')
}

/** A way to read a role: as a title, and the organization it names, if any. */
interface Reading {
  readonly title: string
  readonly organization: string | null
}

const PREPOSITIONS = new Set(['of', 'for', 'at', 'in'])

/** "permanent secretary at the Foreign Office" is that as a whole, or a permanent secretary of the Foreign Office. */
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

/** "the" and the role, and nothing that says whose: "Britain’s foreign secretary" is not read. */
export function isDefinite({ mention, role }: Pick<Description, 'mention' | 'role'>): boolean {
  const rest = fold(mention).trimStart()
  const expected = `the ${fold(role)}`
  return rest.startsWith(expected) && /^(?:$|,)/.test(rest.slice(expected.length))
}

/**
 * The one person who held the office that a description names, at a time; null where the dates do not prove it of
 * exactly one, or where the article may mean another body's: where it gives the title to somebody else, or prints it
 * with another country's name. A title that many bodies have counts only where the article names its organization.
 */
export function holderOf(
  text: string,
  offices: readonly Office[],
  description: Description,
  at: Bounds | null,
  bearers: readonly Bearer[],
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
  const isAnother = ({ officialId, role }: Bearer): boolean =>
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

/** Words that may stand in capitals before a title without saying whose it is. */
const PLAIN = new Set(
  'the then former ex new our a an and but or when while if as acting outgoing incoming'.split(' '),
)
/** How far around a title its neighbours are looked for, in UTF-16 code units. */
const NEAR = 60

/** Whether the title stands somewhere with a name that is not its organization's: "French foreign secretary". */
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

/** Whether a name stands in a text as words of its own. */
const isPrinted = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(name)}(?![\\p{L}\\p{N}])`, 'u').test(text)

const patternOf = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s{1,3}')
