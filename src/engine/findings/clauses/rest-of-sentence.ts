import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { classAt, lowerAt } from '../../reader/words.ts'
import { contentEnd } from './content-end.ts'

/**
 * Returns the end of the words after a source or a cue that opens the sentence or stands inside its words: "According
 * to the board, it rained, a rare thing". The remarks of the sentence belong to them, unless they follow a quotation or
 * "but".
 */
export function restOfSentence(context: Context, start: number, limit: number): number {
  const end = contentEnd(context, start, limit, true)
  const contrasts = lowerAt(context, end) === 'but' || lowerAt(context, end + 1) === 'but'
  return contrasts || context.quotationOf[end - 1] !== -1 ? end : Math.max(end, limit)
}

/** Returns the end of the words that go on after a cue inside them, without a relative clause of the writer. */
export function restAfterCue(context: Context, start: number, limit: number): number {
  const end = contentEnd(context, start, limit)
  const relative = classAt(context, end + 1) === WordClass.wh
  return relative ? end : restOfSentence(context, start, limit)
}
