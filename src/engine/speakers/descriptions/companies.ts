import { countFirst } from '../../../core/bisection.ts'
import { COMPANY_WORDS } from '../../lexicon/names/corporate-words.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { ORGANIZATION_NOUNS } from '../../lexicon/names/organization-words.ts'
import type { Cast } from '../../people/cast.ts'
import { listsAt, textOf, type Words } from '../../reader/words.ts'
import { mentionBefore, paragraphOf, type SpeakerContext } from '../context/speaker-context.ts'

/** The most paragraphs between "the company" and its name. */
const PARAGRAPHS_BACK = 3
/** The number of names read before a description. */
const NAMES_BACK = 12

/**
 * Returns the company that "the company" or "the airline" means: the last name before a token that the text introduces
 * as a company's. Null if that last name may be another company's, or if there is none.
 */
export function companyBefore(context: SpeakerContext, noun: string, token: number): string | null {
  if (!COMPANY_WORDS.has(noun)) return null
  const { cast, words } = context
  const named = nearest(context, token)
  if (named === undefined || paragraphOf(words, token) - paragraphOf(words, named.first) > PARAGRAPHS_BACK)
    return null
  const name = textOf(words, named.first, named.last)
  const full = cast.names.shortened.get(name) ?? name
  return cast.names.companies.has(name) || cast.names.companies.has(full) ? full : null
}

interface Named {
  readonly first: number
  readonly last: number
}

/** Returns the last name before a token that can be a company's. */
function nearest({ cast, words }: SpeakerContext, token: number): Named | undefined {
  const { companyMentions } = cast.names
  const introduced = companyMentions[countFirst(companyMentions, ({ name }) => name < token) - 1]
  const named = introduced && { first: introduced.name, last: introduced.last }
  const other = lastOf(cast, words, token)
  const body = named && other ? (named.first < other.first ? other : named) : (named ?? other)
  const from = mentionBefore(cast, token)
  for (let index = from; index >= 0 && index > from - NAMES_BACK; index--) {
    const mention = cast.mentions[index]
    if (!mention || (body && mention.first < body.first)) break
    if (mention.person >= 0 && cast.people[mention.person]?.certain === false) return mention
  }
  return body
}

/** Returns the last organization before a token that is no place and no public body. */
function lastOf({ organizations }: Cast, words: Words, token: number): Named | undefined {
  const from = countFirst(organizations, ({ first }) => first < token) - 1
  for (let index = from; index >= 0 && index > from - NAMES_BACK; index--) {
    const body = organizations[index]
    if (!body) return undefined
    const head = listsAt(words, body.last - 1)
    const noun = words.tokens[body.last - 1]?.lower ?? ''
    if (head & Listed.place && !(head & Listed.corporate)) continue
    if (ORGANIZATION_NOUNS.has(noun) && !COMPANY_WORDS.has(noun) && !(head & Listed.corporate)) continue
    return body
  }
  return undefined
}
