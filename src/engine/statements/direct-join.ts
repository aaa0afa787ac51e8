import { overlaps } from '../../core/span.ts'
import type { Document, Finding } from '../types.ts'

/** A quotation joins a reported clause no more than this many findings before it. */
const LOOK_BACK = 3

const JOINING: ReadonlySet<string> = new Set([
  'direct/introduced',
  'direct/speaker-cue-quote',
  'direct/cue-quote',
])

/**
 * Joins quoted words to the reported clause before them where both hang on one cue: 'She said they had tried. "We did
 * what we could."' is one mixed statement. Takes and gives findings in text order.
 */
export function joinQuotedFollowers(document: Document, findings: readonly Finding[]): Finding[] {
  const joined: Finding[] = []
  for (const finding of findings) {
    const at = JOINING.has(finding.rule) ? clauseOfSameCue(document, joined, finding) : -1
    const clause = joined[at]
    if (!clause) joined.push(finding)
    else joined[at] = withQuotation(clause, finding)
  }
  return joined
}

function clauseOfSameCue({ text }: Document, earlier: readonly Finding[], { cue, content }: Finding): number {
  const start = content[0]?.start ?? 0
  for (let at = earlier.length - 1; at >= 0 && at >= earlier.length - LOOK_BACK; at--) {
    const clause = earlier[at] as Finding
    if (clause.type === 'direct' || !clause.cue || !cue || !overlaps(clause.cue, cue)) continue
    const end = Math.max(clause.cue.end, ...clause.content.map((span) => span.end))
    return end <= start && start - end < LONGEST_GAP && !/[\p{L}\p{N}]/u.test(text.slice(end, start))
      ? at
      : -1
  }
  return -1
}

/** What may stand between the clause and the marks: punctuation and space, no more than so many characters. */
const LONGEST_GAP = 12

const withQuotation = (clause: Finding, { content, quoted }: Finding): Finding => ({
  ...clause,
  type: 'mixed',
  content: [...clause.content, ...content],
  quoted: [...clause.quoted, ...quoted],
  rule: `mixed/${clause.rule.slice(clause.rule.indexOf('/') + 1)}-then-quotation`,
})
