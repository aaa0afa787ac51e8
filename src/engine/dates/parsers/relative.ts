import { weekRange } from '../../../core/calendar.ts'
import {
  type CalendarPart,
  firstAfter,
  impliedAt,
  impliedPart,
  lastBefore,
  weekendPart,
} from '../expressions/calendar-part.ts'
import {
  type DateMatch,
  type DateReading,
  relativeToNarrative,
  relativeToPublication,
} from '../expressions/date-reading.ts'
import { type DateRun, isCapital, isNamed, type Lexeme } from '../expressions/lexemes.ts'
import { type CalendarUnit, unitRange } from '../expressions/units.ts'
import { readPart } from './calendar-parts.ts'

const dayFromPublication = (offset: number): DateReading =>
  relativeToPublication('day', (day) => unitRange('day', day, offset))

const dayFromNarrative = (offset: number): DateReading =>
  relativeToNarrative('day', (day) => unitRange('day', day, offset))

/** Reads "yesterday", "today", "tonight", "the day before yesterday". */
export function dayWord(run: DateRun, index: number): DateMatch | null {
  const lexeme = run[index]
  if (lexeme?.kind === 'day-word') {
    if (isInName(lexeme)) return null
    const week = isNamed(run[index + 1], 'week') && run[index + 1]?.value === 1
    if (week)
      return {
        end: index + 2,
        reading: dayFromPublication(lexeme.value < 0 ? lexeme.value - 7 : lexeme.value + 7),
      }
    return { end: index + 1, reading: dayFromPublication(lexeme.value) }
  }
  const first = isNamed(lexeme, 'the') ? index + 1 : index
  const day = run[first + 2]
  if (!isNamed(run[first], 'day') || day?.kind !== 'day-word') return null
  const direction = run[first + 1]
  const step = isNamed(direction, 'before') ? -1 : isNamed(direction, 'after') ? 1 : 0
  return step === 0 || day.value !== step ? null : { end: first + 3, reading: dayFromPublication(step * 2) }
}

/** Returns true for a capitalized word after a capitalized word. Example: "USA Today". */
const isInName = ({ capital, preceding }: Lexeme): boolean =>
  capital && preceding?.kind === 'word' && isCapital(preceding)

const NIGHTS: ReadonlyMap<string | undefined, DateReading> = new Map([
  ['last', dayFromPublication(-1)],
  ['this', dayFromPublication(0)],
  ['that', dayFromNarrative(0)],
  ['same', dayFromNarrative(0)],
  ['next', dayFromNarrative(1)],
  ['following', dayFromNarrative(1)],
  ['previous', dayFromNarrative(-1)],
])

/** Reads "last night", "this morning", "the same evening", "the next morning". */
export function partOfDay(run: DateRun, index: number): DateMatch | null {
  const first = isNamed(run[index], 'the') ? index + 1 : index
  const relation = isNamed(run[first], 'that') && isNamed(run[first + 1], 'same') ? first + 1 : first
  if (run[relation + 1]?.kind !== 'day-part') return null
  const reading = NIGHTS.get(run[relation]?.name)
  return reading ? { end: relation + 2, reading } : null
}

/** Reads "last Tuesday", "next March", "this past summer", "the following Friday". */
export function relatedPart(run: DateRun, index: number): DateMatch | null {
  let next = isNamed(run[index], 'the') ? index + 1 : index
  if (isNamed(run[next], 'this', 'that') && isNamed(run[next + 1], 'same', 'past', 'coming', 'last')) next++
  const relation = run[next]?.name
  const found = relation === undefined ? null : readPart(run, next + 1)
  const reading = found && relate(relation ?? '', found.part)
  return reading && { end: found.end, reading }
}

function relate(relation: string, part: CalendarPart): DateReading | null {
  switch (relation) {
    case 'last':
    case 'past':
      return relativeToPublication(part.unit, (day) => lastBefore(part, day))
    case 'next':
    case 'coming':
    case 'upcoming':
      return relativeToPublication(part.unit, (day) => firstAfter(part, day))
    case 'this':
      return relativeToPublication(part.unit, (day, outlook) =>
        outlook === 'future'
          ? impliedAt(part, day, outlook)
          : (partOfSameUnit(part, day) ?? impliedAt(part, day, outlook)),
      )
    case 'that':
    case 'same':
      return relativeToNarrative(part.unit, (day) => partOfSameUnit(part, day), { anchor: part.whole })
    case 'following':
      return relativeToNarrative(part.unit, (day) => firstAfter(part, day), { anchor: anchorOf(part) })
    case 'previous':
      return relativeToNarrative(part.unit, (day) => lastBefore(part, day), {
        anchor: anchorOf(part),
        fallback: relativeToPublication(part.unit, (day) => lastBefore(part, day)),
      })
    default:
      return null
  }
}

const anchorOf = ({ whole }: CalendarPart): CalendarUnit => (whole === 'week' ? 'day' : 'month')

function partOfSameUnit(part: CalendarPart, day: string) {
  const whole = unitRange(part.whole, day)
  return whole && part.within(whole.earliest)
}

/** Reads "the weekend". */
export function weekend(run: DateRun, index: number): DateMatch | null {
  const unit = run[index + 1]
  if (!isNamed(run[index], 'the') || unit?.name !== 'weekend' || unit.value !== 1) return null
  return { end: index + 2, reading: impliedPart(weekendPart) }
}

/** Reads "the week of March 5". */
export function weekOf(run: DateRun, index: number): DateMatch | null {
  const first = isNamed(run[index], 'the') ? index + 1 : index
  if (!isNamed(run[first], 'week') || !isNamed(run[first + 1], 'of')) return null
  const found = readPart(run, first + 2)
  if (found?.part.unit !== 'day' || found.part.whole !== 'year') return null
  const { part } = found
  const toWeek = (range: { earliest: string } | null) => range && weekRange(range.earliest)
  return {
    end: found.end,
    reading: relativeToPublication('week', (day, outlook) => toWeek(impliedAt(part, day, outlook))),
  }
}
