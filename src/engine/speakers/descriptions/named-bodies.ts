import { countFirst } from '../../../core/bisection.ts'
import { BODY_NOUNS } from '../../lexicon/names/corporate-words.ts'
import { complementedEnd } from '../../people/organizations/organization-names.ts'
import { foldedAt, isCapitalized, textOf } from '../../reader/words.ts'
import { mentionBefore, paragraphOf, type SpeakerContext } from '../context/speaker-context.ts'
import { isBroughtUp } from './bearers.ts'

/** The numbers of names read before a description. */
const MENTIONS_BACK = 100
const BODIES_BACK = 60

/**
 * Returns the only name of several words before a token that ends with a noun: "Maritime Patrol" for "the patrol". Null
 * if there is none, or if several end so. A person whom the text certainly names is no body.
 */
export function bodyNamedBy({ words, cast }: SpeakerContext, noun: string, token: number): string | null {
  const names = new Set<string>()
  const read = (first: number, last: number): void => {
    if (last - first > 1 && isCapitalized(words, last - 1) && foldedAt(words, last - 1) === noun)
      names.add(textOf(words, first, last))
  }
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - MENTIONS_BACK; index--) {
    const mention = cast.mentions[index]
    if (mention && cast.people[mention.person]?.certain === false) read(mention.first, mention.last)
  }
  const to = countFirst(cast.organizations, ({ first }) => first < token) - 1
  for (let index = to; index >= 0 && index > to - BODIES_BACK; index--) {
    const body = cast.organizations[index]
    if (body) read(body.first, body.last)
  }
  const [only] = names
  return only !== undefined && names.size === 1 ? only : null
}

/** The most paragraphs between a noun and the body that it means. */
const PARAGRAPHS_BACK = 2

/**
 * Returns the body that a noun for its kind means: "the agency" for "Harbour Authority", "the central bank" for "Bank of
 * Talmar". It is the body that spoke last, or the only body of that kind named shortly before. Null if another body of
 * that kind is named as well, or if a body's name ends with the noun.
 */
export function bodyOfKind(context: SpeakerContext, noun: string, token: number): string | null {
  const { words, cast, lastOrganization, lastOrganizationAt } = context
  const heads = BODY_NOUNS.get(noun === 'organisation' ? 'organization' : noun)
  if (!heads || cast.names.byHead.has(noun)) return null
  const isNear = (at: number): boolean =>
    paragraphOf(words, token) - paragraphOf(words, at) <= PARAGRAPHS_BACK
  const spoke = lastOrganization !== null && lastOrganizationAt >= 0 && isNear(lastOrganizationAt)
  if (isBroughtUp(words, noun, 0, token)) return null
  const bodies = new Set(spoke && isOfKind(heads, lastOrganization) ? [lastOrganization] : [])
  const after = bodies.size > 0 ? lastOrganizationAt + LONGEST_BODY : -1
  const to = countFirst(cast.organizations, ({ first }) => first < token) - 1
  for (let index = to; index >= 0 && index > to - BODIES_BACK; index--) {
    const body = cast.organizations[index]
    if (!body || body.first <= after || !isNear(body.first)) break
    const name = textOf(words, body.first, complementedEnd(words, body.last))
    if (isOfKind(heads, name) && ![...bodies].some((known) => known.includes(name))) bodies.add(name)
  }
  const [only = null] = bodies
  return bodies.size === 1 ? only : null
}

/** The longest name of a body, in tokens. */
const LONGEST_BODY = 8

/** Returns true if a name of several words has one of the heads: "Harbour Authority", "Union of Dock Workers". */
function isOfKind(heads: ReadonlySet<string>, name: string): boolean {
  if (!name.includes(' ')) return false
  const lower = name.toLowerCase().split(' ')
  const link = lower.findIndex((word) => word === 'of' || word === 'for')
  return heads.has((link > 0 ? lower[link - 1] : lower.at(-1)) as string)
}
