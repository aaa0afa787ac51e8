import type { Document, Sentence } from '../types/document.ts'
import type { Outlook } from './expressions/date-reading.ts'

const FUTURE: ReadonlySet<string> = new Set(
  `will 'll wo shall plans planned planning plan scheduled expected expects expect due slated payable soon would`.split(
    /\s+/,
  ),
)
const PAST: ReadonlySet<string> = new Set(
  `was were had did said told announced after since began became came went took made got saw`.split(' '),
)

/** The number of tokens read on each side. */
const REACH = 14

/**
 * Returns the outlook of the words around an expression. The nearest verb with an outlook decides. Of two verbs at the
 * same distance, the earlier verb decides.
 */
export function outlookAt(
  { tokens }: Document,
  { firstToken, lastToken }: Sentence,
  first: number,
  last: number,
): Outlook {
  for (let distance = 1; distance <= REACH; distance++) {
    const before = first - distance
    const after = last + distance - 1
    const left = before >= firstToken ? tokens[before]!.lower : ''
    const right = after < lastToken ? tokens[after]!.lower : ''
    if (FUTURE.has(left)) return 'future'
    if (isPast(left)) return 'past'
    if (FUTURE.has(right)) return 'future'
    if (isPast(right)) return 'past'
  }
  return 'unknown'
}

const isPast = (word: string): boolean => PAST.has(word) || (word.length > 4 && word.endsWith('ed'))
