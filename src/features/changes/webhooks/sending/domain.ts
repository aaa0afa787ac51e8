import { setTimeout as sleep } from 'node:timers/promises'
import { leaseNextWebhook, type SendingOptions } from './serve-webhook.ts'

/** The poll interval, in milliseconds. */
const LOOK_MS = 1000
/** How many webhooks one process serves at the same time. */
const AT_ONCE = 8

export interface WebhookSender {
  /** Starts no new attempt and aborts those in progress. Another process sends these messages again. */
  close(): Promise<void>
}

/** Sends changes to webhooks until it is closed. Any number of processes can do so at the same time. */
export function startWebhookSender(options: Omit<SendingOptions, 'signal' | 'post'> & Sender): WebhookSender {
  const closing = new AbortController()
  const { signal } = closing
  const post: SendingOptions['post'] = (endpoint, message) => options.post(endpoint, message, signal)
  const rounds = goRound({ ...options, post, signal })
  return {
    async close() {
      closing.abort()
      await rounds
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

async function goRound(options: SendingOptions): Promise<void> {
  const { signal, log } = options
  const underWay = new Set<Promise<void>>()
  let isFailing = false
  while (!signal.aborted) {
    const serve = underWay.size < AT_ONCE ? await look() : null
    if (serve) {
      const serving: Promise<void> = serve()
        .catch(tell)
        .then(() => void underWay.delete(serving))
      underWay.add(serving)
    } else await Promise.race([...underWay, sleep(LOOK_MS, undefined, { signal }).catch(() => undefined)])
  }
  await Promise.all(underWay)

  /** Leases the next webhook. Repeated failures are logged once. */
  async function look(): ReturnType<typeof leaseNextWebhook> {
    try {
      const serve = await leaseNextWebhook(options)
      isFailing = false
      return serve
    } catch (error) {
      tell(error)
      return null
    }
  }

  function tell(error: unknown): void {
    if (!isFailing) log.warn({ err: error }, 'Webhooks cannot be served; retrying')
    isFailing = true
  }
}
