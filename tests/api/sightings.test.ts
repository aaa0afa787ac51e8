import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertRecords, makeArticle, makeOfficial, makeStatement } from '../support/factories.ts'
import { groupAll } from '../support/sightings.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const FERRY = 'We will not sell the old ferry, but only rent it to the harbour board until spring'
const CUT = 'not sell the old ferry, but only rent it to the harbour board'

let service: EmptyService
const ada = makeOfficial('Ada Brandt')
const emil = makeOfficial('Emil Petrik')
const first = makeArticle('Gazette', {
  publisher: 'The Gazette',
  published: '2026-03-04',
  sentences: [FERRY],
})
const cut = makeArticle('Courier', { publisher: 'The Courier', published: '2026-03-05', sentences: [CUT] })
const wire = makeArticle('Wire', { publisher: 'The Wire', published: '2026-03-06', sentences: [FERRY] })
const wrong = makeArticle('Echo', {
  publisher: 'The Echo',
  published: '2026-03-07',
  sentences: [FERRY.replace('rent', 'rent –')],
})
const negated = makeArticle('Herald', {
  published: '2026-03-08',
  sentences: [FERRY.replace('will not sell', 'will sell')],
})
const retracted = makeArticle('Retracted', { published: '2026-03-03', sentences: [FERRY] })

const statements = {
  first: makeStatement(first, 0, { official: ada, said: '2026-03-03' }),
  cut: makeStatement(cut, 0, { official: ada }),
  wire: makeStatement(wire, 0, { official: ada }),
  wrong: makeStatement(wrong, 0, { official: emil }),
  negated: makeStatement(negated, 0, { official: ada }),
  retracted: makeStatement(retracted, 0, { official: ada, status: 'retracted' }),
}
const idOf = (name: keyof typeof statements): string => statements[name].row.id

beforeAll(async () => {
  service = await emptyService()
  await insertRecords(service.database.db, {
    officials: [ada, emil],
    articles: [negated, wire, cut, first, wrong, retracted],
    statements: Object.values(statements),
  })
  await groupAll(service.database.db)
})
afterAll(() => service.close())

const read = async (name: keyof typeof statements) => {
  const answer = await service.app.inject(`/v1/statements/${idOf(name)}/sightings`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const idsIn = ({ reports }: { reports: { statement: { id: string } }[] }): string[] =>
  reports.map(({ statement }) => statement.id)

describe('GET /v1/statements/{id}/sightings', () => {
  it('lists every report of the utterance, the first published first', async () => {
    expect(idsIn(await read('first'))).toEqual([idOf('first'), idOf('cut'), idOf('wire'), idOf('wrong')])
  })

  it.each(['cut', 'wire', 'wrong'] as const)('answers the same from the report “%s”', async (name) => {
    expect(await read(name)).toEqual(await read('first'))
  })

  it('flags that a report names another speaker', async () => {
    const { disagreements, reports } = await read('first')
    expect(disagreements).toEqual(['speaker'])
    expect(
      reports.map((report: { speaker_agrees: { agrees: string } }) => report.speaker_agrees.agrees),
    ).toEqual([...['yes', 'yes', 'yes', 'no']])
  })

  it('tells what the words of each report differ in', async () => {
    const { reports } = await read('first')
    expect(reports[0].comparison.verdict).toBe('verbatim')
    expect(reports[3].comparison.folds.length).toBeGreaterThan(0)
  })

  it('counts copies of one text once', async () => {
    const { independent, reports } = await read('first')
    expect(independent).toBe(2)
    expect(reports.map((report: { copy_of: string | null }) => report.copy_of)).toEqual([
      ...[null, null, idOf('first'), idOf('first')],
    ])
  })

  it('keeps a report with the opposite words apart', async () => {
    expect(idsIn(await read('negated'))).toEqual([idOf('negated')])
  })

  it('answers 410 for a retracted statement, and 404 for an unknown one', async () => {
    expect((await service.app.inject(`/v1/statements/${idOf('retracted')}/sightings`)).statusCode).toBe(410)
    const unknown = '/v1/statements/0193c1d2-0000-7000-8000-000000000014/sightings'
    expect((await service.app.inject(unknown)).statusCode).toBe(404)
  })
})
