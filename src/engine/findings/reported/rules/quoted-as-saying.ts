import { complementOf } from '../../clauses/complement.ts'
import { contentEnd, sentenceLimit } from '../../clauses/content-end.ts'
import { agentAt, quotingAt } from '../../clauses/quoting.ts'
import type { RuleInput, RuleResult } from './rule.ts'

/** Finds "The paper quoted Lee as saying that it rained" and "Lee was quoted by the paper as saying it rained." */
export function quotedAsSaying({ context, cue }: RuleInput): RuleResult {
  const quoting = quotingAt(context, cue.group)
  if (!quoting) return undefined
  const { saying, speaker, relay } = quoting
  if (saying !== cue) return 'none'
  const limit = sentenceLimit(context, cue.first)
  const after = agentAt(context, cue.last, limit)
  const complement = complementOf(context, after ? { ...cue, last: after.last } : cue, limit)
  if (!complement || !/^(?:that|zero|whether)$/.test(complement.frame)) return 'none'
  return {
    rule: `${complement.frame}-after-quoting`,
    cue,
    content: [{ first: complement.start, last: contentEnd(context, complement.start, limit, true) }],
    speaker,
    hearer: complement.hearer,
    relay,
  }
}
