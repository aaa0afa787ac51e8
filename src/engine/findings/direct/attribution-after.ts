import type { VerbGroup } from '../../grammar/verb-group.ts'
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import type { Context } from '../../reader/context.ts'
import { nounPhraseOf, verbGroupOf } from '../../reader/phrases.ts'
import { isDash } from '../../reader/punctuation.ts'
import { classAt, lowerAt, type Range, sentenceAt, spanOf } from '../../reader/words.ts'
import { complementOf } from '../clauses/complement.ts'
import { finiteVerbFollows } from '../clauses/frame.ts'
import { cueOfGroup, type QuotationAttribution, quoteRate, spanOfRange } from './attribution.ts'
import { closesSentence, isPlainOpener, opensStatement } from './opener.ts'
import { finalMarkOf, type QuotedRun } from './quoted-runs.ts'
import { speakerFrom, verbAfter } from './subject-and-verb.ts'

/** The end of the quotation. It tells how certain the attribution after it is. */
type Ending = 'comma' | 'exclaimed' | 'full-stop' | 'bare'

/** Returns the attribution after the closing mark: "…," she said; "…," said Lee; "…," according to Lee. */
export function attributionAfter(
  context: Context,
  run: QuotedRun,
  next: QuotedRun | undefined,
): QuotationAttribution | undefined {
  if (run.runsOn || !opensStatement(context, run)) return undefined
  const { tokens } = context.document
  let at = run.close
  if (at >= tokens.length) return undefined
  const apart = sentenceAt(context, at).paragraph - sentenceAt(context, run.close - 1).paragraph
  if (apart > 0) return apart === 1 ? signatureBelow(context, run) : undefined
  let ending = endingOf(context, run)
  if (lowerAt(context, at) === ',' || isDash(lowerAt(context, at))) {
    at++
    ending = 'comma'
  }
  const limit = Math.min(sentenceAt(context, at).lastToken, next?.open ?? tokens.length)
  const found =
    signature(context, run, limit) ??
    sourceAfter(context, at, limit) ??
    cueThenSpeaker(context, run, at, limit, ending) ??
    speakerThenCue(context, at, limit, ending)
  if (found?.rule === 'direct/signature') return found
  if (!found || (ending === 'full-stop' && !standsAlone(context, at, limit, found.end))) return undefined
  if (!run.initial && reportsClause(context, found.anchor, limit)) return undefined
  const plain = isPlainOpener(context, run)
  if (introducesNext(context, found.end, limit, next)) return ending === 'comma' && plain ? found : undefined
  return plain || closesSentence(context, run, found, limit) ? found : undefined
}

/** Returns true for 'Citing “a cold,” she told the paper that she would stay': the verb reports the clause after it. */
function reportsClause(context: Context, anchor: number, limit: number): boolean {
  const cue = context.cueOf.get(context.grammar.verbGroupOf[anchor] ?? -1)
  return cue !== undefined && complementOf(context, cue, limit)?.frame === 'that'
}

function endingOf(context: Context, run: QuotedRun): Ending {
  const lower = finalMarkOf(context, run)
  if (lower === ',' || isDash(lower) || lower === '…') return 'comma'
  if (lower === '?' || lower === '!') return 'exclaimed'
  return lower === '.' ? 'full-stop' : 'bare'
}

/** Returns true if the clause after a full stop can be an attribution: it is short and a sentence by itself. */
const standsAlone = (context: Context, at: number, limit: number, end: number): boolean =>
  limit - at <= 8 && end >= limit - 1 && lowerAt(context, limit - 1) === '.'

/** Returns true for "… said: “", which introduces the next quotation. */
function introducesNext(context: Context, end: number, limit: number, next: QuotedRun | undefined): boolean {
  if (!next || next.open !== limit) return false
  const before = lowerAt(context, limit - 1)
  return before === ':' || (before === ',' && limit - end <= 4)
}

/** Returns an attribution by a name after a dash. Example: “…” - Ann Lee. */
function signature(context: Context, { close }: QuotedRun, limit: number): QuotationAttribution | undefined {
  if (!isDash(lowerAt(context, close)) || nounPhraseOf(context, close + 1)?.kind !== 'name') return undefined
  const speaker = speakerFrom(context, close + 1, limit)
  const end = speaker && lowerAt(context, speaker.last) === '.' ? speaker.last + 1 : speaker?.last
  return speaker && end === limit ? signed(context, close, speaker) : undefined
}

/** Returns an attribution by a line below the quotation, with a dash and a name. Example: "- Ann Lee, a nurse". */
function signatureBelow(context: Context, run: QuotedRun): QuotationAttribution | undefined {
  const { close } = run
  if (nounPhraseOf(context, close)?.kind === 'name') return captionBelow(context, run)
  if (!isDash(lowerAt(context, close)) || nounPhraseOf(context, close + 1)?.kind !== 'name') return undefined
  const { lastToken } = sentenceAt(context, close)
  const speaker = speakerFrom(context, close + 1, lastToken)
  return speaker && (speaker.last === lastToken || /^[.,]?$/.test(lowerAt(context, speaker.last)))
    ? signed(context, close, speaker)
    : undefined
}

/** The longest line below a quotation that only tells its speaker, in tokens. */
const LONGEST_CAPTION = 16

/**
 * Returns the attribution of a pulled quotation by the line below it: a name of two words or more and, after a comma, a
 * role in lower case. The line has no verb and no full stop, and the quotation fills its paragraph.
 */
function captionBelow(
  context: Context,
  { open, close, initial }: QuotedRun,
): QuotationAttribution | undefined {
  const { firstToken, lastToken, paragraph } = sentenceAt(context, close)
  const opens = open === 0 || sentenceAt(context, open - 1).paragraph < sentenceAt(context, open).paragraph
  if (!initial || !opens || firstToken !== close || lastToken - firstToken > LONGEST_CAPTION) return undefined
  const next = context.document.tokens[lastToken]
  if (next && sentenceAt(context, lastToken).paragraph === paragraph) return undefined
  const comma = nounPhraseOf(context, close)?.last ?? close
  const role = lowerAt(context, comma) === ',' ? nounPhraseOf(context, comma + 1) : undefined
  if (comma - close < 2 || role?.first !== comma + 1 || !isRoleNoun(lowerAt(context, role.head)))
    return undefined
  for (let at = close; at < lastToken; at++)
    if (verbGroupOf(context, at)?.form === 'finite' || /^[.:;?!]$/.test(lowerAt(context, at)))
      return undefined
  return {
    ...signed(context, close, { first: close, last: lastToken }),
    cue: null,
    rule: 'direct/caption',
  }
}

function signed(context: Context, close: number, speaker: Range): QuotationAttribution {
  return {
    cue: {
      ...spanOf(context, { first: close, last: close + 1 }),
      lemma: '—',
      kind: 'colon',
      polarity: 'affirmed',
    },
    speaker: spanOfRange(context, speaker),
    carriedOver: false,
    anchor: close,
    end: speaker.last,
    rule: 'direct/signature',
  }
}

function sourceAfter(context: Context, at: number, limit: number): QuotationAttribution | undefined {
  const two = lowerAt(context, at) === 'according' && lowerAt(context, at + 1) === 'to'
  if (!two && lowerAt(context, at) !== 'per') return undefined
  const last = two ? at + 2 : at + 1
  const speaker = speakerFrom(context, last, limit)
  if (!speaker) return undefined
  return {
    cue: {
      ...spanOf(context, { first: at, last }),
      lemma: two ? 'according to' : 'per',
      kind: 'preposition',
      polarity: 'affirmed',
    },
    speaker: spanOfRange(context, speaker),
    carriedOver: false,
    anchor: at,
    end: speaker.last,
    rule: 'direct/according-to',
  }
}

/** Returns the attribution of '"…," said Lee'. */
function cueThenSpeaker(
  context: Context,
  { initial }: QuotedRun,
  at: number,
  limit: number,
  ending: Ending,
): QuotationAttribution | undefined {
  const start = classAt(context, at) === WordClass.adverb ? at + 1 : at
  const index = context.grammar.verbGroupOf[start] ?? -1
  const group = context.grammar.verbGroups[index]
  if (!group || group.first !== start || classAt(context, group.head) !== WordClass.verb) return undefined
  if (group.form === 'gerund' && context.cueOf.has(index)) return undefined
  if (quoteRate(context, index) < (ending === 'comma' || ending === 'exclaimed' ? 0 : 5)) return undefined
  let first = context.cueOf.get(index)?.last ?? group.last
  while (first < limit && classAt(context, first) === WordClass.adverb) first++
  const speaker = speakerFrom(context, first, limit)
  if (!speaker || speaker.last > limit) return undefined
  if (!initial && finiteVerbFollows(context, speaker.last)) return undefined
  if (quoteRate(context, index) < 3 && nounPhraseOf(context, first)?.kind !== 'name') return undefined
  return {
    cue: cueOfGroup(context, index),
    speaker: spanOfRange(context, speaker),
    carriedOver: false,
    anchor: group.first,
    end: speaker.last,
    rule: 'direct/quote-cue-speaker',
  }
}

/** Returns the attribution of '"…," Lee said' and '"…," Lee, a nurse, told reporters'. */
function speakerThenCue(
  context: Context,
  at: number,
  limit: number,
  ending: Ending,
): QuotationAttribution | undefined {
  const base = nounPhraseOf(context, at)
  if (!base || base.first !== at) return undefined
  const reports = (group: VerbGroup) => quoteRate(context, context.grammar.verbGroupOf[group.head] ?? -1) >= 3
  const group = verbAfter(context, at, limit, reports)
  if (!group) return undefined
  const index = context.grammar.verbGroupOf[group.head] ?? -1
  const needed = ending === 'comma' ? 0 : 4
  if (quoteRate(context, index) < needed || group.first <= at) return undefined
  return {
    cue: cueOfGroup(context, index),
    speaker: spanOfRange(context, { first: at, last: beforeAdverbs(context, group.first, base.last) }),
    carriedOver: false,
    anchor: group.first,
    end: context.cueOf.get(index)?.last ?? group.last,
    rule: 'direct/quote-speaker-cue',
  }
}

function beforeAdverbs(context: Context, end: number, floor: number): number {
  let last = end
  while (last > floor && classAt(context, last - 1) === WordClass.adverb) last--
  return last
}
