import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { inTransaction } from '../../../../database/transaction.ts'
import { idMaker } from '../../../../database/uuid.ts'
import * as deliveries from '../deliveries/store.ts'
import type { Attempted } from '../subscriptions/schema.ts'
import { signedHeaders } from '../subscriptions/secret.ts'
import type { Message } from './message.ts'
import { nextMessage, type Outgoing, type Reading, requestedMessage } from './next-message.ts'
import { outcomeOf } from './retry.ts'
import { type LeasedWebhook, leaseDueWebhook, renewLease } from './store.sql.ts'
import * as store from './store.ts'

export interface SendingOptions extends Reading {
  readonly log: Logger
  /** The time for which a receiver may fail before its webhook is disabled, in milliseconds. */
  readonly giveUpMs: number
  /** Sends a message. Throws if no response arrives. */
  readonly post: (
    endpoint: string,
    message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  ) => Promise<{ readonly code: number; readonly retryAfter: string | null }>
  /** Aborts when the sender stops: no attempt starts, and the attempts in progress end. */
  readonly signal: AbortSignal
}

/** The length of a lease, in milliseconds. It is longer than any attempt. */
const LEASE_MS = 15_000
/** The most messages to one webhook during one lease. */
const TURN_MAX = 100
const KEPT_MS = 30 * 24 * 3_600_000
const NO_MATCH = 'Nothing was sent: the statement does not match a search of this webhook any more.'
const WITHOUT_OWNER = 'The key that created it is revoked or has expired.'

type Step = 'sent' | 'passed' | 'failed' | 'idle'

/**
 * Leases the next due webhook, so that no other process serves it.
 * @returns a function that sends the due messages: first requested messages, then changes in order. If sending a change
 * fails, that change is retried later, before any other. Null if no webhook is due.
 */
export async function leaseNextWebhook(options: SendingOptions): Promise<(() => Promise<void>) | null> {
  const { db, now, log, signal } = options
  const holder = randomUUID()
  const began = now()
  const taken = await leaseDueWebhook(db, holder, began, untilFrom(began))
  if (!taken) return null
  return async () => {
    try {
      await serve(options, holder, taken.id)
      await deliveries.deleteOldDeliveries(db, taken.id, new Date(now().getTime() - KEPT_MS))
    } catch (error) {
      // Keep the lease until it expires, so that a failure is not retried at once.
      if (!signal.aborted) return log.warn({ err: error, webhook: taken.id }, 'Serving a webhook failed')
    }
    await store.releaseLease(db, holder, taken.id, now())
  }
}

async function serve(options: SendingOptions, holder: string, id: string): Promise<void> {
  for (let turn = 0; turn < TURN_MAX && !options.signal.aborted; turn++) {
    const at = options.now()
    const webhook = await renewLease(options.db, holder, id, at, untilFrom(at))
    const step = webhook ? await serveOnce(options, holder, webhook) : 'idle'
    if (step === 'failed' || step === 'idle') return
  }
}

const untilFrom = (moment: Date): Date => new Date(moment.getTime() + LEASE_MS)

async function serveOnce(options: SendingOptions, holder: string, webhook: LeasedWebhook): Promise<Step> {
  const { db, now, log } = options
  if (!webhook.has_valid_owner) {
    await store.disableWebhook(db, holder, webhook, WITHOUT_OWNER)
    log.warn({ webhook: webhook.id }, `A webhook is disabled. ${WITHOUT_OWNER}`)
    return 'idle'
  }
  const requested = webhook.has_requests ? await deliveries.findRequested(db, webhook.id) : undefined
  if (requested) {
    const message = await requestedMessage(options, webhook, requested)
    const tried = message ? await attempt(options, webhook, message) : withoutMessage(now())
    await deliveries.settleRequested(db, requested.id, tried)
    return 'sent'
  }
  const isPausing = webhook.next_attempt_at !== null && Date.parse(webhook.next_attempt_at) > now().getTime()
  if (webhook.status !== 'active' || isPausing) return 'idle'
  const next = await nextMessage(options, webhook)
  if (next.message !== null) return deliver(options, holder, webhook, next)
  if (next.position === webhook.position) return 'idle'
  await store.skipChanges(db, holder, webhook, next.position)
  return 'passed'
}

/** Returns the result of a repetition that was not sent. */
const withoutMessage = (at: Date): deliveries.Tried => ({
  attempted: { code: null, error: NO_MATCH, retryAfter: null },
  at,
  latencyMs: 0,
})

async function deliver(
  options: SendingOptions,
  holder: string,
  webhook: LeasedWebhook,
  { message, type, position }: Outgoing,
): Promise<Step> {
  const { db, log, giveUpMs } = options
  const { id, failures, failing_since: since } = webhook
  const tried = await attempt(options, webhook, message)
  const before = { failures, failingSince: since === null ? null : new Date(since), nextAttemptAt: null }
  const outcome = outcomeOf(tried.attempted, before, tried.at, Math.random(), giveUpMs)
  const delivery = {
    id: idMaker(tried.at)(),
    message: message.id,
    type,
    position,
    attempt: failures + 1,
  }
  await inTransaction(db, (tx) => store.settleAttempt(tx, holder, webhook, delivery, tried, outcome))
  if (outcome.disabledFor !== null) log.warn({ webhook: id }, `A webhook is disabled. ${outcome.disabledFor}`)
  return outcome.isDelivered ? 'sent' : 'failed'
}

/**
 * Sends one message and returns the result.
 * @throws an error if the sender closes during the attempt. The result is then unknown, and the message is sent again.
 */
async function attempt(
  { now, post, signal }: SendingOptions,
  { endpoint, secrets }: LeasedWebhook,
  message: Message,
): Promise<deliveries.Tried> {
  const at = now()
  const begun = performance.now()
  const attempted = await post(endpoint, {
    headers: { 'content-type': 'application/json', ...signedHeaders(message, secrets, at) },
    body: message.body,
  }).then(toAttempted, (error: Error): Attempted => {
    signal.throwIfAborted()
    return { code: null, error: error.message, retryAfter: null }
  })
  return { attempted, at, latencyMs: Math.round(performance.now() - begun) }
}

function toAttempted({ code, retryAfter }: { code: number; retryAfter: string | null }): Attempted {
  const isTaken = code >= 200 && code <= 299
  return { code, retryAfter, error: isTaken ? null : `The receiver answered ${code}.` }
}
