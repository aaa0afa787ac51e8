import { expect } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import type { Statement } from '../../src/record/statements/schema.ts'
import { NOW } from '../support/seeded-service.ts'
import { readContract } from './contract.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  // biome-ignore lint/suspicious/noExplicitAny: tests check the structure of responses.
  readonly body: any
}

export interface Sent {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly body?: object
  readonly version?: number | string
  readonly key?: string | null
  readonly headers?: Record<string, string>
}

export interface ReviewService extends EmptyService {
  /** Sends a request as reviewer, and checks the response against the OpenAPI document. */
  ask(url: string, sent?: Sent): Promise<Answer>
  /** Ingests an article of these lines. Returns its statements in text order. */
  ingest(lines: readonly string[], published?: string, url?: string): Promise<Statement[]>
  readonly reader: string
  /** The key of an administrator named "editor in chief". */
  readonly admin: string
}

/** Starts a service with an empty database and a reviewer named "night desk". */
export async function reviewService(): Promise<ReviewService> {
  const service = await emptyService()
  const { db } = service.database
  const contract = await readContract(service.app)
  const reviewing = { name: 'night desk', scopes: ['review' as const], expiresAt: null }
  const { secret: reviewer } = await createKey(db, reviewing, NOW)
  const { secret: reader } = await createKey(db, { ...reviewing, scopes: ['read'] }, NOW)

  const { secret: admin } = await createKey(
    db,
    { name: 'editor in chief', scopes: ['admin'], expiresAt: null },
    NOW,
  )

  async function ask(url: string, sent: Sent = {}): Promise<Answer> {
    const { method = 'GET', body, version, key = reviewer, headers = {} } = sent
    const answer = await service.app.inject({
      method,
      url,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(version === undefined
          ? {}
          : { 'if-match': typeof version === 'number' ? `"${version}"` : version }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body }),
    })
    const path = url.split('?')[0]!
    const operation = contract.operations.find(
      (one) =>
        one.method === method &&
        new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path) &&
        !(path === '/v1/officials/candidates' && one.path.includes('{')),
    )!
    const contentType = answer.headers['content-type']?.toString()
    const { statusCode: status } = answer
    const described = { status, contentType, body: answer.body }
    expect(contract.faultOf(operation, described), answer.body).toBeNull()
    return { status, headers: answer.headers, body: answer.body === '' ? null : answer.json() }
  }

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
