import { sliceOf } from '../core/span.ts'
import { findVerbCues } from './cues/find-cues.ts'
import { findDates } from './dates/find.ts'
import { dateFindings } from './dates/said.ts'
import { analyse } from './grammar/analyse.ts'
import { findQuotations } from './quotations/find.ts'
import { type ExtractedSlice, joinExtractions, slicesOf } from './slices.ts'
import { findPeople } from './speakers/find-people.ts'
import { peopleOf } from './speakers/people.ts'
import { resolveSpeakers } from './speakers/resolve-speakers.ts'
import { assemble } from './statements/assemble.ts'
import { confidenceOf } from './statements/confidence.ts'
import { findDirect } from './statements/direct.ts'
import { joinQuotedFollowers } from './statements/direct-join.ts'
import { joinFollowOns } from './statements/follow-on.ts'
import { mergeFindings } from './statements/merge.ts'
import { createContext } from './statements/reported/context.ts'
import { withRemainder } from './statements/reported/quoted-remainder.ts'
import { findReported } from './statements/reported.ts'
import { segment } from './text.ts'
import type { Circumstances, Extraction } from './types.ts'

/**
 * Reads a text and says who said what and when, each finding with the spans that prove it.
 * Pure: the same text and circumstances give the same answer, in time linear in the length of the text.
 * Never throws: a text in which nothing is said gives empty lists. A text beyond 300,000 code units is read in
 * slices, each by itself.
 */
export function extract(text: string, circumstances: Circumstances): Extraction {
  return joinExtractions([...extractSlices(text, circumstances)])
}

/**
 * Reads a text slice by slice, for a caller that may stop, or let others work, between two of them. `joinExtractions`
 * puts the slices together.
 */
export function* extractSlices(text: string, circumstances: Circumstances): Generator<ExtractedSlice> {
  for (const slice of slicesOf(text))
    yield { ...slice, found: extractSlice(sliceOf(text, slice), circumstances) }
}

function extractSlice(text: string, circumstances: Circumstances): Extraction {
  const { findings, cast, speakers, dates, said } = readSlice(text, circumstances)
  const confidence = findings.map((finding, index) => confidenceOf(finding, speakers[index]))
  const statements = assemble(findings, { speakers, said, confidence })
  return { statements, dates, people: peopleOf(cast, speakers) }
}

/** All steps but the last, for a text no longer than a slice: `speakers` and `said` run parallel to `findings`. */
export function readSlice(text: string, { published, roster }: Circumstances) {
  const document = segment(text)
  const grammar = analyse(document)
  const quotations = findQuotations(document, grammar)
  const cues = findVerbCues(document, grammar)
  const context = createContext(document, grammar, quotations, cues)
  const merged = mergeFindings(text, findDirect(context), findReported(context))
  const joined = joinFollowOns(context, joinQuotedFollowers(document, merged))
  const findings = withRemainder(context, joined)
  const cast = findPeople(document, grammar, roster)
  const speakers = resolveSpeakers(document, grammar, findings, cast)
  const dates = findDates(document, published)
  const said = dateFindings(document, findings, dates, published)
  return { findings, cast, speakers, dates, said }
}
