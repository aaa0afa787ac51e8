import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../../../../src/core/edtf.ts'
import { checkStatements, extract } from '../../../../../src/engine/index.ts'
import { indexFound, saidAgain } from '../../../../../src/features/articles/redating/match.ts'
import { BY_PERSON, type Statement } from '../../../../../src/record/statements/schema.ts'
import type { Utterance } from '../../../../../src/record/utterances/schema.ts'

const TEXT = [
  '“The lock is open,” Ada Brandt said on Tuesday.',
  '“The old bridge will stay shut all winter,” Bo Lindqvist said last month.',
  '“Nobody asked us,” Nils Berg said.',
].join('\n\n')
const [LOCK, BRIDGE, NOBODY] = [0, 1, 2]

/** What a text tells if it was published on a day. */
const readOn = (day: string, text = TEXT): Utterance[] =>
  checkStatements(text, extract(text, { published: parseEdtf(day), knownPeople: [] }))

/** A statement as the first reading of the text recorded it: published on 15 January 2025. */
const recorded = (index: number, changes: Partial<Utterance> = {}): Statement =>
  ({ ...readOn('2025-01-15')[index], ...changes }) as Statement

const dateAgain = (statement: Statement, day: string, text = TEXT) =>
  saidAgain(statement, indexFound(readOn(day, text)), day)

describe('the date of a statement by another date of publication', () => {
  it('is the date that the same words have in the new reading', () => {
    expect(recorded(LOCK).said.edtf).toBe('2025-01-14')
    expect(dateAgain(recorded(LOCK), '2025-03-15')).toMatchObject({ edtf: '2025-03-11' })
    expect(dateAgain(recorded(BRIDGE), '2025-03-15')).toMatchObject({ edtf: '2025-02' })
  })

  it('is an open interval that ends with the publication if the text gives no date', () => {
    expect(dateAgain(recorded(NOBODY), '2025-03-15')).toMatchObject({
      basis: 'publication',
      latest: '2025-03-15',
      earliest: null,
    })
  })

  it('follows the words that most of the statement overlaps if a person corrected its pieces', () => {
    const { segments } = recorded(BRIDGE)
    const { start, end } = segments[0]!
    const exact = TEXT.slice(start + 4, end)
    const shorter = recorded(BRIDGE, { text: exact, segments: [{ start: start + 4, end, exact }] })
    expect(dateAgain(shorter, '2025-03-15')).toMatchObject({ edtf: '2025-02' })
  })

  it('stays if the statement is not found and has a date', () => {
    const gone = recorded(LOCK, {
      text: 'Other words',
      segments: [{ start: 9000, end: 9011, exact: 'Other words' }],
    })
    expect(dateAgain(gone, '2025-03-15')).toBeUndefined()
  })

  it('of a statement recorded by hand changes only if it is open', () => {
    expect(dateAgain(recorded(LOCK, { rule: BY_PERSON }), '2025-03-15')).toBeUndefined()
    expect(dateAgain(recorded(NOBODY, { rule: BY_PERSON }), '2025-03-15')).toMatchObject({
      basis: 'publication',
      latest: '2025-03-15',
      expression: null,
    })
  })

  it('has no last day if the date of publication is unknown', () => {
    const found = indexFound([])
    expect(saidAgain(recorded(NOBODY), found, null)).toMatchObject({ earliest: null, latest: null })
  })
})
