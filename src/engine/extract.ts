import { findVerbCues } from './cues/find-cues.ts'
import { findDates, findDates } from './dates/find.ts'
import { dateFindings, dateFindings } from './dates/said.ts'
import { analyse } from './grammar/analyse.ts'
import { findQuotations } from './quotations/find.ts'
import { findPeople } from './speakers/find-people.ts'
import { peopleOf } from './speakers/people.ts'
import { resolveSpeakers } from './speakers/resolve-speakers.ts'
import { assemble } from './statements/assemble.ts'
import { findDirect } from './statements/direct.ts'
import { joinQuotedFollowers } from './statements/direct-join.ts'
import { mergeFindings } from './statements/merge.ts'
import { createContext } from './statements/reported/context.ts'
import { findReported } from './statements/reported.ts'
import { segment } from './text.ts'
import type { Circumstances, Extraction, Finding, Said, Statement } from './types.ts'

/**
 * Reads a text and says who said what and when, each finding with the spans that prove it.
 * Pure: the same text and circumstances give the same answer, in time linear in the length of the text.
 * Never throws: a text in which nothing is said gives empty lists.
 */
export function extract(text: string, circumstances: Circumstances): Extraction {
  const document = segment(text)
  const grammar = analyse(document)
  const quotations = findQuotations(document, grammar)
  const cues = findVerbCues(document, grammar)
  const context = createContext(document, grammar, quotations, cues)
  const findings = joinQuotedFollowers(document, mergeFindings(findDirect(context), findReported(context)))
  const dates = findDates(document, circumstances.published)
  const said = dateFindings(document, findings, dates, circumstances.published)
  return {
    statements: findings.map((finding, index) => unresolved(finding, said[index]!)),
    dates,
    people: [],
  }
}
