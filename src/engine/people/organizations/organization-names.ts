/** The names of the organizations of a text: its acronyms, and the names that it may shorten. */

import type { Span } from '../../../core/span.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { LEGAL_FORM_WORDS, UNSHORTENED } from '../../lexicon/names/corporate-words.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { ORGANIZATION_NOUNS } from '../../lexicon/names/organization-words.ts'
import { Signal } from '../../lexicon/signals.ts'
import { capitalsIn } from '../../lexicon/text/characters.ts'
import {
  firstTokenOfSentence,
  foldedAt,
  isCapitalized,
  listsAt,
  lowerAt,
  textOf,
  type Words,
} from '../../reader/words.ts'
import { LONGEST_NAME } from '../../types/limits.ts'
import type { IntroducedNames } from './introduced-names.ts'

/** A mention of an organization, or of a place that can speak. */
export interface OrganizationMention {
  readonly span: Span
  readonly first: number
  readonly last: number
}

/** The short names of the organizations of a text. */
export interface OrganizationNames extends IntroducedNames {
  /** Maps each acronym in brackets to the name before it. */
  readonly acronyms: ReadonlyMap<string, string>
  /** Maps a folded last word to the longer name that ends with it; to null if several names do. */
  readonly byHead: ReadonlyMap<string, string | null>
  /**
   * Maps the names of companies, short or long, to their full names: "Norpetro Holdings" and "Norpetro" to "Norpetro
   * Holdings plc".
   */
  readonly shortened: ReadonlyMap<string, string>
  /** Maps names without their last word to the full name, and to null if several names begin so: "Blue Lantern" to "Blue Lantern Lines". */
  readonly openings: ReadonlyMap<string, string | null>
}

/** The longest name that an acronym abbreviates, in tokens. */
const ACRONYM_TOKENS_MAX = 14
const LINKS = new Set(['of', 'for', 'the', 'and', '&', 'on', 'in', 'to', '-'])

/** Reads the acronyms that a text explains ("Harbour Works Authority (HWA)") and the names it may shorten. */
export function organizationNames(
  words: Words,
  organizations: readonly OrganizationMention[],
): Omit<OrganizationNames, keyof IntroducedNames> {
  const acronyms = new Map<string, string>()
  for (let index = 0; index < words.tokens.length; index++) {
    if (!((words.document.signals[index] as number) & Signal.bracket)) continue
    const acronym = words.tokens[index + 1]?.text ?? ''
    if (lowerAt(words, index + 2) !== ')' || !isAcronymText(acronym)) continue
    const first = acronymNameBefore(words, index, acronym.replace(/\./g, ''))
    if (first !== undefined) acronyms.set(acronym, textOf(words, first, index))
  }
  const byHead = new Map<string, string | null>()
  const openings = new Map<string, string | null>()
  for (const { first, last } of organizations) {
    if (last - first > 2 && isCapitalized(words, last - 2)) {
      const [opening, full] = [textOf(words, first, last - 1), textOf(words, first, last)]
      const known = openings.get(opening)
      openings.set(opening, known === undefined || known === full ? full : null)
    }
    const isCourt = last - first > 1 && foldedAt(words, last - 1) === 'court'
    const end = isCourt ? last : complementedEnd(words, last)
    if (end - first > 1) learnName(byHead, textOf(words, first, end))
  }
  return { acronyms, byHead, openings, shortened: shortNames(words, organizations) }
}

/** The longest complement in the name of a body, in tokens. */
const LONGEST_COMPLEMENT = 10

/** Returns the end of a name with its complement: "Ministry of Health and Child Care" for "Ministry". */
export function complementedEnd(words: Words, last: number): number {
  if (!/^(?:of|for)$/.test(lowerAt(words, last))) return last
  let end = last
  for (let at = last + 1; at < last + LONGEST_COMPLEMENT; at++) {
    if (isCapitalized(words, at)) end = at + 1
    else if (lowerAt(words, at) === ',' && words.classes[at] === WordClass.name) continue
    else if (!LINKS.has(lowerAt(words, at))) break
  }
  return end
}

/** Returns the short names of companies, each with its full name. */
function shortNames(words: Words, organizations: readonly OrganizationMention[]): Map<string, string> {
  const shortened = new Map<string, string>()
  for (const { first, last } of organizations) {
    if (last - first < 2 || !isShortened(words, last - 1)) continue
    const full = textOf(words, first, last)
    let end = last
    while (end > first && LEGAL_FORM_WORDS.has(foldedAt(words, end - 1))) end--
    for (const name of [textOf(words, first, end), textOf(words, first, first + 1)])
      if (name !== full && !shortened.has(name) && isDistinct(words, first, end, name))
        shortened.set(name, full)
  }
  return shortened
}

/** Returns true for the last word of a name that is often left out: "Mirren" for "Mirren Bank". */
const isShortened = (words: Words, last: number): boolean =>
  (listsAt(words, last) & Listed.corporate) !== 0 ||
  ((listsAt(words, last) & Listed.organizationNoun) !== 0 && !UNSHORTENED.has(foldedAt(words, last)))

/** Returns true if a short name is no word for places, peoples or persons. */
function isDistinct(words: Words, first: number, end: number, name: string): boolean {
  if (name.length < 3) return false
  return name.includes(' ') ? end - first > 1 : !(listsAt(words, first) & INDISTINCT)
}

const INDISTINCT =
  Listed.givenName |
  Listed.place |
  Listed.organizationNoun |
  Listed.demonym |
  Listed.calendar |
  Listed.title |
  Listed.placeFirst

export function isAcronymText(text: string): boolean {
  const capitals = capitalsIn(text)
  return capitals >= 2 && capitals <= 7
}

/** Returns the start of the name before a bracket whose capitals the acronym in the bracket abbreviates. */
function acronymNameBefore(words: Words, bracket: number, letters: string): number | undefined {
  const limit = Math.max(firstTokenOfSentence(words, bracket), bracket - ACRONYM_TOKENS_MAX)
  let left = letters.length
  for (let index = bracket - 1; index >= limit; index--) {
    const initial = words.tokens[index]?.text.charAt(0) ?? ''
    if (isCapitalized(words, index)) {
      if (initial !== letters.charAt(left - 1)) return undefined
      left--
      if (left === 0) return index
    } else if (!LINKS.has(lowerAt(words, index))) return undefined
    else if (left > 1 && initial.toUpperCase() === letters.charAt(left - 1)) left--
  }
  return undefined
}

/** Records a name of several words under its last word. */
export function learnName(byHead: Map<string, string | null>, name: string): void {
  if (name.length > LONGEST_NAME) return
  learnAs(byHead, headOf(name), name)
  const noun = nounBeforeComplement(name)
  if (noun) learnAs(byHead, noun, name)
}

/** Returns "ministry" of "Ministry of Ports" and "Water Ministry for the Coast"; undefined for other names. */
function nounBeforeComplement(name: string): string | undefined {
  const noun = /(\S+) (?:of|for) /.exec(name)?.[1]?.toLowerCase()
  return noun && ORGANIZATION_NOUNS.has(noun) ? noun : undefined
}

function learnAs(byHead: Map<string, string | null>, head: string, name: string): void {
  const known = byHead.get(head)
  if (known === undefined || (known && fullerOf(known, name)))
    byHead.set(head, fullerOf(known ?? name, name) ?? name)
  else byHead.set(head, null)
}

/** Returns the last word of a name, in lower case. */
export const headOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase()

/** Returns the longer of two names if it ends with the shorter ("U.S. State Department"); else undefined. */
function fullerOf(one: string, other: string): string | undefined {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return long.toLowerCase().endsWith(short.toLowerCase()) ? long : undefined
}
