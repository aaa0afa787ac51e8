import type { Day, DayRange } from '../../core/calendar.ts'
import type { Bounds } from '../../core/edtf.ts'
import type { DateReading, Outlook } from './expressions/date-reading.ts'
import { type Landmark, recall, type Timeline, yearOfStory } from './timeline.ts'

/** The publication date, the dates named before an expression, and the outlook of its sentence. */
export interface Surroundings {
  readonly timeline: Timeline
  readonly published: Bounds | null
  readonly paragraph: number
  /** Returns the outlook; called only if it matters. */
  readonly outlook: () => Outlook
}

type Resolved = Omit<Landmark, 'paragraph' | 'unit'>

/** Returns the days that an expression means in its place; null if it refers to a date that the text does not give. */
export function resolveDate(reading: DateReading, surroundings: Surroundings): Resolved | null {
  const { timeline, published, paragraph, outlook } = surroundings
  if (reading.relativeTo === 'nothing') return resolveBounds(reading, ANY_DAY, 'unknown', 'stated')
  if (reading.relativeTo === 'publication') {
    const year = reading.inYear ? yearOfStory(timeline, published, paragraph) : null
    const told = year === null ? null : reading.inYear?.(year)
    if (told) return { ...told, basis: 'relative-to-narrative' }
    if (!published) return { earliest: null, latest: null, basis: 'relative-to-publication' }
    return resolveBounds(reading, published, outlook(), 'relative-to-publication')
  }
  const anchor = recall(timeline, reading.anchor ?? reading.unit)
  if (anchor) return resolveBounds(reading, anchor, outlook(), 'relative-to-narrative')
  return reading.fallback ? resolveDate(reading.fallback, surroundings) : null
}

/** A reading that is relative to nothing gives the same days for any reference. */
const ANY_DAY: Bounds = { earliest: '2000-01-01', latest: '2000-01-01' }

/** Returns the days that an expression means for the first and for the last possible reference day. */
function resolveBounds(
  reading: DateReading,
  from: Bounds,
  outlook: Outlook,
  basis: Resolved['basis'],
): Resolved | null {
  const first = daysFrom(reading, from.earliest, outlook)
  const last = from.latest === from.earliest ? first : daysFrom(reading, from.latest, outlook)
  if (first === undefined || last === undefined) return null
  const earliest = first?.earliest ?? null
  const latest = last?.latest ?? null
  return earliest !== null && latest !== null && earliest > latest ? null : { earliest, latest, basis }
}

/** Returns null for an unknown reference day, and undefined if the calendar has no such days. */
function daysFrom(reading: DateReading, day: Day | null, outlook: Outlook): DayRange | null | undefined {
  return day === null ? null : (reading.at(day, outlook) ?? undefined)
}
