import type { VerbCue } from '../cues/find-cues.ts'
import type { Grammar } from '../grammar/analyse.ts'
import type { Document, Finding, Quotation } from '../types.ts'
import { createContext } from './reported/context.ts'
import { toFinding } from './reported/finding.ts'
import { VERB_RULES } from './reported/rules.ts'

/**
 * The reported clauses of a document in text order: indirect speech, and clauses that hold quoted words.
 * What stands inside another's reported words or inside a quotation is part of it and no finding of its own.
 */
export function findReported(
  document: Document,
  grammar: Grammar,
  quotations: readonly Quotation[],
  cues: readonly VerbCue[],
): Finding[] {
  const context = createContext(document, grammar, quotations, cues)
  const findings: Finding[] = []
  let floor = 0
  for (const cue of cues) {
    if (cue.first < floor || context.quotationOf[cue.first] !== -1) continue
    for (const rule of VERB_RULES) {
      const draft = rule({ context, cue, floor })
      if (draft === 'none') break
      const finding = draft && toFinding(context, draft)
      if (!draft || !finding) continue
      findings.push(finding)
      floor = Math.max(cue.last, ...draft.content.map(({ last }) => last))
      break
    }
  }
  return findings
}
