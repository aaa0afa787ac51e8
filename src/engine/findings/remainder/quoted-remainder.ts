/** Quoted words that no other rule claims: what they hang on in their clause tells whose they are. */

import type { Context } from '../../reader/context.ts'
import { tokenAt } from '../../reader/offsets.ts'
import type { Range } from '../../reader/words.ts'
import type { Finding, Quotation } from '../../types/finding.ts'
import { reportedFinding } from '../clauses/report-draft.ts'
import { continuedFinding, extendFinding, interruptedFinding } from './continuation.ts'
import { draftOfGoverned } from './governed-words.ts'
import { governorOf } from './governor.ts'

/** Fewer quoted words are more often a name for something than what somebody said. */
const FEWEST_WORDS = 4

/** The findings given, and others for the quoted words that they leave over, in text order. */
export function addQuotedRemainder(context: Context, findings: readonly Finding[]): readonly Finding[] {
  const all = [...findings]
  const owners = ownersOf(context, findings)
  for (const [index, quotation] of context.quotations.entries()) {
    if (quotation.depth > 0 || !isWorded(quotation)) continue
    const words = quotedWords(context, index, quotation)
    if (isTaken(owners, words)) continue
    const governor = words.count >= FEWEST_WORDS ? governorOf(context, words) : undefined
    const near = continuedFinding(context, owners, words)
    const before = near ?? (governor && interruptedFinding(context, all, owners, governor))
    const content = quotation.content[0]
    if (before !== undefined && content) {
      all[before] = extendFinding(all[before] as Finding, content, near === undefined)
      owners.fill(before, words.first, words.last)
      continue
    }
    const draft = governor && draftOfGoverned(context, governor, words)
    if (!draft || draft.content.some((range) => isTaken(owners, range))) continue
    const finding = reportedFinding(context, draft)
    if (!finding) continue
    for (const { first, last } of draft.content) owners.fill(all.length, first, last)
    all.push(finding)
  }
  return all.length > findings.length ? all.sort((a, b) => startOf(a) - startOf(b)) : all
}

const startOf = ({ content }: Finding): number => content[0]?.start ?? 0

const isWorded = ({ use, marks, content }: Quotation): boolean =>
  (use === 'speech' || use === 'fragment') && marks !== 'transcript' && content.length === 1

/** For each token the index of the finding to whose words it belongs, or -1. */
function ownersOf({ document: { tokens } }: Context, findings: readonly Finding[]): Int32Array {
  const owners = new Int32Array(tokens.length).fill(-1)
  const spans = findings.flatMap(({ content }, owner) =>
    content.map(({ start, end }) => ({ start, end, owner })),
  )
  let at = 0
  for (const { start, end, owner } of spans.sort((a, b) => a.start - b.start)) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at++
    for (; at < tokens.length && (tokens[at]?.start ?? 0) < end; at++) owners[at] = owner
  }
  return owners
}

function isTaken(owners: Int32Array, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) if ((owners[at] as number) >= 0) return true
  return false
}

/** The quotation with its marks, and how many words it holds. */
function quotedWords(context: Context, index: number, { start }: Quotation): Range & { count: number } {
  const { tokens } = context.document
  const first = tokenAt(tokens, start)
  let last = first
  let count = 0
  for (; context.quotationOf[last] === index; last++) if (tokens[last]?.kind !== 'punctuation') count++
  return { first, last, count }
}
