import { polarityOf } from '../../cues/polarity.ts'
import type { VerbGroup } from '../../grammar/verb-group.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import type { Context } from '../../reader/context.ts'
import { verbGroupOf } from '../../reader/phrases.ts'
import { isComma, isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range, spanOf } from '../../reader/words.ts'
import type { Cue } from '../../types/finding.ts'
import { contentEnd, phraseContentEnd, sentenceLimit } from '../clauses/content-end.ts'
import type { ReportDraft } from '../clauses/report-draft.ts'
import { type Governor, isThatConjunction } from '../clauses/speech-noun.ts'

/**
 * Returns the draft of quoted words with their governor; undefined if the clause of the governor ends before these
 * words.
 */
export function draftOfGoverned(context: Context, governor: Governor, words: Range): ReportDraft | undefined {
  const content = contentOf(context, governor, words)
  if (content.last < words.last) return undefined
  return {
    rule: `remainder-${content === words ? 'set' : governor.kind}`,
    cue: cueOf(context, governor),
    content: [content],
    speaker: governor.speaker,
    quotationAlone: true,
  }
}

function contentOf(context: Context, { kind, start, cue }: Governor, words: Range): Range {
  const limit = Math.max(sentenceLimit(context, words.first), words.last)
  const before = lowerAt(context, words.first - 1)
  const set = before === ',' || before === ':' || isDash(before)
  if ((kind === 'verb' && set) || cue.first >= words.last) return words
  const clause = kind === 'that' || isThatConjunction(context, start)
  if (!clause)
    return { first: start, last: phraseAfter(context, words, phraseContentEnd(context, start, limit)) }
  const last = contentEnd(context, start, limit, true)
  return { first: start, last: kind === 'noun' && endsInMarks(context, words) ? words.last : last }
}

/**
 * Returns true if the verb of the clause stands in the quotation, and the verb of the noun stands after the quotation.
 * Example: "Her warning that it “may rain” went unheard".
 */
function endsInMarks(context: Context, { first, last }: Range): boolean {
  if (verbGroupOf(context, last)?.form !== 'finite') return false
  for (let at = first; at < last; at++) if (verbGroupOf(context, at)?.form === 'finite') return true
  return false
}

/**
 * Returns the end of the words that follow a quotation in its phrase. They end before a comma, a clause or a participle
 * of the writer.
 */
function phraseAfter(context: Context, { last }: Range, limit: number): number {
  if (lowerAt(context, last - 2) === ',') return last
  for (let at = last; at < limit; at++) {
    if (context.quotationOf[at] !== -1) continue
    const wordClass = classAt(context, at)
    if (isComma(lowerAt(context, at)) || wordClass === WordClass.subordinator) return at
    if (
      CIRCUMSTANCES.has(lowerAt(context, at)) ||
      (at === last && verbGroupOf(context, at)?.form === 'gerund')
    )
      return at
  }
  return Math.max(limit, last)
}

const CIRCUMSTANCES = new Set('after before while when because since until as despite during amid'.split(' '))

function cueOf(context: Context, { cue, group, kind }: Governor): Cue & Range {
  const known = context.cueOf.get(group)
  if (known) return known
  const verb = context.grammar.verbGroups[group] as VerbGroup | undefined
  const head = verb?.head ?? cue.last - 1
  const lemma = context.grammar.readings[head]?.verb?.lemma ?? lowerAt(context, head)
  return {
    ...spanOf(context, cue),
    ...cue,
    lemma,
    kind: kind === 'noun' ? 'noun' : 'verb',
    polarity: verb ? polarityOf(context.document.tokens, context.grammar, group, lemma) : 'affirmed',
  }
}
