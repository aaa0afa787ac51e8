import type { Day, DayRange } from '../../core/calendar.ts'
import { type Bounds, type Edtf, edtfOf } from '../../core/edtf.ts'
import type { DateExpression, Document } from '../types.ts'
import { findRuns, type Run } from './lexemes.ts'
import { outlookAt } from './outlook.ts'
import { PARSERS } from './parsers.ts'
import type { Match, Outlook, Reading } from './reading.ts'
import { recall, remember, type Timeline } from './timeline.ts'

/**
 * The date expressions of a document that name a stretch of the calendar, in order, none inside another.
 * Expressions relative to publication are reckoned from every day it may have been published on: where that is
 * an interval, so are they. With no publication date at all they have open bounds.
 */
export function findDates(document: Document, published: Edtf | null): DateExpression[] {
  const found: DateExpression[] = []
  let timeline: Timeline = []
  for (const run of findRuns(document)) {
    for (let index = 0; index < run.length; ) {
      const read = readAt(run, index)
      if (!read) {
        index++
        continue
      }
      const { match, rule } = read
      const dated = resolve(document, run, index, match, timeline, published)
      if (dated) {
        const span = { start: run[index]!.start, end: run[match.end - 1]!.end }
        found.push({ ...span, ...edtfOf(dated.earliest, dated.latest), basis: dated.basis, rule })
        timeline = remember(timeline, match.reading, dated)
      }
      index = match.end
    }
  }
  return found
}

const PHASES: ReadonlySet<string> = new Set(
  'early late mid middle beginning end start earlier later sometime'.split(' '),
)

function readAt(run: Run, index: number): { match: Match; rule: string } | null {
  for (const { name, read } of PARSERS) {
    const match = read(run, index)
    if (match) return { match: withPartOfDay(run, match), rule: name }
  }
  const next = afterPhase(run, index)
  return next > index && next < run.length ? readAt(run, next) : null
}

/** The index after "early", "the end of", "later in"; the index itself where there is no such word. */
function afterPhase(run: Run, index: number): number {
  const word = run[index]!.name === 'the' ? index + 1 : index
  if (!PHASES.has(run[word]?.name ?? '')) return index
  return run[word + 1]?.name === 'of' || run[word + 1]?.name === 'in' ? word + 2 : word + 1
}

const withPartOfDay = (run: Run, match: Match): Match =>
  match.reading.unit === 'day' && run[match.end]?.kind === 'day-part'
    ? { ...match, end: match.end + 1 }
    : match

interface Dated extends Bounds {
  readonly basis: DateExpression['basis']
}

function resolve(
  document: Document,
  run: Run,
  index: number,
  match: Match,
  timeline: Timeline,
  published: Edtf | null,
): Dated | null {
  const { reading } = match
  const first = run[index]!.token
  const last = run[match.end - 1]!.token + 1
  const sentence = document.sentences[document.tokens[first]!.sentence]!
  const outlook = (): Outlook => outlookAt(document, sentence, first, last)
  return resolveReading(reading, outlook, timeline, published)
}

function resolveReading(
  reading: Reading,
  outlook: () => Outlook,
  timeline: Timeline,
  published: Edtf | null,
): Dated | null {
  if (reading.leansOn === 'nothing') return spread(reading, ANY_DAY, 'unknown', 'stated')
  if (reading.leansOn === 'publication') {
    if (!published) return { earliest: null, latest: null, basis: 'relative-to-publication' }
    return spread(reading, published, outlook(), 'relative-to-publication')
  }
  const anchor = recall(timeline, reading.unit)
  if (anchor) return spread(reading, anchor, outlook(), 'relative-to-narrative')
  return reading.otherwise ? resolveReading(reading.otherwise, outlook, timeline, published) : null
}

const ANY_DAY: Bounds = { earliest: '2000-01-01', latest: '2000-01-01' }

/** The days meant, seen from the first and from the last day of reference. */
function spread(reading: Reading, from: Bounds, outlook: Outlook, basis: Dated['basis']): Dated | null {
  const first = at(reading, from.earliest, outlook)
  const last = from.latest === from.earliest ? first : at(reading, from.latest, outlook)
  if (first === undefined || last === undefined) return null
  return { earliest: first?.earliest ?? null, latest: last?.latest ?? null, basis }
}

/** Null for an unknown day of reference, undefined where the calendar has no such days. */
function at(reading: Reading, day: Day | null, outlook: Outlook): DayRange | null | undefined {
  return day === null ? null : (reading.at(day, outlook) ?? undefined)
}
