import { groupReports } from '../../src/compare/index.ts'
import type { Failure } from './measure.ts'
import type { Random } from './random.ts'
import { makeReports } from './text/reports.ts'

/** The result of grouping reports by utterance, in pairs of reports. */
export interface SightingsTally {
  readonly reports: number
  readonly utterances: number
  readonly truePairs: number
  readonly foundPairs: number
  readonly rightPairs: number
}

/** Groups made reports by utterance, and counts the pairs of reports that share a group. */
export function measureSightings(
  utterances: number,
  reports: number,
  random: Random,
): { readonly tally: SightingsTally; readonly failures: readonly Failure[] } {
  const made = makeReports(utterances, reports, random)
  const byId = new Map(made.map((found) => [found.report.id, found]))
  const groups = groupReports(made.map(({ report }) => report))
  const groupOf = new Map(groups.flatMap((ids, group) => ids.map((id) => [id, group] as const)))
  const counts = { truePairs: 0, foundPairs: 0, rightPairs: 0 }
  const failures: Failure[] = []
  const textOf = (id: string): string =>
    byId
      .get(id)!
      .report.statement.words.map(({ gap, exact }) => gap + exact)
      .join('')
  made.forEach(({ report: { id }, utterance }, index) => {
    for (const { report: other, utterance: otherUtterance } of made.slice(index + 1)) {
      const isTrue = utterance === otherUtterance
      const isFound = groupOf.get(id) === groupOf.get(other.id)
      if (isTrue) counts.truePairs++
      if (isFound) counts.foundPairs++
      if (isTrue && isFound) counts.rightPairs++
      if (isTrue !== isFound)
        failures.push({
          kind: 'sightings',
          quote: textOf(id),
          source: textOf(other.id),
          verdict: isFound ? 'joined' : 'apart',
          detail: isFound ? 'joined' : 'apart',
        })
    }
  })
  return { tally: { reports, utterances, ...counts }, failures }
}
