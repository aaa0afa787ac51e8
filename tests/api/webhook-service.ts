import { appendRevisions, type Revision } from '../../src/database/ledger.sql.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { createKey } from '../../src/features/access/keys/domain.ts'
import {
  leaseNextWebhook,
  type SendingOptions,
} from '../../src/features/changes/webhooks/sending/serve-webhook.ts'
import type { Delivery, WebhookWithSecret } from '../../src/features/changes/webhooks/subscriptions/schema.ts'
import { lookForMatch } from '../../src/features/searches/following/domain.ts'
import { createGuard } from '../../src/net/guard.ts'
import { postGuarded } from '../../src/net/post.ts'
import { silent } from '../support/database.ts'
import { idOf } from '../support/factories.ts'
import { type Answer, createAsk } from './ask.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

export const HOUR_MS = 3_600_000

export interface WebhookService extends EmptyService {
  /** Advances the clock. Each delivery advances it by one millisecond. */
  pass(ms: number): void
  /** Sets the clock to the real time, which receivers check. */
  useRealTime(): void
  /** Sends a request as administrator, and checks the response against the OpenAPI document. */
  ask(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Appends revisions, each of a different record. */
  change(...changes: readonly (Partial<Revision> & { readonly name: string })[]): Promise<void>
  /** Creates a webhook. */
  hook(body: object): Promise<WebhookWithSecret>
  /** Returns the deliveries of a webhook, oldest first. */
  deliveries(webhook: { readonly url: string }): Promise<Delivery[]>
  /** Delivers messages until none is due. */
  deliver(options?: Partial<SendingOptions>): Promise<void>
}

/** Starts a service with an empty database and a clock that tests control, and allows webhooks on this machine. */
export async function webhookService(environment: Record<string, string> = {}): Promise<WebhookService> {
  let at = Date.now()
  const now = () => new Date(at)
  const service = await emptyService({ ONRECORD_FETCH_ALLOW: '127.0.0.1', ...environment }, now)
  const { db } = service.database
  const { secret } = await createKey(db, { name: 'operator', scopes: ['admin'], expiresAt: null }, now())
  const guard = createGuard({ allow: ['127.0.0.1'] })
  const signal = new AbortController().signal
  const options: SendingOptions = {
    db,
    now,
    log: silent,
    signal,
    giveUpMs: 120 * HOUR_MS,
    lookForMatch,
    post: (endpoint, message) =>
      postGuarded(endpoint, { ...message, signal, timeoutMs: 1000 }, guard).finally(() => {
        at++
      }),
  }
  const checked = await createAsk(service.app, secret)
  const ask: WebhookService['ask'] = (method, url, body, headers = {}) =>
    checked(url, { method, body, headers })
  return {
    ...service,
    ask,
    pass(ms) {
      at += ms
    },
    useRealTime() {
      at = Date.now()
    },
    async change(...changes) {
      const revisions = changes.map(
        ({ name, ...rest }): Revision => ({
          subject: 'article',
          subjectId: idOf(name),
          version: 1,
          action: 'created',
          actor: 'machine',
          reason: null,
          before: null,
          after: { name },
          ...rest,
        }),
      )
      await inTransaction(db, (tx) => appendRevisions(tx, revisions, now()))
    },
    async hook(body) {
      const made = await ask('POST', '/v1/webhooks', body)
      if (made.status !== 201) throw new Error(JSON.stringify(made.body))
      return made.body
    },
    async deliveries({ url }) {
      return (await ask('GET', `${url}/deliveries?limit=100`)).body.items.reverse()
    },
    async deliver(own = {}) {
      for (;;) {
        const serve = await leaseNextWebhook({ ...options, ...own })
        if (serve === null) return
        await serve()
        if (own.signal?.aborted) return
      }
    },
  }
}
