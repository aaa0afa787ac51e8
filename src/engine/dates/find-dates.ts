import { civilOf } from '../../core/calendar.ts'
import { type Edtf, edtfOf } from '../../core/edtf.ts'
import type { Document } from '../types/document.ts'
import type { DateExpression } from '../types/extraction.ts'
import { isPartOfName } from './date-names.ts'
import { datelineDay } from './dateline-day.ts'
import type { DateMatch, DateReading } from './expressions/date-reading.ts'
import { type DateRun, findDateRuns } from './expressions/lexemes.ts'
import { outlookAt } from './outlook.ts'
import { parsersFrom } from './parsers/date-parsers.ts'
import { resolveDate } from './resolve.ts'
import { type Landmark, remember, type Timeline } from './timeline.ts'

/**
 * Finds the date expressions of a document in text order, none inside another. An expression relative to publication
 * gets its bounds from the publication date: an interval gives an interval, and an unknown date gives open bounds. The
 * date of a dateline takes the place of the publication date.
 */
export function findDates(document: Document, published: Edtf | null): DateExpression[] {
  const found: DateExpression[] = []
  let timeline: Timeline = null
  let reference = published
  let isPrinted = false
  const runs = [...findDateRuns(document)]
  const dayFirst = printsDayFirst(runs)
  for (const run of runs) {
    for (let expression = readFrom(run, 0); expression; ) {
      const next = readFrom(run, expression.end)
      const reading =
        next && isPaired(run, expression, next)
          ? shareYear(expression, next)
          : (dayFirst && expression.dayFirst) || expression.reading
      const landmark = locate(document, run, expression, reading, timeline, reference)
      if (landmark) {
        const printed =
          !isPrinted && expression.rule !== 'weekday'
            ? datelineDay(document, tokensOf(run, expression), landmark, published)
            : undefined
        if (printed) {
          reference = printed
          isPrinted = true
        }
        found.push(toDateExpression(run, expression, landmark))
        timeline = remember(timeline, reading, landmark)
      }
      expression = next
    }
  }
  return found
}

/** Returns true if a date between slashes ("13/3/2024") shows that the text prints the day first, and none shows the month. */
function printsDayFirst(runs: readonly DateRun[]): boolean {
  let isShown = false
  for (const run of runs)
    for (const { kind, name } of run) {
      if (kind !== 'numeric-date' || !name.includes('/')) continue
      const [first = 0, second = 0] = name.split('/').map(Number)
      if (second > MONTHS) return false
      isShown ||= first > MONTHS && first <= DAYS
    }
  return isShown
}

const tokensOf = (run: DateRun, { index, end }: Expression): { first: number; last: number } => ({
  first: run[index]!.token,
  last: run[end - 1]!.token + 1,
})

const MONTHS = 12
const DAYS = 31

function toDateExpression(
  run: DateRun,
  { index, end, rule }: Expression,
  landmark: Landmark,
): DateExpression {
  const { edtf, earliest, latest, precision } = edtfOf(landmark.earliest, landmark.latest)
  const start = run[index]!.start
  return { start, end: run[end - 1]!.end, edtf, earliest, latest, precision, basis: landmark.basis, rule }
}

interface Expression {
  readonly index: number
  readonly end: number
  readonly reading: DateReading
  readonly dayFirst: DateReading | undefined
  readonly rule: string
}

/** Returns the first expression of a run that begins at or after a lexeme; null if there is none. */
function readFrom(run: DateRun, from: number): Expression | null {
  for (let index = from; index < run.length; index++) {
    const expression = readAt(run, index, index) ?? readAt(run, afterPhase(run, index), index)
    if (expression) return expression
  }
  return null
}

function readAt(run: DateRun, index: number, start: number): Expression | null {
  if (index >= run.length) return null
  for (const { name, read } of parsersFrom(run[index]!.kind)) {
    const match = read(run, index)
    if (!match) continue
    // A spread of readings of several shapes would give each expression a hidden class of its own.
    const { reading, dayFirst } = match
    return { reading, dayFirst, index: start, end: endOfDay(run, match), rule: name }
  }
  return null
}

const PHASES: ReadonlySet<string> = new Set(
  'early late mid middle beginning end start earlier later sometime'.split(' '),
)

/** Returns the index after "early", "the end of", "later in"; the end of the run if there is no such word. */
function afterPhase(run: DateRun, index: number): number {
  const word = run[index]!.name === 'the' ? index + 1 : index
  if (!PHASES.has(run[word]?.name ?? '')) return run.length
  return run[word + 1]?.name === 'of' || run[word + 1]?.name === 'in' ? word + 2 : word + 1
}

/** Includes the part of the day after a day: "Friday night". */
const endOfDay = (run: DateRun, { end, reading }: DateMatch): number =>
  reading.unit === 'day' && run[end]?.kind === 'day-part' ? end + 1 : end

const PAIRING: ReadonlySet<string> = new Set(['to', 'and', 'or', 'through', 'until', 'till', '-', '–', '—'])

/** Returns true for "March" and "May 2019" in "from March to May 2019". */
const isPaired = (run: DateRun, before: Expression, after: Expression): boolean =>
  before.reading.inYear !== undefined &&
  after.reading.relativeTo === 'nothing' &&
  after.index === before.end + 1 &&
  PAIRING.has(run[before.end]!.name)

/** Gives the first of two paired expressions the year that is printed with the second. */
function shareYear({ reading }: Expression, after: Expression): DateReading {
  const later = after.reading.at('2000-01-01', 'unknown')
  const { inYear } = reading
  if (!later || !inYear) return reading
  const { year } = civilOf(later.latest)
  const same = inYear(year)
  const range = same && same.earliest > later.latest ? inYear(year - 1) : same
  return range ? { relativeTo: 'nothing', unit: reading.unit, at: () => range } : reading
}

function locate(
  document: Document,
  run: DateRun,
  { index, end }: Expression,
  reading: DateReading,
  timeline: Timeline,
  published: Edtf | null,
): Landmark | null {
  const first = run[index]!.token
  const last = run[end - 1]!.token + 1
  const sentence = document.sentences[document.tokens[first]!.sentence]!
  if (isPartOfName(document.tokens, sentence, first, last)) return null
  const { paragraph } = sentence
  const outlook = () => outlookAt(document, sentence, first, last)
  const resolved = resolveDate(reading, { timeline, published, paragraph, outlook })
  return (
    resolved && {
      earliest: resolved.earliest,
      latest: resolved.latest,
      basis: resolved.basis,
      unit: reading.unit,
      paragraph,
    }
  )
}
