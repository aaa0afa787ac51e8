import { setTimeout as sleep } from 'node:timers/promises'
import { leaseNextWebhook, type SendingOptions } from './serve-webhook.ts'

/** The poll interval, in milliseconds. */
const POLL_MS = 1000
/** The most webhooks that one process serves at the same time. */
const CONCURRENCY = 8

export interface WebhookSender {
  /** Starts no new attempt, and aborts the attempts in progress. Another process sends these messages again. */
  close(): Promise<void>
}

/** Sends changes to webhooks until it is closed. Several processes can do so at the same time. */
export function startWebhookSender(options: Omit<SendingOptions, 'signal' | 'post'> & Sender): WebhookSender {
  const closing = new AbortController()
  const { signal } = closing
  const post: SendingOptions['post'] = (endpoint, message) => options.post(endpoint, message, signal)
  const polling = pollUntilClosed({ ...options, post, signal })
  return {
    async close() {
      closing.abort()
      await polling
    },
  }
}

interface Sender {
  readonly post: (
    endpoint: string,
    message: Parameters<SendingOptions['post']>[1],
    signal: AbortSignal,
  ) => ReturnType<SendingOptions['post']>
}

async function pollUntilClosed(options: SendingOptions): Promise<void> {
  const { signal, log } = options
  const inProgress = new Set<Promise<void>>()
  let isFailing = false
  while (!signal.aborted) {
    const serve = inProgress.size < CONCURRENCY ? await leaseNext() : null
    if (serve) {
      const serving: Promise<void> = serve()
        .catch(logFailure)
        .then(() => void inProgress.delete(serving))
      inProgress.add(serving)
    } else await Promise.race([...inProgress, sleep(POLL_MS, undefined, { signal }).catch(() => undefined)])
  }
  await Promise.all(inProgress)

  /** Leases the next webhook. Repeated failures are logged once. */
  async function leaseNext(): ReturnType<typeof leaseNextWebhook> {
    try {
      const serve = await leaseNextWebhook(options)
      isFailing = false
      return serve
    } catch (error) {
      logFailure(error)
      return null
    }
  }

  function logFailure(error: unknown): void {
    if (!isFailing) log.warn({ err: error }, 'Webhooks cannot be served; retrying')
    isFailing = true
  }
}
