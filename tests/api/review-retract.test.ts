import { afterAll, describe, expect, it } from 'vitest'
import type { Statement } from '../../src/record/statements/schema.ts'
import { NOW } from '../support/seeded-service.ts'
import { reviewedArticle } from './reviewed-article.ts'

const service = await reviewedArticle()
const { another, ask, move, patch, reader } = service
afterAll(() => service.close())

describe('a retraction', () => {
  it('leaves a tombstone with when, by whom and why, but without the words', async () => {
    const statement = another()
    await move(statement, 'verify', 1)
    expect((await move(statement, 'retract', 2, 'The speaker was misheard.')).status).toBe(200)
    for (const path of [statement.url, `${statement.url}/annotation`, `${statement.url}/history`]) {
      const gone = await ask(path, { key: null })
      expect(gone.body).toMatchObject({
        status: 410,
        code: 'gone',
        tombstone: { at: NOW.toISOString(), by: 'night desk', reason: 'The speaker was misheard.' },
      })
      expect(gone.body.detail).toContain('The speaker was misheard.')
      expect(JSON.stringify(gone.body)).not.toContain(statement.text)
    }
    const history = await ask(`${statement.url}/history`)
    expect(history.headers['cache-control']).toContain('no-store')
    expect(history.body.items).toHaveLength(3)
    expect(history.body.items[0].before.text).toBe(statement.text)
    expect((await ask(`${statement.url}/history`, { key: reader })).status).toBe(410)
  })

  it('is listed only if the filter names its status, without the words', async () => {
    const statement = another()
    await move(statement, 'retract', 1)
    const listed = async (query: string) =>
      (await ask(`/v1/statements?limit=100${query}`)).body.items as Statement[]
    expect((await listed('')).map(({ id }) => id)).not.toContain(statement.id)
    for (const query of ['&status=retracted', '&status=retracted&expand=official,organization']) {
      const found = (await listed(query)).find(({ id }) => id === statement.id)
      expect(found).toMatchObject({ status: 'retracted', version: 2, url: statement.url })
      expect(found).not.toHaveProperty('speaker')
      expect(JSON.stringify(found)).not.toContain(statement.text)
    }
    const cut = (await listed('&status=retracted&fields=id,text,segments')).find(
      ({ id }) => id === statement.id,
    )
    expect(cut).toEqual({ id: statement.id })
    const onDate = await ask('/v1/dates/2026?status=retracted&limit=100')
    expect(JSON.stringify(onDate.body)).not.toContain(statement.text)
  })

  it('can be undone, which restores the previous status', async () => {
    const statement = another()
    await move(statement, 'dispute', 1)
    await move(statement, 'retract', 2)
    expect((await patch(statement, 3, { polarity: 'denied' })).body).toMatchObject({ code: 'conflict' })
    const restored = await move(statement, 'restore', 3)
    expect(restored.body).toEqual({
      ...statement,
      status: 'disputed',
      version: 4,
      updated: NOW.toISOString(),
    })
  })
})
