import { createKey } from '../../src/features/access/keys/domain.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

/** Starts a service with an empty database, and functions to send rosters and articles. */
export async function rosterService() {
  const service: EmptyService = await emptyService()
  const scopes = ['admin'] as const
  const { secret } = await createKey(service.database.db, { name: 'archivist', scopes, expiresAt: null }, NOW)
  const authorization = `Bearer ${secret}`
  const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
    service.app.inject({
      method: 'POST',
      url,
      headers: { authorization, 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    })
  return {
    ...service,
    authorization,
    post,
    import: (roster: unknown, query = '') => post(`/v1/rosters${query}`, roster),
    importCsv: (text: string, query = '') =>
      post(`/v1/rosters${query}`, text, { 'content-type': 'text/csv' }),
    export: async () => (await service.app.inject('/v1/rosters')).json(),
    get: async (url: string) => (await service.app.inject(url)).json(),
    /** Ingests an article and returns its statements. */
    async read(text: string, published: string) {
      const { article } = (await post('/v1/articles', { text, published })).json()
      return (await service.app.inject(`/v1/articles/${article.id}/statements`)).json().items
    },
  }
}
export type RosterService = Awaited<ReturnType<typeof rosterService>>

/** Two successive holders of one office, and a third person. */
export const CABINET = {
  persons: [
    {
      id: 'marlowe',
      name: 'Edith Marlowe',
      other_names: [
        { name: 'Edie Marlowe', note: 'in the tabloids' },
        { name: 'Baroness Marlowe of Dunwich' },
      ],
      identifiers: [{ scheme: 'Wikidata', identifier: 'Q900001' }],
      birth_date: '1961',
    },
    { id: 'pelham', name: 'Hugh Pelham', identifiers: [{ scheme: 'wikidata', identifier: 'Q900002' }] },
    { id: 'okafor', name: 'Grace Okafor' },
  ],
  organizations: [
    {
      id: 'fo',
      name: 'Foreign Office',
      other_names: [{ name: 'Foreign Ministry' }],
      identifiers: [{ scheme: 'wikidata', identifier: 'Q900003' }],
    },
    { id: 'council', name: 'Lowmere Council' },
  ],
  posts: [{ id: 'fs', label: 'Foreign Secretary', role: 'Minister', organization_id: 'fo' }],
  memberships: [
    { person_id: 'marlowe', post_id: 'fs', start_date: '2021-09-15', end_date: '2023-11-12' },
    { person_id: 'pelham', post_id: 'fs', start_date: '2023-11-13' },
    { person_id: 'okafor', organization_id: 'council', role: 'Mayor of Lowmere', start_date: '2022' },
  ],
}
