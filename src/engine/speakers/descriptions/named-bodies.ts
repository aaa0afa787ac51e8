import { countFirst } from '../../../core/bisection.ts'
import { foldedAt, isCapitalized, textOf } from '../../reader/words.ts'
import { mentionBefore, type SpeakerContext } from '../context/speaker-context.ts'

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
