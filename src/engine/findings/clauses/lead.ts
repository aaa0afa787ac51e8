/** What stands before or after a verb of saying: whether it can be a report, and how far it goes. */
import { VENUE_NOUNS } from '../../lexicon/cues/venues.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'

/** True where every word of the tokens stands in quotation marks. */
export function allQuoted(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++)
    if (context.quotationOf[at] === -1 && context.document.tokens[at]?.kind === 'word') return false
  return true
}

/** True where quoted words stand among the tokens. */
export function holdsQuotation(context: Context, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (context.quotationOf[at] !== -1) return true
  return false
}

/** A clause has a finite verb; quoted words may do without. */
export function holdsClause(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++)
    if (context.quotationOf[at] !== -1 || verbGroupOf(context, at)?.form === 'finite') return true
  return false
}

/** "Asked whether it rained, she said": what was asked, not what was said. */
export const opensQuestion = (context: Context, { first }: Range): boolean =>
  lowerAt(context, first) === 'asked' ||
  (lowerAt(context, first) === 'when' && lowerAt(context, first + 1) === 'asked')

const MANNERS =
  /^(?:writing|speaking|talking|addressing|appearing|asked|testifying|tweeting|posting|responding|replying)$/

/** "Writing in a blog post, “…,” she said": how she said what stands in quotation marks behind the first comma. */
export function opensManner(context: Context, { first, last }: Range): boolean {
  if (!MANNERS.test(lowerAt(context, first))) return false
  let comma = first
  while (comma < last && (lowerAt(context, comma) !== ',' || context.quotationOf[comma] !== -1)) comma++
  return allQuoted(context, { first: comma + 1, last })
}

/** 'He was blunt: "It rained," she said': a sentence of its own in quotation marks comes last. */
export function endsOnQuotation(context: Context, { first, last }: Range): boolean {
  let at = last - 1
  while (at > first && context.quotationOf[at] === -1 && context.document.tokens[at]?.kind === 'punctuation')
    at--
  const own = context.quotationOf[at] ?? -1
  if (own === -1) return false
  while (at > first && context.quotationOf[at] === own) at--
  const word = context.document.tokens[at + 2]
  const mark = lowerAt(context, at)
  return mark === ':' || (mark === ',' && word !== undefined && word.text !== word.lower)
}

/**
 * "In other words, she said, “it rains”": a quotation that goes on with the sentence the writer began. One that
 * starts with a capital, or after no more than a time or place ("On Tuesday, she said, …"), stands by itself.
 */
export function continuesSentence(context: Context, lead: Range, mark: number): boolean {
  if (lowerAt(context, lead.first) === 'if') return true
  const word = context.document.tokens[mark + 1]
  if (!word || word.text !== word.lower) return false
  for (let at = lead.first; at < lead.last; at++) {
    const phrase = nounPhraseOf(context, at)
    if (phrase && (isTimePhrase(context, phrase) || VENUE_NOUNS.has(lowerAt(context, phrase.head))))
      return false
  }
  return true
}

/**
 * "It was “a mess,” she said. “We knew.”": the quotation that opens the next sentence of the paragraph, where the
 * clause holds quoted words and no cue stands beside the quotation.
 */
export function followingQuotation(context: Context, { first, last }: Range): Range | undefined {
  const { sentences } = context.document
  const index = context.document.tokens[first]?.sentence ?? 0
  const next = sentences[index + 1]
  if (!next || next.paragraph !== sentences[index]?.paragraph || !holdsQuotation(context, first, last))
    return undefined
  const own = context.quotationOf[next.firstToken] ?? -1
  if (own === -1 || own === context.quotationOf[next.firstToken - 1]) return undefined
  let end = next.firstToken
  while (context.quotationOf[end] === own) end++
  return end === sentenceAt(context, end - 1).lastToken ? { first: next.firstToken, last: end } : undefined
}

/** ", adding", ", who": what follows the verb tells of the speaker and goes on with no report. */
export function isAfterthought(context: Context, at: number): boolean {
  const group = verbGroupOf(context, at)
  return group?.form === 'gerund' || group?.form === 'participle' || classAt(context, at) === WordClass.wh
}
