import { afterAll, describe, expect, it } from 'vitest'
import type { Statement } from '../../src/record/statements/schema.ts'
import { reviewedArticle } from './reviewed-article.ts'

const service = await reviewedArticle()
const { another, ask, patch, piece, text } = service
afterAll(() => service.close())

describe('a correction', () => {
  it('sets another speaker, and removes the role of the previous one', async () => {
    const statement = another()
    const { body } = await patch(statement, 1, { speaker: { name: 'Bo Lindqvist' } })
    expect(body.speaker).toMatchObject({
      name: 'Bo Lindqvist',
      kind: 'person',
      official: { slug: 'bo-lindqvist' },
      role: null,
      role_evidence: null,
      antecedent: null,
      rule: 'person',
      mention: statement.speaker.mention,
    })
    expect(body.speaker_confidence).toBe(1)
    const people = await ask('/v1/statements?official=bo-lindqvist')
    expect(people.body.items.map(({ id }: Statement) => id)).toContain(statement.id)
    const back = await patch(statement, 2, { speaker: { official: 'ada-brandt', role: 'harbour master' } })
    expect(back.body.speaker).toMatchObject({
      name: 'Ada Brandt',
      official: { slug: 'ada-brandt' },
      role: 'harbour master',
    })
  })

  it('removes the person if the speaker is set to ambiguous', async () => {
    const statement = another()
    const { body } = await patch(statement, 1, {
      speaker: { attribution: 'ambiguous', candidates: ['Ada Brandt', 'Bo Lindqvist'] },
    })
    expect(body.speaker).toMatchObject({
      name: null,
      official: null,
      attribution: 'ambiguous',
      candidates: ['Ada Brandt', 'Bo Lindqvist'],
    })
    expect(body.speaker_confidence).toBeNull()
    const contradiction = await patch(statement, 2, {
      speaker: { official: 'ada-brandt', attribution: 'none' },
    })
    expect(contradiction.body).toMatchObject({
      code: 'invalid_body',
      errors: [{ pointer: '/speaker/attribution' }],
    })
    const named = await patch(statement, 2, { speaker: { official: 'ada-brandt' } })
    expect(named.body.speaker).toMatchObject({ attribution: 'named', candidates: [], kind: 'person' })
  })

  it('sets an organization as speaker', async () => {
    const { body } = await patch(another(), 1, {
      speaker: { official: null, organization: 'the Harbour Board' },
    })
    expect(body.speaker).toMatchObject({
      name: null,
      kind: 'organization',
      attribution: 'organization',
      official: null,
      organization: { slug: 'harbour-board' },
    })
    const bySlug = await patch(another(), 1, { speaker: { organization: 'harbour-board' } })
    expect(bySlug.body.speaker.organization).toEqual(body.speaker.organization)
    const clerk = { official: null, attribution: 'organization', organization: null }
    expect((await patch(another(), 1, { speaker: clerk })).body.errors).toMatchObject([
      { pointer: '/speaker/organization' },
    ])
  })

  it('refuses unknown people and organizations', async () => {
    const statement = another()
    const id = '0193c1d2-0000-7000-8000-0000000000ff'
    for (const [field, value] of [
      ['official', 'nobody-at-all'],
      ['official', id],
      ['organization', id],
    ] as const) {
      const { body } = await patch(statement, 1, { speaker: { [field]: value } })
      expect(body).toMatchObject({ status: 422, errors: [{ pointer: `/speaker/${field}` }] })
    }
  })

  it('sets the date', async () => {
    const statement = another()
    const expression = piece('on Tuesday', statement.segments[0]!.start)
    const { body } = await patch(statement, 1, { said: { edtf: '2026-02', basis: 'stated', expression } })
    expect(body.said).toEqual({
      edtf: '2026-02',
      earliest: '2026-02-01',
      latest: '2026-02-28',
      precision: 'month',
      basis: 'stated',
      expression,
    })
    const impossible = await patch(statement, 2, { said: { edtf: '2026-02-30', basis: 'stated' } })
    expect(impossible.body.errors).toMatchObject([{ pointer: '/said/edtf' }])
    const dated = await patch(statement, 2, { said: { edtf: '2026-02', basis: 'publication' } })
    expect(dated.body.errors).toMatchObject([{ pointer: '/said/basis' }])
  })

  it('moves the spans, and updates words, context and order', async () => {
    const statement = another()
    const start = statement.segments[0]!.start
    const segments = [piece('stays open', start)]
    const { body } = await patch(statement, 1, { segments })
    expect(body).toMatchObject({ text: 'stays open', segments, quoted: segments, verbatim: true })
    expect(body.context.after).toContain('Ada Brandt')
    const cut = await patch(statement, 2, { type: 'indirect' })
    expect(cut.body).toMatchObject({ type: 'indirect', verbatim: false, quoted: [] })
    const annotation = await ask(`${statement.url}/annotation`)
    expect(annotation.status).toBe(200)
  })

  it('refuses a span that does not cover its words, and names the right offset', async () => {
    const statement = another()
    const { start, end } = statement.segments[0]!
    const exact = 'stays open'
    const there = piece(exact)
    const wrong = { start, end: start + exact.length, exact }
    const { body } = await patch(statement, 1, { segments: [wrong], cue: { start, end, exact: 'x' } })
    expect(body).toMatchObject({
      status: 422,
      code: 'span_mismatch',
      errors: [{ pointer: '/segments/0' }, { pointer: '/cue' }],
    })
    expect(body.detail).toContain(`${there.start} to ${there.end}`)
    for (const span of [
      { start: text.length, end: text.length + 4, exact: 'open' },
      { start: 5, end: 5, exact: 'open' },
      { start: 9, end: 5, exact: 'open' },
    ]) {
      expect((await patch(statement, 1, { segments: [span] })).body.code).toBe('span_mismatch')
    }
    expect((await ask(statement.url)).body).toEqual(statement)
  })

  it('never marks a paraphrase as verbatim', async () => {
    const statement = another()
    const start = statement.segments[0]!.start
    const [open, lock] = [piece('open', start), piece('Lock', start)]
    for (const [correction, pointer] of [
      [{ type: 'mixed', quoted: [] }, '/quoted'],
      [{ quoted: [open] }, '/quoted'],
      [{ type: 'indirect', quoted: [open] }, '/quoted'],
      [{ type: 'mixed', quoted: [piece('Gazette', start)] }, '/quoted/0'],
      [{ segments: [open, lock] }, '/segments/1'],
    ] as const) {
      const { body } = await patch(statement, 1, correction)
      expect([body.code, body.errors[0].pointer]).toEqual(['invalid_body', pointer])
    }
    const mixed = await patch(statement, 1, { type: 'mixed', quoted: [open] })
    expect(mixed.body).toMatchObject({ type: 'mixed', verbatim: false, quoted: [open] })
  })

  it('is refused if it is empty, and writes nothing if it changes nothing', async () => {
    const statement = another()
    expect((await patch(statement, 1, {})).body.code).toBe('invalid_body')
    const same = await patch(statement, 1, { polarity: statement.polarity })
    expect(same).toMatchObject({ status: 200, headers: { etag: '"1"' } })
    expect(same.body).toEqual(statement)
    expect((await ask(`${statement.url}/history`)).body.items).toHaveLength(1)
  })
})
