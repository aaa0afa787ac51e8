import { describe, expect, it } from 'vitest'
import { type FormatOptions, formatStatements } from '../../../src/commands/statement-report.ts'
import type { Quoted } from '../../../src/core/span.ts'
import type { Utterance } from '../../../src/record/utterances/schema.ts'

const TEXT = 'Mayor Ada Brandt said on Tuesday: “The bridge will open in spring, and it will be free.”'

const at = (exact: string): Quoted => {
  const start = TEXT.indexOf(exact)
  return { start, end: start + exact.length, exact }
}

const WORDS = at('The bridge will open in spring, and it will be free.')

const UTTERANCE: Utterance = {
  type: 'direct',
  polarity: 'affirmed',
  verbatim: true,
  text: WORDS.exact,
  segments: [WORDS],
  quoted: [WORDS],
  speaker: {
    name: 'Ada Brandt',
    kind: 'person',
    organization: null,
    role: 'Mayor',
    former: false,
    attribution: 'named',
    candidates: [],
    mention: at('Mayor Ada Brandt'),
    antecedent: null,
    role_evidence: at('Mayor'),
    rule: 'named-here',
  },
  cue: at('said'),
  said: {
    edtf: '2025-01-14',
    earliest: '2025-01-14',
    latest: '2025-01-14',
    precision: 'day',
    basis: 'relative-to-publication',
    expression: at('on Tuesday'),
  },
  venue: null,
  addressee: null,
  relay: null,
  within: null,
  context: { before: '', after: '' },
  confidence: 0.9,
  speaker_confidence: 0.97,
  rule: 'direct/cue-before',
}

const PLAIN: FormatOptions = { width: 80, color: false, explain: false }

const speaking = (speaker: Partial<Utterance['speaker']>): string =>
  formatStatements([{ ...UTTERANCE, speaker: { ...UTTERANCE.speaker, ...speaker } }], PLAIN)

describe('formatStatements', () => {
  it('prints the speaker, the role, the date and the words in quotation marks', () => {
    expect(formatStatements([UTTERANCE], PLAIN)).toBe(
      [
        '  1 Ada Brandt, Mayor',
        '    “The bridge will open in spring, and it will be free.”',
        '    said 2025-01-14 · direct · speaker named',
        '',
      ].join('\n'),
    )
  })

  it('prints a paraphrase without quotation marks', () => {
    const paraphrase: Utterance = { ...UTTERANCE, type: 'indirect', verbatim: false, quoted: [] }
    expect(formatStatements([paraphrase], PLAIN)).not.toMatch(/[“”"]/)
  })

  it('shows the wording of a split quotation in one pair of quotation marks', () => {
    const split: Utterance = { ...UTTERANCE, text: 'The bridge will open in spring … it will be free.' }
    expect(formatStatements([split], PLAIN)).toContain('“The bridge will open in spring … it will be free.”')
  })

  it('says so if the speaker is unknown, ambiguous or an organization', () => {
    const unknown = { name: null, role: null, mention: null } as const
    expect(speaking({ ...unknown, attribution: 'none' })).toMatch(/Speaker unknown\n[\s\S]*speaker not given/)
    expect(speaking({ ...unknown, attribution: 'ambiguous', candidates: ['A', 'B'] })).toMatch(
      /A or B\n[\s\S]*speaker ambiguous/,
    )
    expect(
      speaking({ ...unknown, kind: 'organization', organization: 'City Hall', attribution: 'organization' }),
    ).toMatch(/^ {2}1 City Hall\n/)
    expect(speaking({ former: true, role: 'mayor' })).toContain('Ada Brandt, former mayor')
  })

  it('does not present the day of publication as the day of the statement', () => {
    const undated = { ...UTTERANCE.said, basis: 'publication', expression: null } as const
    expect(formatStatements([{ ...UTTERANCE, said: undated }], PLAIN)).toContain(
      'said on or before 2025-01-14 (publication)',
    )
    const unbounded = { ...undated, earliest: null, latest: null }
    expect(formatStatements([{ ...UTTERANCE, said: unbounded }], PLAIN)).toContain('no date given')
    const unanchored = { ...UTTERANCE.said, earliest: null, latest: null }
    expect(formatStatements([{ ...UTTERANCE, said: unanchored }], PLAIN)).toContain(
      'said “on Tuesday” (day unknown)',
    )
  })

  it('prints the polarity of a statement that is not affirmed', () => {
    expect(formatStatements([{ ...UTTERANCE, polarity: 'denied' }], PLAIN)).toContain('direct, denied')
  })

  it('prints rules and spans that slice to their evidence with `explain`', () => {
    const lines = formatStatements([UTTERANCE], { ...PLAIN, explain: true }).split('\n')
    const evidence = lines.flatMap((line) => {
      const [, start, end, exact] = /(\d+)–(\d+) {2}(.*)$/.exec(line) ?? []
      return exact ? [[TEXT.slice(Number(start), Number(end)), exact]] : []
    })
    expect(evidence.map(([slice]) => slice)).toEqual([
      WORDS.exact,
      'said',
      'Mayor Ada Brandt',
      'Mayor',
      'on Tuesday',
    ])
    for (const [slice, exact] of evidence) expect(exact).toBe(slice)
    expect(lines.join()).toMatch(/direct\/cue-before, named-here.*confidence 0\.90, speaker_confidence 0\.97/)
  })

  it('wraps lines at the width and uses color only if asked to', () => {
    const narrow = formatStatements([UTTERANCE], { ...PLAIN, width: 30 })
    expect(
      Math.max(
        ...narrow
          .split('\n')
          .slice(1, 4)
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(30)
    expect(narrow).not.toContain('\u001b')
    expect(formatStatements([UTTERANCE], { ...PLAIN, color: true })).toContain('\u001b[1mAda Brandt\u001b[0m')
  })

  it('says that a text has no statements', () => {
    expect(formatStatements([], PLAIN)).toBe('No statements found.\n')
  })
})
