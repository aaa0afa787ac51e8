/** Look-ups in the lexicon of reporting verbs: by inflected form, with the frames each verb takes. */
import { inflectionsOf } from '../grammar/inflect.ts'
import { REPORTING_VERBS } from './reporting-verbs.ts'

export type Frame =
  | 'quote'
  | 'that'
  | 'zero'
  | 'whether'
  | 'infinitive'
  | 'order'
  | 'object'
  | 'of'
  | 'about'
  | 'for'
  | 'on'
  | 'against'
  | 'to'
  | 'as'
  | 'at'
  | 'out'
  | 'from'
  | 'hearer'
  | 'survey'

/** A reporting verb: its dictionary form and, for each frame it takes, how often in ten uses it reports speech. */
export interface ReportingVerb {
  readonly lemma: string
  /** The particles that make it report: `['out']` for "point out", empty for "say". */
  readonly particles: readonly string[]
  readonly frames: ReadonlyMap<Frame, number>
}

export interface VerbReading {
  /** Readings with particles first, longest first: the first whose particles follow is the right one. */
  readonly verbs: readonly ReportingVerb[]
}

const BY_FORM: ReadonlyMap<string, VerbReading> = readLexicon(REPORTING_VERBS)

/** What a word may be as a reporting verb, by its lower-case form; undefined where it is none. */
export const verbReading = (lower: string): VerbReading | undefined => BY_FORM.get(lower)

/** The rate in tenths at which the verb reports speech in a frame: 0 where it does not take the frame. */
export const rateOf = (verb: ReportingVerb, frame: Frame): number => verb.frames.get(frame) ?? 0

/**
 * How readily a word stands beside a quotation as its verb: 9 for "said", 3 for "smiled", 0 for no reporting verb.
 * Takes the lower-case form of the word alone and of the word after it, for verbs with a particle ("went on").
 */
export function quoteStrength(lower: string, next = ''): number {
  const reading = BY_FORM.get(lower)
  if (!reading) return 0
  const verb = reading.verbs.find(({ particles }) => particles.length === 0 || particles[0] === next)
  return verb ? rateOf(verb, 'quote') : 0
}

function readLexicon(lexicon: string): ReadonlyMap<string, VerbReading> {
  const byForm = new Map<string, { verbs: ReportingVerb[] }>()
  for (const line of lexicon.split('\n')) {
    if (line === '') continue
    const verb = readLine(line)
    const head = verb.lemma.split(' ')[0] ?? verb.lemma
    for (const [written] of inflectionsOf(head)) {
      const reading = byForm.get(written)
      if (!reading) byForm.set(written, { verbs: [verb] })
      else if (!reading.verbs.includes(verb)) reading.verbs.push(verb)
    }
  }
  for (const { verbs } of byForm.values()) verbs.sort((a, b) => b.particles.length - a.particles.length)
  return byForm
}

function readLine(line: string): ReportingVerb {
  const words: string[] = []
  const frames = new Map<Frame, number>()
  for (const part of line.split(' ')) {
    const [name, rate] = part.split(':')
    if (rate === undefined) words.push(part)
    else frames.set(name as Frame, Number(rate))
  }
  return { lemma: words.join(' '), particles: words.slice(1), frames }
}
