import { describe, expect, it } from 'vitest'
import { mergeFindings } from '../../../src/engine/findings/merge.ts'
import type { Finding } from '../../../src/engine/types/finding.ts'

const finding = (
  type: Finding['type'],
  spans: readonly (readonly [number, number])[],
  rule = type,
): Finding => ({
  type,
  polarity: 'affirmed',
  content: spans.map(([start, end]) => ({ start, end })),
  quoted: [],
  cue: null,
  speaker: null,
  carriedOver: false,
  venue: null,
  addressee: null,
  relay: null,
  rule,
})

const TEXT = 'She said it was “a mess.” “Nobody knew.” He left and they said so.'

describe('merging findings', () => {
  it('sorts findings that share no words', () => {
    const direct = finding('direct', [[27, 39]])
    const reported = finding('indirect', [[9, 15]])
    expect(mergeFindings(TEXT, [direct], [reported])).toEqual([reported, direct])
  })

  it('prefers the clause if it holds a quotation and more words', () => {
    const direct = finding('direct', [[17, 24]])
    const mixed = finding('mixed', [[9, 23]])
    expect(mergeFindings(TEXT, [direct], [mixed])).toEqual([mixed])
  })

  it('prefers the quotation if the clause holds only a part of it', () => {
    const direct = finding('direct', [
      [17, 24],
      [27, 39],
    ])
    expect(mergeFindings(TEXT, [direct], [finding('mixed', [[9, 23]])])).toEqual([direct])
    expect(mergeFindings(TEXT, [direct], [finding('indirect', [[9, 20]])])).toEqual([direct])
  })

  it('joins a quotation to the clause that introduces it', () => {
    const clause = { ...finding('mixed', [[9, 23]]), rule: 'mixed/zero-after-cue' }
    const introduced = { ...finding('direct', [[27, 38]]), rule: 'direct/introduced' }
    expect(mergeFindings(TEXT, [introduced], [clause])).toEqual([
      { ...clause, content: [...clause.content, ...introduced.content] },
    ])
    expect(mergeFindings(TEXT.replace('” “', '\n“'), [introduced], [clause])).toHaveLength(2)
  })
})
