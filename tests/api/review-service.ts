import { parseEdtf } from '../../src/core/edtf.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import type { Statement } from '../../src/record/statements/schema.ts'
import { NOW } from '../support/seeded-service.ts'
import { type Ask, createAsk } from './ask.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

export interface ReviewService extends EmptyService {
  /** Sends a request as reviewer, and checks the response against the OpenAPI document. */
  readonly ask: Ask
  /** Ingests an article of these lines. Returns its statements in text order. */
  ingest(lines: readonly string[], published?: string, url?: string): Promise<Statement[]>
  /** A key with the scope `read`. */
  readonly reader: string
  /** The key of an administrator named "editor in chief". */
  readonly admin: string
}

/** Starts a service with an empty database and a reviewer named "night desk". */
export async function reviewService(): Promise<ReviewService> {
  const service = await emptyService()
  const { db } = service.database
  const reviewing = { name: 'night desk', scopes: ['review' as const], expiresAt: null }
  const { secret: reviewer } = await createKey(db, reviewing, NOW)
  const { secret: reader } = await createKey(db, { ...reviewing, scopes: ['read'] }, NOW)

  const { secret: admin } = await createKey(
    db,
    { name: 'editor in chief', scopes: ['admin'], expiresAt: null },
    NOW,
  )
  const ask = await createAsk(service.app, reviewer)

  let ingested = 0
  async function ingest(lines: readonly string[], published = '2026-03-04', url?: string) {
    ingested++
    const { articleId } = await ingestArticle(
      db,
      {
        title: null,
        publisher: null,
        byline: null,
        dateline: null,
        url: url ?? `https://gazette.example/${ingested}`,
        language: 'en',
        published: parseEdtf(published),
        publishedBasis: 'stated',
        text: lines.join('\n\n'),
      },
      NOW,
    )
    const { body } = await ask(`/v1/articles/${articleId}/statements?limit=100`)
    const startOf = ({ segments }: Statement): number => segments[0]?.start ?? 0
    return (body.items as Statement[]).toSorted((a, b) => startOf(a) - startOf(b))
  }
  return { ...service, ask, ingest, reader, admin }
}
