import type { VerbGroup } from '../../grammar/verb-group.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { type Context, quotationEnd } from '../../reader/context.ts'
import { isTimePhrase, nounPhraseOf, phraseEnd, verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range } from '../../reader/words.ts'
import { CLAUSE_REACH } from './speaker-before-verb.ts'

/**
 * Returns the noun phrase at `first` that names a speaker, with complements and appositives; undefined for a time.
 */
export function speakerFrom(context: Context, first: number, limit: number): Range | undefined {
  const base = nounPhraseOf(context, first)
  if (!base || base.first !== first || isTimePhrase(context, base)) return undefined
  const end = phraseEnd(context, first, limit)
  if (base.kind === 'pronoun') return { first, last: base.last }
  return { first, last: appositiveEnd(context, end, limit) }
}

/**
 * Skips an appositive such as ", a nurse in Ohio": a noun phrase between a comma and the next comma or the end of the
 * sentence.
 */
function appositiveEnd(context: Context, end: number, limit: number): number {
  if (lowerAt(context, end) === '(') {
    for (let at = end + 1; at < Math.min(limit, end + 8); at++)
      if (lowerAt(context, at) === ')') return appositiveEnd(context, at + 1, limit)
    return end
  }
  if (lowerAt(context, end) !== ',') return end
  const base = nounPhraseOf(context, end + 1)
  if (!base || base.first !== end + 1 || base.kind === 'pronoun' || isTimePhrase(context, base)) return end
  const close = phraseEnd(context, end + 1, limit)
  const mark = lowerAt(context, close)
  return mark === ',' || mark === '.' || mark === ';' || close >= limit ? close : end
}

/**
 * Returns the finite verb of the clause whose subject begins at `first`. Skips complements, appositives, brackets and
 * relative clauses. A verb that `prefer` accepts is preferred to the first verb. Undefined if no verb is near.
 */
export function verbAfter(
  context: Context,
  first: number,
  limit: number,
  prefer: (group: VerbGroup) => boolean,
): VerbGroup | undefined {
  const stop = Math.min(limit, first + CLAUSE_REACH)
  let fallback: VerbGroup | undefined
  let relative = false
  let at = nounPhraseOf(context, first)?.last ?? first + 1
  while (at < stop) {
    const group = verbGroupOf(context, at)
    if (group) {
      if (group.form === 'finite' && !relative) {
        if (prefer(group)) return group
        if (fallback) return fallback
        fallback = group
      }
      relative = false
      at = group.last
      continue
    }
    const lower = lowerAt(context, at)
    if (fallback && classAt(context, at) === WordClass.punctuation) return fallback
    if (lower === ',' || lower === '(' || isDash(lower)) {
      const closed = parenthesisEnd(context, at, stop)
      if (closed === undefined) return fallback
      at = closed + 1
      continue
    }
    if (isNickname(context, at)) {
      at = quotationEnd(context, at)
      continue
    }
    if (/^[.;:!?"]$/.test(lower)) return fallback
    if (classAt(context, at) === WordClass.wh) relative = true
    at = nounPhraseOf(context, at)?.last ?? at + 1
  }
  return fallback
}

/** Returns the mark that closes the parenthesis at `open`: the next bracket, or a comma or dash before a verb. */
function parenthesisEnd(context: Context, open: number, stop: number): number | undefined {
  const mark = lowerAt(context, open)
  for (let at = open + 1; at < stop; at++) {
    const lower = lowerAt(context, at)
    if (mark === '(' ? lower === ')' : lower === mark && opensVerb(context, at + 1)) return at
    if (/^[.;:"]$/.test(lower)) return undefined
  }
  return undefined
}

function opensVerb(context: Context, at: number): boolean {
  const start = classAt(context, at) === WordClass.adverb ? at + 1 : at
  return verbGroupOf(context, start)?.form === 'finite'
}

/** Returns true for the opening mark of a nickname: Tom “Ozzy” Brandt. */
const isNickname = (context: Context, at: number): boolean =>
  context.quotations[context.quotationOf[at] ?? -1]?.use === 'nickname'
