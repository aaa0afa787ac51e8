import { afterAll, beforeAll, expect, it } from 'vitest'
import { CABINET, type RosterService, rosterService } from './roster-service.ts'

let service: RosterService
beforeAll(async () => {
  service = await rosterService()
  await service.import(CABINET)
})
afterAll(() => service.close())

const undo = (url: string, version: number) =>
  service.post(`${url}/undo`, { reason: 'An old list.' }, { 'if-match': `"${version}"` })

it('a roster’s change of a person can be undone and imported again', async () => {
  const url = '/v1/officials/edith-marlowe'
  const before = await service.get(url)
  const again = {
    persons: [
      {
        id: 'm',
        name: 'Edith Marlowe',
        other_names: [{ name: 'Lady Marlowe' }],
        identifiers: [
          { scheme: 'wikidata', identifier: 'Q900001' },
          { scheme: 'parliament', identifier: '77' },
        ],
      },
    ],
    organizations: [{ id: 'tc', name: 'Trade Committee' }],
    memberships: [{ person_id: 'm', organization_id: 'tc', role: 'Chair', start_date: '2024' }],
  }
  expect((await service.import(again)).statusCode).toBe(200)
  const imported = await service.get(url)
  expect(imported).toMatchObject({ version: before.version + 1 })
  expect(imported.aliases).toContain('Lady Marlowe')
  expect(imported.identifiers).toHaveLength(2)
  const undone = await undo(url, imported.version)
  expect(undone.statusCode, undone.body).toBe(200)
  expect(undone.json()).toEqual({ ...before, version: imported.version + 1 })
  expect((await service.import(again)).statusCode).toBe(200)
  expect((await service.get(url)).identifiers).toHaveLength(2)
})

it('a roster’s change of an organization can be undone', async () => {
  const url = '/v1/organizations/lowmere-council'
  const before = await service.get(url)
  const again = { organizations: [{ name: 'Lowmere Council', other_names: [{ name: 'The Council' }] }] }
  expect((await service.import(again)).statusCode).toBe(200)
  const imported = await service.get(url)
  expect(imported.aliases).toEqual(['The Council'])
  const undone = await undo(url, imported.version)
  expect(undone.statusCode, undone.body).toBe(200)
  expect(undone.json()).toEqual({ ...before, version: imported.version + 1 })
})

it('a person that a roster created stays, because there is no change to undo', async () => {
  const undone = await undo('/v1/officials/hugh-pelham', 1)
  expect([undone.statusCode, undone.json().code]).toEqual([409, 'conflict'])
})
