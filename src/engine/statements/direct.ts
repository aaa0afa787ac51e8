import type { Finding } from '../types.ts'
import { attributionAfter } from './direct-after.ts'
import { type Attribution, type Draft, spanOfRange, toFinding } from './direct-attribution.ts'
import { attributionBefore } from './direct-before.ts'
import { continues, introduced, resumes } from './direct-carried.ts'
import { openerOf } from './direct-opener.ts'
import { finalMarkOf, type QuotedRun, quotedRuns } from './direct-runs.ts'
import { labelOfTurn } from './direct-transcript.ts'
import type { Context } from './reported/context.ts'
import { quotingAt } from './reported/quoting.ts'

/**
 * Statements all of whose words stand in quotation marks, in text order: with a cue after, before or between the
 * quoted runs, with none of their own after words of the same speaker, or introduced by the sentence before.
 */
export function findDirect(context: Context): Finding[] {
  const drafts: Draft[] = []
  const runs = quotedRuns(context)
  let pending: QuotedRun[] = []
  for (const [position, run] of runs.entries()) {
    if (!isSpeech(run)) continue
    if (run.part === 0) pending = []
    const previous = drafts.at(-1)
    const found = attribute(context, run, runs[position + 1], previous, pending)
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
  return drafts.map((draft) => toFinding(context, withQuoting(context, draft)))
}

/** “…,” the paper quoted Lee as saying: the words are Lee's, and the paper hands them on. */
function withQuoting(context: Context, draft: Draft): Draft {
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

const isSpeech = ({ quotation }: QuotedRun): boolean =>
  quotation.use !== 'nickname' &&
  quotation.use !== 'scare' &&
  quotation.use !== 'heading' &&
  quotation.use !== 'slogan'

/** A full stop ends what was said; so does another mark, unless a verb without a subject follows: '“Why?” asked Lee'. */
function closesSpeech(context: Context, run: QuotedRun): boolean {
  const mark = finalMarkOf(context, run)
  if (mark !== '?' && mark !== '!') return mark === '.'
  const next = context.grammar.verbGroupOf[run.close] ?? -1
  return !context.cueOf.has(next) || context.grammar.verbGroups[next]?.form !== 'finite'
}

/**
 * Where a run's attribution comes from. The first paragraphs of a longer quotation may wait for that of its last one.
 */
function attribute(
  context: Context,
  run: QuotedRun,
  next: QuotedRun | undefined,
  previous: Draft | undefined,
  pending: readonly QuotedRun[],
): Attribution | 'continues' | 'waits' | undefined {
  if (run.quotation.marks === 'transcript') return run.part > 0 ? 'continues' : labelOfTurn(context, run)
  const before = run.part === 0 ? attributionBefore(context, run, previous) : undefined
  const endsSpeech = before !== undefined && closesSpeech(context, run)
  const stated = (endsSpeech ? undefined : attributionAfter(context, run, next)) ?? before
  if (stated) return stated
  if (run.part > 0 && previous?.runs.at(-1)?.quotation === run.quotation) return 'continues'
  if (run.part === 0 && continues(context, run, previous)) return 'continues'
  if (resumes(context, run, previous)) return 'continues'
  if (run.runsOn) return 'waits'
  return run.quotation.use === 'speech' ? introduced(context, pending[0] ?? run) : undefined
}
