/** Look-ups in the lexicon of reporting verbs: by inflected form, with the frames each verb takes. */
import { inflectionsOf } from '../grammar/inflect.ts'
import { REPORTING_VERBS } from './reporting-verbs.ts'

/** The frames that the lexicon knows; `reporting-verbs.ts` says what each means. */
const FRAMES = [
  'quote',
  'that',
  'zero',
  'whether',
  'infinitive',
  'order',
  'object',
  'of',
  'about',
  'for',
  'on',
  'against',
  'to',
  'as',
  'at',
  'out',
  'from',
  'hearer',
  'survey',
] as const
export type Frame = (typeof FRAMES)[number]

/**
 * A reporting verb: its dictionary form and its frames. The number of a frame tells how many of ten uses report speech.
 */
export interface ReportingVerb {
  readonly lemma: string
  /** The particles without which the verb does not report: `['out']` for "point out", empty for "say". */
  readonly particles: readonly string[]
  readonly frames: ReadonlyMap<Frame, number>
}

const VERBS_BY_FORM = indexByForm(parseReportingVerbs(REPORTING_VERBS))

/**
 * Returns the reporting verbs that have a lower-case word as a form; undefined if there are none. Verbs with particles
 * come first, so the first verb with all its particles in the text is the right verb.
 */
export const reportingVerbsOf = (lower: string): readonly ReportingVerb[] | undefined =>
  VERBS_BY_FORM.get(lower)

/** Returns the rate in tenths at which a verb reports speech in a frame; 0 if it does not take the frame. */
export const rateOf = (verb: ReportingVerb, frame: Frame): number => verb.frames.get(frame) ?? 0

/**
 * Returns the rate, in tenths, at which a word stands beside a quotation as its verb: 9 for "said", 3 for "smiled", 0
 * if it is no reporting verb. Takes the lower-case word and the word after it, because some verbs have a particle
 * ("went on").
 */
export function quoteStrength(lower: string, next = ''): number {
  const verb = VERBS_BY_FORM.get(lower)?.find(
    ({ particles }) => particles.length === 0 || particles[0] === next,
  )
  return verb ? rateOf(verb, 'quote') : 0
}

/**
 * Parses a lexicon in the format of `reporting-verbs.ts`: one verb a line, its words and then its frames with rates.
 * @throws Error if a line has no verb or no frame; has a frame that is unknown or given twice; has a rate that is not a
 * digit from 0 to 9; has a word after a frame; or has the verb of an earlier line. The message names the line.
 */
export function parseReportingVerbs(lexicon: string): ReportingVerb[] {
  const verbs = new Map<string, ReportingVerb>()
  for (const line of lexicon.split('\n')) {
    if (line === '') continue
    const verb = parseLine(line)
    if (verbs.has(verb.lemma))
      throw lineError(line, `"${verb.lemma}" has a line already. Merge the two lines.`)
    verbs.set(verb.lemma, verb)
  }
  return [...verbs.values()]
}

function parseLine(line: string): ReportingVerb {
  const words: string[] = []
  const frames = new Map<Frame, number>()
  for (const part of line.split(' ')) {
    const colon = part.indexOf(':')
    if (colon >= 0) {
      const frame = parseFrame(line, part.slice(0, colon))
      if (frames.has(frame)) throw lineError(line, `The frame "${frame}" is given twice.`)
      frames.set(frame, parseRate(line, part.slice(colon + 1)))
    } else if (part === '' || frames.size > 0) {
      throw lineError(line, 'Write the verb, then frames such as "that:9", separated by single spaces.')
    } else words.push(part)
  }
  if (words.length === 0 || frames.size === 0) throw lineError(line, 'A line needs a verb and a frame.')
  return { lemma: words.join(' '), particles: words.slice(1), frames }
}

function parseFrame(line: string, name: string): Frame {
  const frame = FRAMES.find((known) => known === name)
  if (frame === undefined) throw lineError(line, `"${name}" is no frame. Use one of ${FRAMES.join(', ')}.`)
  return frame
}

function parseRate(line: string, rate: string): number {
  if (!/^\d$/.test(rate)) throw lineError(line, `"${rate}" is no rate. Use a digit from 0 to 9.`)
  return Number(rate)
}

function lineError(line: string, problem: string): Error {
  return new Error(`Reporting verbs, line "${line}": ${problem}`)
}

function indexByForm(verbs: readonly ReportingVerb[]): ReadonlyMap<string, readonly ReportingVerb[]> {
  const byForm = new Map<string, ReportingVerb[]>()
  for (const verb of verbs) {
    const head = verb.lemma.split(' ')[0] ?? verb.lemma
    for (const [written] of inflectionsOf(head)) {
      const known = byForm.get(written)
      if (!known) byForm.set(written, [verb])
      else if (!known.includes(verb)) known.push(verb)
    }
  }
  for (const readings of byForm.values()) readings.sort((a, b) => b.particles.length - a.particles.length)
  return byForm
}
