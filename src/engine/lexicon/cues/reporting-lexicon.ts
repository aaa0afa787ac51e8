/** Look-ups in the lexicon of reporting verbs: by inflected form, with the frames each verb takes. */
import { basesOf } from '../grammar/inflect.ts'
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

/** The lines of the list by the first word of their verb. A line is parsed when the verb is looked up. */
const LINES_BY_HEAD: ReadonlyMap<string, readonly string[]> = indexByHead(REPORTING_VERBS)

const isHead = (base: string): boolean => LINES_BY_HEAD.has(base)

/** The verbs by form, as far as they were looked up. It holds only forms of listed verbs, so it stays small. */
const verbsByForm = new Map<string, readonly ReportingVerb[]>()

/**
 * Returns the reporting verbs that have a lower-case word as a form; undefined if there are none. Verbs with particles
 * come first, so the first verb with all its particles in the text is the right verb.
 */
export function reportingVerbsOf(lower: string): readonly ReportingVerb[] | undefined {
  const known = verbsByForm.get(lower)
  if (known) return known
  const bases = basesOf(lower, isHead)
  if (bases.length === 0) return undefined
  const lines = bases.flatMap((base) => LINES_BY_HEAD.get(base) ?? [])
  if (bases.length > 1) lines.sort((a, b) => placeOf(a) - placeOf(b))
  const verbs = lines.map(verbOf).sort((a, b) => b.particles.length - a.particles.length)
  verbsByForm.set(lower, verbs)
  return verbs
}

/** Returns the rate in tenths at which a verb reports speech in a frame; 0 if it does not take the frame. */
export const rateOf = (verb: ReportingVerb, frame: Frame): number => verb.frames.get(frame) ?? 0

/**
 * Returns the rate, in tenths, at which a word stands beside a quotation as its verb: 9 for "said", 3 for "smiled", 0
 * if it is no reporting verb. Takes the lower-case word and the word after it, because some verbs have a particle
 * ("went on").
 */
export function quoteStrength(lower: string, next = ''): number {
  const verb = reportingVerbsOf(lower)?.find(
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

function indexByHead(lexicon: string): ReadonlyMap<string, readonly string[]> {
  const byHead = new Map<string, string[]>()
  for (const line of lexicon.split('\n')) {
    if (line === '') continue
    const head = line.slice(0, line.indexOf(' '))
    const known = byHead.get(head)
    if (known) known.push(line)
    else byHead.set(head, [line])
  }
  return byHead
}

const verbs = new Map<string, ReportingVerb>()

/** Returns the verb of a line. The same line gives the same object. */
function verbOf(line: string): ReportingVerb {
  const known = verbs.get(line)
  if (known) return known
  const verb = parseLine(line)
  verbs.set(line, verb)
  return verb
}

/** Returns the place of a line in the list. */
const placeOf = (line: string): number => REPORTING_VERBS.indexOf(`\n${line}\n`)
