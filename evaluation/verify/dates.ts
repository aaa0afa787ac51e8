import { parseEdtf } from '../../src/core/edtf.ts'
import { periodAgrees } from '../../src/features/verification/period.ts'
import type { Failure, Verifier } from './measure.ts'
import type { Random } from './random.ts'
import type { MadeRecord } from './text/statements.ts'
import { textOf } from './text/token.ts'

/** The results for quotations that are untouched, with a claim of when they were said. */
export interface DateTally {
  readonly kind: string
  tried: number
  readonly verdicts: Record<string, number>
  matched: number
  /** With the answer that the date differs. */
  differs: number
}

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2015, 0, 1)
const DAYS = 4_000
const LONGEST_SHIFT = 500

/** How precisely a date is on record. Most articles give the day. */
const RECORDED = ['day', 'day', 'day', 'month', 'span'] as const
/** The ways in which a text claims when words were said. */
const CLAIMS = ['day', 'month', 'year', 'span', 'from', 'until'] as const
type Claim = (typeof CLAIMS)[number]

const dayText = (ordinal: number): string =>
  new Date(FIRST_DAY + ordinal * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length)
const ordinalOf = (day: string): number => (Date.parse(day) - FIRST_DAY) / DAY_MS

/** Writes a date that contains a day. */
function dateAt(ordinal: number, form: (typeof RECORDED)[number] | Claim, random: Random): string {
  const day = dayText(ordinal)
  switch (form) {
    case 'day':
      return day
    case 'month':
      return day.slice(0, 'YYYY-MM'.length)
    case 'year':
      return day.slice(0, 'YYYY'.length)
    case 'span':
      return `${dayText(ordinal - random.integer(10))}/${dayText(ordinal + random.integer(10))}`
    case 'from':
      return `${day}/..`
    case 'until':
      return `../${day}`
  }
}

const boundsOf = (edtf: string) => parseEdtf(edtf)!

/** The kinds of claims of a date. */
export const DATE_KINDS = ['right date claimed', 'shifted date claimed'] as const

/** Verifies untouched quotations with right claims of their dates, and with claims that are shifted past these dates. */
export function measureDates(
  { statements }: MadeRecord,
  verifier: Verifier,
  count: number,
  random: Random,
): { readonly tallies: readonly DateTally[]; readonly failures: readonly Failure[] } {
  const failures: Failure[] = []
  const tallies = DATE_KINDS.map((kind): DateTally => {
    const isShifted = kind === 'shifted date claimed'
    const tally: DateTally = { kind, tried: 0, verdicts: {}, matched: 0, differs: 0 }
    for (let made = 0; made < count; made++) {
      const source = random.pick(statements)
      const at = random.integer(DAYS)
      const said = boundsOf(dateAt(at, random.pick(RECORDED), random))
      const claimed = isShifted ? shifted(said, random) : right(at, random)
      const quote = textOf(source.sentences.flat())
      const { verdict, best, alike } = verifier.verify(quote, null)
      const differs = periodAgrees(said, claimed) === 'no'
      tally.tried++
      tally.verdicts[verdict] = (tally.verdicts[verdict] ?? 0) + 1
      if (best?.id === source.id || alike.some(({ id }) => id === source.id)) tally.matched++
      if (differs) tally.differs++
      if (differs !== isShifted)
        failures.push({ kind, quote, source: said.edtf, verdict, detail: `claimed ${claimed.edtf}` })
    }
    return tally
  })
  return { tallies, failures }
}

/** Claims a period that contains the day on which the words were said. */
function right(at: number, random: Random) {
  const form = random.pick(CLAIMS)
  const slack = random.integer(LONGEST_SHIFT)
  const day = form === 'from' ? at - slack : form === 'until' ? at + slack : at
  return boundsOf(dateAt(day, form, random))
}

/** Claims a period that begins after the words were said, or ends before. */
function shifted(said: { readonly earliest: string | null; readonly latest: string | null }, random: Random) {
  const [first, last] = [ordinalOf(said.earliest!), ordinalOf(said.latest!)]
  for (;;) {
    const form = random.pick(CLAIMS)
    const isLater = form === 'from' || (form !== 'until' && random.chance(0.5))
    const shift = random.between(1, LONGEST_SHIFT)
    const claimed = boundsOf(dateAt(isLater ? last + shift : first - shift, form, random))
    const isApart = isLater ? claimed.earliest! > said.latest! : claimed.latest! < said.earliest!
    if (isApart) return claimed
  }
}
