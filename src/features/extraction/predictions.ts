import type { Extraction, Speaker } from '../../engine/index.ts'

type Pair = [number, number]

/** Returns an extraction in the form that is scored against annotated corpora. */
export function toPrediction(id: unknown, { statements, dates }: Extraction) {
  const pair = (span: { start: number; end: number }): Pair => [span.start, span.end]
  return {
    id,
    quotes: statements.map((statement) => ({
      content: statement.content.map(pair),
      speaker: statement.speaker.mention && [pair(statement.speaker.mention)],
      cue: statement.cue && [pair(statement.cue)],
      type: statement.type,
      name: nameOf(statement.speaker),
      said: { earliest: statement.said.earliest, latest: statement.said.latest },
      polarity: statement.polarity,
    })),
    dates: dates.map(({ start, end, earliest, latest }) => ({ start, end, earliest, latest })),
  }
}

/** Returns the name of the speaker: a person, or an organization that speaks itself. */
const nameOf = ({ name, organization, attribution }: Speaker): string | null =>
  attribution === 'organization' ? organization : name
