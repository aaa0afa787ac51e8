import { extract } from '../src/engine/index.ts'
import type { AccuracyMeasurement } from '../src/features/accuracy/schema.ts'
import { toPrediction } from '../src/features/extraction/predictions.ts'
import { publishedOn } from './gold.ts'
import { PARTS, readArticles } from './reader.ts'
import { evaluate } from './report.ts'
import type { Prediction } from './types.ts'

/** The published figures: their group and name in an evaluation, what they count, and on what. */
const PUBLISHED = [
  ['direct', 'whole', 'direct statements whole, with the right speaker (F1)', 'gold'],
  ['core', 'whole', 'statements whole, with the right speaker (F1)', 'gold'],
  ['indirect', 'whole', 'indirect statements whole, with the right speaker (F1)', 'gold'],
  ['names', 'right', 'speakers named rightly', 'gold'],
  ['names', 'wrong', 'speakers named wrongly', 'gold'],
  ['said', 'right', 'dated statements with the right days', 'gold'],
  ['said', 'false_dates', 'undated statements that get a date', null],
] as const

/** Measures the engine on both parts of the invented news, as it is published. */
export function measureEngine(measuredOn: string, version: string): AccuracyMeasurement {
  const figures = PARTS.flatMap((part) => {
    const { figures: found } = evaluate(
      readArticles(part).map((document) => {
        const extraction = extract(document.text, { published: publishedOn(document) })
        return [document, toPrediction(document.id, extraction) as Prediction] as const
      }),
    )
    return PUBLISHED.flatMap(([group, column, name, of]) => {
      const value = found[group]?.[column]
      if (typeof value !== 'number') return []
      const unit = 'percent' as const
      return [
        {
          name: `${part} part: ${name}`,
          value,
          unit,
          of: of ? (found[group]![of] ?? null) : null,
          aim: null,
        },
      ]
    })
  })
  return {
    ...{ measured: measuredOn, version, document: 'docs/engine.md', reproduce: 'npm run evaluate' },
    on: 'eighty invented news articles with annotated statements; the errors in the unseen part were never read',
    figures,
    kinds: [],
  }
}
