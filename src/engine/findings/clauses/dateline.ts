import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { type Context, LONGEST_CLAUSE } from '../../reader/context.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt, sentenceAt } from '../../reader/words.ts'

/** The longest dateline ("PARIS, Jan. 5 (Reuters) —"), in tokens. */
const LONGEST_DATELINE = 14

/**
 * Returns the first token of the sentence that holds `index`, after its dateline: a place in capitals, an optional
 * date and agency, and a colon or a dash.
 */
export function sentenceStart(context: Context, index: number): number {
  const { firstToken, lastToken } = sentenceAt(context, index)
  const { tokens } = context.document
  if (index - firstToken > LONGEST_CLAUSE) return index - LONGEST_CLAUSE
  const place = tokens[firstToken]
  if (place?.lower === '[') return afterNote(context, firstToken, lastToken)
  if (!place || place.text.length < 3 || place.text !== place.text.toUpperCase() || place.kind !== 'word')
    return firstToken
  for (let at = firstToken + 1; at < Math.min(lastToken, firstToken + LONGEST_DATELINE); at++) {
    const lower = lowerAt(context, at)
    if (lower === ':' || isDash(lower)) return at + 1
    if (!isPartOfDateline(context, at)) return firstToken
  }
  return firstToken
}

/** Returns the token after a note in square brackets: "[Statement, 3/4/24]"; its first token if no bracket closes it. */
function afterNote(context: Context, open: number, limit: number): number {
  for (let at = open + 2; at < Math.min(limit - 1, open + LONGEST_DATELINE); at++)
    if (lowerAt(context, at) === ']') return at + 1
  return open
}

function isPartOfDateline(context: Context, at: number): boolean {
  const wordClass = classAt(context, at)
  return (
    wordClass === WordClass.name || wordClass === WordClass.number || /^[,()./]$/.test(lowerAt(context, at))
  )
}
