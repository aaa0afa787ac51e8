import { type DateTally, emptyDates, scoreDates } from './dates.ts'
import { emptyTallies, type QuoteTallies, type QuoteTally } from './quote-tallies.ts'
import { scoreQuotes } from './quotes.ts'
import type { GoldDocument, Miss, Prediction } from './types.ts'

/** Figures by group and name: counts, and percentages with one decimal (null if the divisor is zero). */
export type Figures = Record<string, Record<string, number | null>>

export interface Evaluation {
  readonly figures: Figures
  readonly misses: readonly Miss[]
}

/** Compares predictions with an annotated corpus. Omits the groups that the corpus does not annotate. */
export function evaluate(documents: Iterable<readonly [GoldDocument, Prediction]>): Evaluation {
  const quotes = emptyTallies()
  const dates = emptyDates()
  let hasQuotes = false
  let hasDates = false
  for (const [document, prediction] of documents) {
    if (document.quotes) {
      hasQuotes = true
      scoreQuotes(document, prediction, quotes)
    }
    if (document.timexes) {
      hasDates = true
      scoreDates(document, prediction, dates)
    }
  }
  return {
    figures: { ...(hasQuotes && quoteFigures(quotes)), ...(hasDates && { dates: dateFigures(dates) }) },
    misses: [...quotes.misses, ...dates.misses],
  }
}

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10

/** Returns the F1 score, the harmonic mean of precision and recall, as a percentage. */
const f1 = (hits: number, { gold, predicted }: { gold: number; predicted: number }): number | null =>
  percent(2 * hits, gold + predicted)

function quoteFigures({ subsets, names, said }: QuoteTallies): Figures {
  const figures: Figures = {}
  for (const [name, tally] of Object.entries(subsets)) figures[name] = subsetFigures(tally)
  if (names.gold > 0) {
    figures['names'] = {
      gold: names.gold,
      right: percent(names.right, names.gold),
      wrong: percent(names.wrong, names.gold),
      none: percent(names.none, names.gold),
      pronouns: names.pronouns,
      pronouns_right: percent(names.pronounsRight, names.pronouns),
      pronouns_wrong: percent(names.pronounsWrong, names.pronouns),
    }
  }
  if (said.gold > 0) {
    figures['said'] = {
      gold: said.gold,
      right: percent(said.right, said.gold),
      undated: said.undated,
      false_dates: percent(said.dated, said.undated),
    }
    for (const [kind, counts] of [...said.errors].sort(([a], [b]) => (a < b ? -1 : 1)))
      figures[kind] = { ...counts }
  }
  return figures
}

const subsetFigures = (tally: QuoteTally): Record<string, number | null> => ({
  gold: tally.gold,
  predicted: tally.predicted,
  precision: percent(tally.overlap, tally.predicted),
  recall: percent(tally.overlap, tally.gold),
  overlap: f1(tally.overlap, tally),
  j50: f1(tally.j50, tally),
  j80: f1(tally.j80, tally),
  exact: f1(tally.exact, tally),
  whole: f1(tally.whole, tally),
  speaker: percent(tally.speaker, tally.overlap),
  cue: percent(tally.cue, tally.overlap),
  type: percent(tally.type, tally.overlap),
})

const dateFigures = (tally: DateTally): Record<string, number | null> => ({
  gold: tally.gold,
  predicted: tally.predicted,
  relaxed: f1(tally.relaxed, tally),
  strict: f1(tally.strict, tally),
  value: f1(tally.value, tally),
  value_accuracy: percent(tally.value, tally.relaxed),
})

/** Formats the figures as text tables. Shows the difference from earlier figures in brackets. */
export function toTables(figures: Figures, before: Figures | null): string {
  const shapes = new Map<string, string[]>()
  for (const [group, row] of Object.entries(figures)) {
    const shape = Object.keys(row).join(' ')
    shapes.set(shape, [...(shapes.get(shape) ?? []), group])
  }
  return [...shapes].map(([shape, groups]) => table(shape.split(' '), groups, figures, before)).join('\n')
}

function table(
  columns: readonly string[],
  groups: readonly string[],
  figures: Figures,
  before: Figures | null,
): string {
  const cell = (group: string, column: string): string => {
    const now = figures[group]?.[column] ?? null
    const then = before?.[group]?.[column] ?? null
    if (now === null) return '-'
    const change = then === null ? 0 : Math.round((now - then) * 10) / 10
    return change === 0 ? String(now) : `${now} (${change > 0 ? '+' : ''}${change})`
  }
  const lines = [
    ['', ...columns],
    ...groups.map((group) => [group, ...columns.map((column) => cell(group, column))]),
  ]
  const widths = lines[0]!.map((_, index) => Math.max(...lines.map((line) => line[index]!.length)))
  const aligned = lines.map((line) =>
    line
      .map((text, index) => (index === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[index]!)))
      .join('  '),
  )
  return `${aligned.join('\n')}\n`
}
