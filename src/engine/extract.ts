import { sliceOf } from '../core/span.ts'
import { findVerbCues } from './cues/verb-cues.ts'
import { dateFindings } from './dates/date-findings.ts'
import { findDates } from './dates/find-dates.ts'
import { assemble } from './findings/assemble.ts'
import { confidenceOf } from './findings/confidence.ts'
import { findDirect } from './findings/direct/find-direct.ts'
import { joinFollowOns } from './findings/follow-on.ts'
import { joinQuotedFollowers } from './findings/join-quotations.ts'
import { mergeFindings } from './findings/merge.ts'
import { addQuotedRemainder } from './findings/remainder/quoted-remainder.ts'
import { findReported } from './findings/reported/find-reported.ts'
import { analyze } from './grammar/analyze.ts'
import { findPeople } from './people/find-people.ts'
import { peopleOf } from './people/list-people.ts'
import { findQuotations } from './quotations/find-quotations.ts'
import { createContext } from './reader/context.ts'
import { type ExtractedSlice, joinExtractions, slicesOf } from './slices.ts'
import { speakerConfidenceOf } from './speakers/confidence/speaker-confidence.ts'
import { resolveSpeakers } from './speakers/resolve-speakers.ts'
import { segment } from './text/segment.ts'
import type { Circumstances, Extraction } from './types/extraction.ts'
import type { Finding } from './types/finding.ts'

/**
 * Extracts who said what and when from a text. Each finding has the spans that prove it. Pure: the same text and
 * circumstances give the same answer, in time linear in the length of the text. Never throws: a text without statements
 * gives empty lists. A text of more than 300,000 UTF-16 code units is read in slices. Each slice is read independently
 * of the others.
 */
export function extract(text: string, circumstances: Circumstances = {}): Extraction {
  return joinExtractions([...extractSlices(text, circumstances)])
}

/**
 * Extracts from a text slice by slice, for a caller that stops or lets other work run between two slices.
 * `joinExtractions` joins the slices.
 */
export function* extractSlices(text: string, circumstances: Circumstances = {}): Generator<ExtractedSlice> {
  for (const slice of slicesOf(text))
    yield { start: slice.start, end: slice.end, found: extractSlice(sliceOf(text, slice), circumstances) }
}

function extractSlice(text: string, circumstances: Circumstances): Extraction {
  const { findings, cast, speakers, dates, said } = readSlice(text, circumstances)
  const confidence = findings.map((finding, index) => confidenceOf(finding, speakers[index]))
  const speakerConfidence = speakers.map(speakerConfidenceOf)
  const statements = assemble(findings, { speakers, said, confidence, speakerConfidence })
  return { statements, dates, people: peopleOf(cast, speakers) }
}

/** Returns the findings, each with the report inside it as the next finding. */
const withInner = (findings: readonly Finding[]): Finding[] =>
  findings.flatMap((finding) => (finding.inner ? [finding, finding.inner] : [finding]))

/** Runs all steps except the last on a text of one slice. `speakers` and `said` are parallel to `findings`. */
export function readSlice(text: string, { published = null, knownPeople = [] }: Circumstances) {
  const document = segment(text)
  const grammar = analyze(document)
  const quotations = findQuotations(document, grammar)
  const cues = findVerbCues(document, grammar)
  const context = createContext(document, grammar, quotations, cues)
  const merged = mergeFindings(text, findDirect(context), findReported(context))
  const joined = joinFollowOns(context, joinQuotedFollowers(document, merged))
  const findings = withInner(addQuotedRemainder(context, joined))
  const cast = findPeople(context, knownPeople)
  const speakers = resolveSpeakers(context, findings, cast)
  const dates = findDates(document, published)
  const names = speakers.map(({ name, organization, attribution }) =>
    attribution === 'organization' ? organization : name,
  )
  const said = dateFindings(document, findings, dates, published, names)
  return { findings, cast, speakers, dates, said }
}
