import { weekRange } from '../../../core/calendar.ts'
import { isCapital, type Lexeme, type Run } from '../lexemes.ts'
import { alone, firstAfter, impliedAt, lastBefore, type Part, weekendPart } from '../part.ts'
import { fromNarrative, fromPublication, type Match, type Reading } from '../reading.ts'
import { type Unit, unitRange } from '../units.ts'
import { readPart } from './parts.ts'

const is = (lexeme: Lexeme | undefined, ...names: string[]): boolean =>
  lexeme !== undefined && names.includes(lexeme.name)

const dayFromPublication = (offset: number): Reading =>
  fromPublication('day', (day) => unitRange('day', day, offset))

const dayFromNarrative = (offset: number): Reading =>
  fromNarrative('day', (day) => unitRange('day', day, offset))

/** "yesterday", "today", "tonight", "the day before yesterday". */
export function dayWord(run: Run, index: number): Match | null {
  const lexeme = run[index]
  if (lexeme?.kind === 'day-word') {
    if (isInName(lexeme)) return null
    return { end: index + 1, reading: dayFromPublication(lexeme.value) }
  }
  const first = is(lexeme, 'the') ? index + 1 : index
  const day = run[first + 2]
  if (!is(run[first], 'day') || day?.kind !== 'day-word') return null
  const direction = run[first + 1]
  const step = is(direction, 'before') ? -1 : is(direction, 'after') ? 1 : 0
  return step === 0 || day.value !== step ? null : { end: first + 3, reading: dayFromPublication(step * 2) }
}

/** "USA Today": capitalised after a capitalised word. */
const isInName = ({ capital, preceding }: Lexeme): boolean =>
  capital && preceding?.kind === 'word' && isCapital(preceding)

const NIGHTS: ReadonlyMap<string | undefined, Reading> = new Map([
  ['last', dayFromPublication(-1)],
  ['this', dayFromPublication(0)],
  ['that', dayFromNarrative(0)],
  ['same', dayFromNarrative(0)],
  ['next', dayFromNarrative(1)],
  ['following', dayFromNarrative(1)],
  ['previous', dayFromNarrative(-1)],
])

/** "last night", "this morning", "the same evening", "the next morning". */
export function partOfDay(run: Run, index: number): Match | null {
  const first = is(run[index], 'the') ? index + 1 : index
  const relation = is(run[first], 'that') && is(run[first + 1], 'same') ? first + 1 : first
  if (run[relation + 1]?.kind !== 'day-part') return null
  const reading = NIGHTS.get(run[relation]?.name)
  return reading ? { end: relation + 2, reading } : null
}

/** "last Tuesday", "next March", "this past summer", "the following Friday". */
export function relatedPart(run: Run, index: number): Match | null {
  let next = is(run[index], 'the') ? index + 1 : index
  if (is(run[next], 'this', 'that') && is(run[next + 1], 'same', 'past', 'coming', 'last')) next++
  const relation = run[next]?.name
  const found = relation === undefined ? null : readPart(run, next + 1)
  const reading = found && relate(relation ?? '', found.part)
  return reading && { end: found.end, reading }
}

function relate(relation: string, part: Part): Reading | null {
  switch (relation) {
    case 'last':
    case 'past':
      return fromPublication(part.unit, (day) => lastBefore(part, day))
    case 'next':
    case 'coming':
    case 'upcoming':
      return fromPublication(part.unit, (day) => firstAfter(part, day))
    case 'this':
      return fromPublication(part.unit, (day, outlook) =>
        outlook === 'future'
          ? impliedAt(part, day, outlook)
          : (thisOne(part, day) ?? impliedAt(part, day, outlook)),
      )
    case 'that':
    case 'same':
      return fromNarrative(part.unit, (day) => thisOne(part, day), { anchor: part.whole })
    case 'following':
      return fromNarrative(part.unit, (day) => firstAfter(part, day), { anchor: anchorOf(part) })
    case 'previous':
      return fromNarrative(part.unit, (day) => lastBefore(part, day), {
        anchor: anchorOf(part),
        otherwise: fromPublication(part.unit, (day) => lastBefore(part, day)),
      })
    default:
      return null
  }
}

const anchorOf = ({ whole }: Part): Unit => (whole === 'week' ? 'day' : 'month')

function thisOne(part: Part, day: string) {
  const whole = unitRange(part.whole, day)
  return whole && part.within(whole.earliest)
}

/** "the weekend". */
export function weekend(run: Run, index: number): Match | null {
  const unit = run[index + 1]
  if (!is(run[index], 'the') || unit?.name !== 'weekend' || unit.value !== 1) return null
  return { end: index + 2, reading: alone(weekendPart) }
}

/** "the week of March 5". */
export function weekOf(run: Run, index: number): Match | null {
  const first = is(run[index], 'the') ? index + 1 : index
  if (!is(run[first], 'week') || !is(run[first + 1], 'of')) return null
  const found = readPart(run, first + 2)
  if (found?.part.unit !== 'day' || found.part.whole !== 'year') return null
  const { part } = found
  const toWeek = (range: { earliest: string } | null) => range && weekRange(range.earliest)
  return {
    end: found.end,
    reading: fromPublication('week', (day, outlook) => toWeek(impliedAt(part, day, outlook))),
  }
}
