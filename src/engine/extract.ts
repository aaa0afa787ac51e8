import { findVerbCues } from './cues/find-cues.ts'
import { analyse } from './grammar/analyse.ts'
import { findQuotations } from './quotations/find.ts'
import { findDirect } from './statements/direct.ts'
import { joinQuotedFollowers } from './statements/direct-join.ts'
import { mergeFindings } from './statements/merge.ts'
import { createContext } from './statements/reported/context.ts'
import { findReported } from './statements/reported.ts'
import { segment } from './text.ts'
import type { Circumstances, Extraction, Finding, Statement } from './types.ts'

/**
 * Reads a text and says who said what and when, each finding with the spans that prove it.
 * Pure: the same text and circumstances give the same answer, in time linear in the length of the text.
 * Never throws: a text in which nothing is said gives empty lists.
 */
export function extract(text: string, _circumstances: Circumstances): Extraction {
  const document = segment(text)
  const grammar = analyse(document)
  const quotations = findQuotations(document, grammar)
  const cues = findVerbCues(document, grammar)
  const context = createContext(document, grammar, quotations, cues)
  const findings = joinQuotedFollowers(document, mergeFindings(findDirect(context), findReported(context)))
  return { statements: findings.map(unresolved), dates: [], people: [] }
}

const unresolved = (finding: Finding): Statement => ({
  ...finding,
  cue: finding.cue && { start: finding.cue.start, end: finding.cue.end },
  speaker: {
    kind: 'unknown',
    mention: finding.speaker,
    antecedent: null,
    name: null,
    official: null,
    organization: null,
    role: null,
    attribution: 'none',
    candidates: [],
    rule: 'unresolved',
  },
  said: { edtf: '', earliest: null, latest: null, precision: 'open', basis: 'publication', expression: null },
  confidence: 0.5,
})
