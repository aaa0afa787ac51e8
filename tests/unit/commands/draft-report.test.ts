import { expect, it } from 'vitest'
import { formatDraft } from '../../../src/commands/draft-report.ts'
import type { DraftVerification } from '../../../src/features/verification/draft/schema.ts'

const words = (start: number, exact: string) => ({ start, end: start + exact.length, exact })
const TEXT = 'A new day.\n\n“We will sell the old\u001b[31m ferry,” Brandt said.'
const QUOTE = words(TEXT.indexOf('We'), 'We will sell the old\u001b[31m ferry')

/** Makes the check of a draft with one quotation, of which the parts matter that are printed. */
const checked = (verdict: string, changes: readonly object[]): DraftVerification =>
  ({
    quotations: [
      {
        quote: QUOTE,
        speaker: words(46, 'Brandt'),
        check: {
          verdict,
          facts: ['Words differ.'],
          sightings: 2,
          best: {
            statement: { speaker: 'Ada Brandt', said: { edtf: '2025-03-04' } },
            link: 'https://gazette.example/ferry',
            comparison: { changes },
          },
        },
      },
    ],
    summary: { quotations: 1, verdicts: { [verdict]: 1 }, needs_attention: 1, unchecked: 0 },
  }) as unknown as DraftVerification

const CHANGES = [
  { kind: 'negation', quote: words(8, ''), statement: words(8, 'not') },
  { kind: 'other-word', quote: words(17, 'old'), statement: words(21, 'new') },
]

it('shows the words that differ in their place, without control characters of the draft', () => {
  expect(formatDraft(TEXT, checked('altered', CHANGES), { width: 80, color: false })).toBe(
    [
      'line 3  altered  Brandt',
      '    We will [-not-] sell the [-new-]{+old+}[31m ferry',
      '    Words differ.',
      '    Ada Brandt, 2025-03-04: https://gazette.example/ferry (2 reports)',
      '',
      '1 quotation: 1 altered.',
      '',
    ].join('\n'),
  )
})

it('colors what was removed and added', () => {
  const shown = formatDraft(TEXT, checked('altered', CHANGES), { width: 80, color: true })
  expect(shown).toContain('\u001b[31m[-not-]\u001b[0m')
  expect(shown).toContain('\u001b[32m{+old+}\u001b[0m')
})

it('keeps to the width', () => {
  const lines = formatDraft(TEXT, checked('altered', CHANGES), { width: 30, color: false }).split('\n')
  expect(lines.filter((line) => line.startsWith('    We') && line.length > 30)).toEqual([])
})

it('says that a text has no quotations', () => {
  const none = { quotations: [], summary: { quotations: 0, verdicts: {}, needs_attention: 0, unchecked: 0 } }
  expect(formatDraft('Nothing.', none, { width: 80, color: false })).toBe('No quotations found.\n')
})

it('prints absolute links of a service, and paths of a database', () => {
  const draft = checked('verbatim', [])
  const { best } = draft.quotations[0]!.check
  const linked = (link: string, url?: string): string => {
    best!.link = link
    return formatDraft(TEXT, draft, { width: 80, color: false, url })
  }
  const service = 'https://quotes.example/'
  expect(linked('/v1/statements/1', service)).toContain(': https://quotes.example/v1/statements/1 (')
  expect(linked('/v1/statements/1')).toContain(': /v1/statements/1 (')
  expect(linked('https://gazette.example/ferry#:~:text=a', service)).toContain(
    ': https://gazette.example/ferry#:~:text=a (',
  )
})
