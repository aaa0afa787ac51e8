import type { RemovedArticle } from './schema.ts'

const ID = '0193c1d2-0000-7000-8000-000000000001'

export const REMOVED_EXAMPLE: RemovedArticle = {
  id: ID,
  url: `/v1/articles/${ID}`,
  state: 'withdrawn',
  at: '2026-11-23T10:00:00.000Z',
  by: 'night desk',
  reason: 'The publisher withdrew the article.',
  snapshots: [
    {
      id: '0193c1d2-0000-7000-8000-000000000002',
      ordinal: 1,
      sha256: '3f8d24f2c2a9a5c8b5f31a6f6f53cf7b7de3f6c1a0a5f1b0a6a1d2c3b4e5f607',
      length: 73,
      retrieved: '2026-11-20T08:00:00.000Z',
    },
  ],
  version: 2,
}
