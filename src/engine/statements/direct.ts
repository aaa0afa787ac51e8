import type { Finding } from '../types.ts'
import { attributionAfter } from './direct-after.ts'
import { type Attribution, type Draft, toFinding } from './direct-attribution.ts'
import { attributionBefore } from './direct-before.ts'
import { continues, introduced } from './direct-carried.ts'
import { type QuotedRun, quotedRuns } from './direct-runs.ts'
import type { Context } from './reported/context.ts'

/**
 * Statements all of whose words stand in quotation marks, in text order: with a cue after, before or between the
 * quoted runs, with none of their own after words of the same speaker, or introduced by the sentence before.
 */
export function findDirect(context: Context): Finding[] {
  const drafts: Draft[] = []
  const runs = quotedRuns(context)
  for (const [position, run] of runs.entries()) {
    if (!isSpeech(run)) continue
    const previous = drafts.at(-1)
    const attribution = attribute(context, run, runs[position + 1], previous)
    if (attribution === 'continues' || (attribution && attribution.anchor === previous?.attribution.anchor)) {
      previous?.runs.push(run)
    } else if (attribution) drafts.push({ runs: [run], attribution })
  }
  return drafts.map(toFinding)
}

const isSpeech = ({ quotation }: QuotedRun): boolean =>
  quotation.use !== 'nickname' &&
  quotation.use !== 'scare' &&
  quotation.use !== 'heading' &&
  quotation.use !== 'slogan'

function attribute(
  context: Context,
  run: QuotedRun,
  next: QuotedRun | undefined,
  previous: Draft | undefined,
): Attribution | 'continues' | undefined {
  const stated = attributionAfter(context, run, next) ?? attributionBefore(context, run, previous)
  if (stated) return stated
  if (continues(context, run, previous)) return 'continues'
  return run.quotation.use === 'speech' ? introduced(context, run) : undefined
}
