import { WORKS } from '../../lexicon/cues/works.ts'
import { type Context, quotationEnd } from '../../reader/context.ts'
import { lowerAt, sentenceAt } from '../../reader/words.ts'
import type { Token } from '../../types/document.ts'
import type { Finding } from '../../types/finding.ts'
import { quotingAt } from '../clauses/quoting.ts'
import { type DirectDraft, directFinding, type QuotationAttribution, spanOfRange } from './attribution.ts'
import { attributionAfter } from './attribution-after.ts'
import { attributionBefore } from './attribution-before.ts'
import { continuesPrevious, introducedAttribution, resumesSentence } from './carried-over.ts'
import { openerOf } from './opener.ts'
import { finalMarkOf, type QuotedRun, quotedRuns } from './quoted-runs.ts'
import { labelOfTurn, turnOfInterview } from './transcript-label.ts'

/**
 * Finds the statements whose words are all quoted, in text order. The cue stands after, before or between the
 * quotations, or in the sentence before. A quotation without a cue can also continue the words of the same speaker.
 */
export function findDirect(context: Context): Finding[] {
  const drafts: DirectDraft[] = []
  const runs = quotedRuns(context).filter(({ quotation }) => quotation.use !== 'nickname')
  let pending: QuotedRun[] = []
  for (const [position, run] of runs.entries()) {
    if (!isSpeech(run) || namesWork(context, run)) continue
    if (run.part === 0) pending = []
    const previous = drafts.at(-1)
    const found =
      run.part === 0 && run.runsOn && isMarked(run) && continuesOver(context, runs, position, previous)
        ? 'continues'
        : attribute(context, run, runs[position + 1], previous, pending)
    if (found === 'waits') pending.push(run)
    else if (found === 'continues' || (found && found.anchor === previous?.attribution.anchor))
      previous?.runs.push(run)
    else if (found) {
      drafts.push({
        runs: [...pending, run],
        attribution: found,
        opener: openerOf(context, pending[0] ?? run, found),
      })
    }
    if (found !== 'waits') pending = []
  }
  return drafts.map((draft) => directFinding(context, withQuoting(context, draft)))
}

/**
 * Returns the draft with its speaker and relay corrected, for “…,” the paper quoted Lee as saying. Lee is the speaker,
 * and the paper is the relay.
 */
function withQuoting(context: Context, draft: DirectDraft): DirectDraft {
  const { attribution } = draft
  const quoting = quotingAt(context, context.grammar.verbGroupOf[attribution.anchor] ?? -1)
  if (!quoting || attribution.carriedOver) return draft
  const { saying, speaker, relay } = quoting
  return {
    ...draft,
    attribution: {
      ...attribution,
      cue: saying,
      speaker: spanOfRange(context, speaker),
      relay: spanOfRange(context, relay ?? undefined),
    },
  }
}

/**
 * Returns true if a quotation over several paragraphs continues the words before it. It begins in their paragraph, or
 * it fills its first paragraph and no attribution follows its last paragraph.
 */
function continuesOver(
  context: Context,
  runs: readonly QuotedRun[],
  position: number,
  previous: DirectDraft | undefined,
): boolean {
  const run = runs[position] as QuotedRun
  if (!continuesPrevious(context, run, previous) || attributionBefore(context, run, previous)) return false
  const reached = (previous?.attribution.end ?? 1) - 1
  if (sentenceAt(context, reached).paragraph === sentenceAt(context, run.open).paragraph) return true
  let last = position
  while (runs[last + 1]?.quotation === run.quotation) last++
  return attributionAfter(context, runs[last] as QuotedRun, runs[last + 1]) === undefined
}

const isMarked = ({ quotation: { marks } }: QuotedRun): boolean =>
  marks !== 'transcript' && marks !== 'interview'

const isSpeech = ({ quotation }: QuotedRun): boolean =>
  quotation.use !== 'nickname' &&
  quotation.use !== 'scare' &&
  quotation.use !== 'heading' &&
  quotation.use !== 'slogan'

/** Returns true for the title of a work in an appositive: 'in her memoir, "Hard Water"'. */
function namesWork(context: Context, { quotation, open }: QuotedRun): boolean {
  if (quotation.use !== 'title' || lowerAt(context, open - 1) !== ',') return false
  if (!WORKS.has(lowerAt(context, open - 2))) return false
  let capitals = 0
  let small = 0
  for (let at = open + 1; at < quotationEnd(context, open); at++) {
    const { kind, text, lower } = context.document.tokens[at] as Token
    if (kind !== 'word') continue
    if (text !== lower) capitals++
    else if (text.length > LONGEST_PARTICLE) return false
    else small++
  }
  return capitals > small
}

/** The longest word that a title writes small, in characters: "with", "from". */
const LONGEST_PARTICLE = 4

/**
 * Returns true if the quoted words end a sentence. After a question or exclamation mark they do not, if a verb without
 * a subject follows: '“Why?” asked Lee'.
 */
function closesSpeech(context: Context, run: QuotedRun): boolean {
  const mark = finalMarkOf(context, run)
  if (mark !== '?' && mark !== '!') return mark === '.'
  const next = context.grammar.verbGroupOf[run.close] ?? -1
  return !context.cueOf.has(next) || context.grammar.verbGroups[next]?.form !== 'finite'
}

/**
 * Returns the attribution of a run. The first paragraphs of a longer quotation may wait for the attribution of the
 * last.
 */
function attribute(
  context: Context,
  run: QuotedRun,
  next: QuotedRun | undefined,
  previous: DirectDraft | undefined,
  pending: readonly QuotedRun[],
): QuotationAttribution | 'continues' | 'waits' | undefined {
  if (run.quotation.marks === 'transcript') return run.part > 0 ? 'continues' : labelOfTurn(context, run)
  if (run.quotation.marks === 'interview') return run.part > 0 ? 'continues' : turnOfInterview(context, run)
  const before = run.part === 0 ? attributionBefore(context, run, previous) : undefined
  const endsSpeech = before !== undefined && closesSpeech(context, run)
  const stated = (endsSpeech ? undefined : attributionAfter(context, run, next)) ?? before
  if (stated) return stated
  if (run.part > 0 && previous?.runs.at(-1)?.quotation === run.quotation) return 'continues'
  if (run.part === 0 && !run.runsOn && continuesPrevious(context, run, previous)) return 'continues'
  if (resumesSentence(context, run, previous)) return 'continues'
  if (run.runsOn) return 'waits'
  return run.quotation.use === 'speech' ? introducedAttribution(context, pending[0] ?? run) : undefined
}
