import { overlaps } from '../../core/span.ts'
import { sentenceIndexAt } from '../reader/offsets.ts'
import type { Document } from '../types/document.ts'
import type { Finding } from '../types/finding.ts'

/** The number of findings before a quotation that are compared with it. */
const LOOK_BACK = 3

const JOINING: ReadonlySet<string> = new Set(['direct/introduced'])

/**
 * Joins a quotation to the reported clause before it, if both have one cue: 'She said they had tried. "We did what we
 * could."' is one mixed statement. Takes and returns findings in text order.
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

function clauseOfSameCue(document: Document, earlier: readonly Finding[], { cue, content }: Finding): number {
  const start = content[0]?.start ?? 0
  for (let at = earlier.length - 1; at >= 0 && at >= earlier.length - LOOK_BACK; at--) {
    const clause = earlier[at] as Finding
    if (clause.type === 'direct' || !clause.cue || !cue || !overlaps(clause.cue, cue)) continue
    const end = Math.max(clause.cue.end, ...clause.content.map((span) => span.end))
    const [last, next] = [sentenceIndexAt(document, end - 1), sentenceIndexAt(document, start)]
    const beside = document.sentences[last]?.paragraph === document.sentences[next]?.paragraph
    const follows = end <= start && next - last <= 1 && (beside || clause.type === 'mixed')
    return follows ? at : -1
  }
  return -1
}

const withQuotation = (clause: Finding, { content, quoted }: Finding): Finding => ({
  ...clause,
  type: 'mixed',
  content: [...clause.content, ...content],
  quoted: [...clause.quoted, ...quoted],
  rule: `mixed/${clause.rule.slice(clause.rule.indexOf('/') + 1)}-then-quotation`,
})
