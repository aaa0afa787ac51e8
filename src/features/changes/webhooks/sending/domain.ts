import { setTimeout as sleep } from 'node:timers/promises'
import { leaseNextWebhook, type SendingOptions } from './serve-webhook.ts'

/** How often it looks for something to send, in milliseconds. */
const LOOK_MS = 1000
/** Webhooks that one process serves at once. */
const AT_ONCE = 8

export interface WebhookSender {
  /** Begins nothing more and gives up what is under way; it is sent again by whoever comes next. */
  close(): Promise<void>
}

/** Sends webhooks what they lack, until it is closed. Any number of processes may do so side by side. */
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

  /** A database that is away for an hour is told of once. */
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
    if (!isFailing) log.warn({ err: error }, 'Webhooks cannot be served; it goes on trying')
    isFailing = true
  }
}
