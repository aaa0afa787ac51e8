import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { publishedOn } from '../../evaluation/gold.ts'
import { readSpeakers } from '../../evaluation/reader.ts'
import { evaluate } from '../../evaluation/report.ts'
import type { Prediction } from '../../evaluation/types.ts'
import { extract } from '../../src/engine/index.ts'
import { toPrediction } from '../../src/features/extraction/predictions.ts'

const bounds = JSON.parse(readFileSync(new URL('speakers-floor.json', import.meta.url), 'utf8')) as Record<
  string,
  number
>

it('names the speakers of the annotated articles at least as well as recorded', () => {
  const articles = readSpeakers()
  expect(articles.length).toBeGreaterThanOrEqual(30)
  const { figures } = evaluate(
    articles.map((document) => {
      const extraction = extract(document.text, { published: publishedOn(document) })
      return [document, toPrediction(document.id, extraction) as Prediction] as const
    }),
  )
  const atLeast = (name: string, figure: number | null | undefined): void =>
    expect(figure, `${name}; raise speakers-floor.json if it rises`).toBeGreaterThanOrEqual(bounds[name]!)
  atLeast('direct whole', figures['direct']?.['whole'])
  atLeast('core whole', figures['core']?.['whole'])
  atLeast('names right', figures['names']?.['right'])
  expect(figures['names']?.['wrong']).toBeLessThanOrEqual(bounds['names wrong']!)
})
