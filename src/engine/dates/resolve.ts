import type { Day, DayRange } from '../../core/calendar.ts'
import type { Bounds } from '../../core/edtf.ts'
import type { DateReading, Outlook } from './expressions/date-reading.ts'
import { type Landmark, recall, type Timeline, yearOfStory } from './timeline.ts'

/** What surrounds an expression. */
export interface Surroundings {
  readonly timeline: Timeline
  readonly published: Bounds | null
  readonly paragraph: number
  /** Asked for only where it matters. */
  readonly outlook: () => Outlook
}

type Resolved = Omit<Landmark, 'paragraph' | 'unit'>

/** The days an expression means where it stands; null where it leans on a date that the text does not give. */
export function resolveDate(reading: DateReading, surroundings: Surroundings): Resolved | null {
  const { timeline, published, paragraph, outlook } = surroundings
  if (reading.relativeTo === 'nothing') return spread(reading, ANY_DAY, 'unknown', 'stated')
  if (reading.relativeTo === 'publication') {
    const year = reading.inYear ? yearOfStory(timeline, published, paragraph) : null
    const told = year === null ? null : reading.inYear?.(year)
    if (told) return { ...told, basis: 'relative-to-narrative' }
    if (!published) return { earliest: null, latest: null, basis: 'relative-to-publication' }
    return spread(reading, published, outlook(), 'relative-to-publication')
  }
  const anchor = recall(timeline, reading.anchor ?? reading.unit)
  if (anchor) return spread(reading, anchor, outlook(), 'relative-to-narrative')
  return reading.fallback ? resolveDate(reading.fallback, surroundings) : null
}

/** A reading that leans on nothing gives the same days for any day. */
const ANY_DAY: Bounds = { earliest: '2000-01-01', latest: '2000-01-01' }

/** The days meant, seen from the first and from the last day of reference. */
function spread(
  reading: DateReading,
  from: Bounds,
  outlook: Outlook,
  basis: Resolved['basis'],
): Resolved | null {
  const first = at(reading, from.earliest, outlook)
  const last = from.latest === from.earliest ? first : at(reading, from.latest, outlook)
  if (first === undefined || last === undefined) return null
  const earliest = first?.earliest ?? null
  const latest = last?.latest ?? null
  return earliest !== null && latest !== null && earliest > latest ? null : { earliest, latest, basis }
}

/** Null for an unknown day of reference, undefined where the calendar has no such days. */
function at(reading: DateReading, day: Day | null, outlook: Outlook): DayRange | null | undefined {
  return day === null ? null : (reading.at(day, outlook) ?? undefined)
}
