/** Tests of the words before or after a reporting verb: can they be reported words, and where do they end? */
import { VENUE_NOUNS } from '../../lexicon/cues/venues.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'

/** Returns true if every word of a range stands in quotation marks. */
export function allQuoted(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++)
    if (context.quotationOf[at] === -1 && context.document.tokens[at]?.kind === 'word') return false
  return true
}

/** Returns true if a range holds quoted words. */
export function holdsQuotation(context: Context, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (context.quotationOf[at] !== -1) return true
  return false
}

/** Returns true if a range holds a finite verb or quoted words other than a title. */
export function holdsClause(context: Context, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) {
    const own = context.quotationOf[at] as number
    if (own === -1 ? verbGroupOf(context, at)?.form === 'finite' : context.quotations[own]?.use !== 'title')
      return true
  }
  return false
}

/** Returns true for words that hold a question and no reported words. Example: "Asked whether it rained, she said". */
export const opensQuestion = (context: Context, { first }: Range): boolean =>
  lowerAt(context, first) === 'asked' ||
  (lowerAt(context, first) === 'when' && lowerAt(context, first + 1) === 'asked')

const MANNERS =
  /^(?:writing|speaking|talking|addressing|appearing|asked|testifying|tweeting|posting|responding|replying)$/

/**
 * Returns true if the words before the first comma tell the manner, and all other words are quoted. Example: "Writing
 * in a blog post, “…,” she said".
 */
export function opensManner(context: Context, { first, last }: Range): boolean {
  if (!MANNERS.test(lowerAt(context, first))) return false
  let comma = first
  while (comma < last && (lowerAt(context, comma) !== ',' || context.quotationOf[comma] !== -1)) comma++
  return allQuoted(context, { first: comma + 1, last })
}

/** Returns true if the range ends with a quoted sentence. Example: 'He was blunt: "It rained," she said'. */
export function endsOnQuotation(context: Context, { first, last }: Range): boolean {
  let at = last - 1
  while (at > first && context.quotationOf[at] === -1 && context.document.tokens[at]?.kind === 'punctuation')
    at--
  const own = context.quotationOf[at] ?? -1
  if (own === -1) return false
  while (at > first && context.quotationOf[at] === own) at--
  const word = context.document.tokens[at + 2]
  const mark = lowerAt(context, at)
  const opens = mark === ',' || isDash(mark)
  return mark === ':' || (opens && word !== undefined && word.text !== word.lower)
}

/**
 * Returns true if a quotation continues the writer's sentence: "In other words, she said, “it rains”". A quotation that
 * begins with a capital stands alone. So does a quotation after a mere time or place ("On Tuesday, she said, …").
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
 * Returns the quotation that fills the next sentence of the paragraph, if the clause holds quoted words. Example: "It
 * was “a mess,” she said. “We knew.”".
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

/**
 * Returns true for ", adding" and ", who". The words after such a verb describe the speaker and do not continue the
 * report.
 */
export function isAfterthought(context: Context, at: number): boolean {
  const group = verbGroupOf(context, at)
  if (lowerAt(context, at) === 'where') return true
  return group?.form === 'gerund' || group?.form === 'participle' || classAt(context, at) === WordClass.wh
}
