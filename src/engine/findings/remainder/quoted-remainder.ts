/** Quoted words that no other rule claims. Their governor tells the speaker. */

import type { Context } from '../../reader/context.ts'
import { tokenAt } from '../../reader/offsets.ts'
import type { Range } from '../../reader/words.ts'
import type { Finding, Quotation } from '../../types/finding.ts'
import { reportedFinding } from '../clauses/report-draft.ts'
import { continuedFinding, extendFinding, interruptedFinding } from './continuation.ts'
import { draftOfGoverned } from './governed-words.ts'
import { governorOf } from './governor.ts'

/** The fewest quoted words. Shorter quotations are mostly names. */
const FEWEST_WORDS = 4

/** Returns the given findings, and findings for the quoted words outside them, in text order. */
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
  (use === 'speech' || use === 'fragment') &&
  marks !== 'transcript' &&
  marks !== 'interview' &&
  content.length === 1

/** Returns, for each token, the index of the finding whose words hold it, or -1. */
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

/** Returns the tokens of a quotation, marks included, and its number of words. */
function quotedWords(context: Context, index: number, { start }: Quotation): Range & { count: number } {
  const { tokens } = context.document
  const first = tokenAt(tokens, start)
  let last = first
  let count = 0
  for (; context.quotationOf[last] === index; last++) if (tokens[last]?.kind !== 'punctuation') count++
  return { first, last, count }
}
