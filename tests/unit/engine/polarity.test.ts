import { describe, expect, it } from 'vitest'
import { findVerbCues } from '../../../src/engine/cues/verb-cues.ts'
import { analyze } from '../../../src/engine/grammar/analyze.ts'
import { segment } from '../../../src/engine/text/segment.ts'

const polarityIn = (text: string) => {
  const document = segment(text)
  return findVerbCues(document, analyze(document)).at(-1)?.polarity
}

describe('polarity', () => {
  it.each([
    ['She said that it rained.', 'affirmed'],
    ['She went on to say that it rained.', 'affirmed'],
    ['She denied that it rained.', 'denied'],
    ['She did not say that it rained.', 'negated'],
    ["She didn't say that it rained.", 'negated'],
    ['She declined to say whether it rained.', 'refused'],
    ['She refused to confirm that it rained.', 'refused'],
    ['She is expected to say that it rained.', 'future'],
    ['She will say that it rained.', 'future'],
    ['She plans to announce that it rained.', 'future'],
    ['She asked whether it rained.', 'asked'],
    ['She questioned whether it rained.', 'asked'],
  ])('%s %s', (text, expected) => {
    expect(polarityIn(text)).toBe(expected)
  })
})
