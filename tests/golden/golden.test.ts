import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../evaluation/report.ts'
import type { Prediction } from '../../evaluation/types.ts'
import { toPrediction } from '../../src/features/extraction/predictions.ts'
import { compared, readBy, readCases, toGold } from './golden-case.ts'

const cases = readCases()

describe('the golden set', () => {
  test('has cases', () => expect(cases.length).toBeGreaterThanOrEqual(60))

  test.each(cases.map((golden) => [golden.file.replace('.txt', ''), golden] as const))('%s', (_, golden) => {
    const { expected, found } = compared(golden, readBy(golden))
    if (golden.knownFailure === null) expect(found).toEqual(expected)
    else expect(found, 'fixed: remove the line "known failure" from the case').not.toEqual(expected)
  })

  test('gives figures that are not below the recorded figures', () => {
    const floor = JSON.parse(readFileSync(new URL('floor.json', import.meta.url), 'utf8')) as Record<
      string,
      number
    >
    const { figures } = evaluate(
      cases.map(
        (golden) => [toGold(golden), toPrediction(golden.file, readBy(golden)) as Prediction] as const,
      ),
    )
    const now = {
      'core whole': figures['core']?.['whole'] ?? 0,
      'core exact': figures['core']?.['exact'] ?? 0,
      'names right': figures['names']?.['right'] ?? 0,
    }
    for (const [name, value] of Object.entries(now)) {
      expect(
        value,
        `${name}, over ${cases.length} cases; raise tests/golden/floor.json if it rises`,
      ).toBeGreaterThanOrEqual(floor[name]!)
    }
  })
})
