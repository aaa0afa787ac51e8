import { pause } from './counts.ts'

/** A write that is sent until it is answered. */
export interface KeyedWrite {
  readonly path: string
  readonly method?: 'POST' | 'PATCH'
  /** The Idempotency-Key. It is the same for each attempt. */
  readonly key: string
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Acknowledged {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read the members that they expect.
  readonly body: any
  /** True if an earlier attempt had done the write. */
  readonly isReplayed: boolean
}

/** The attempts that were not answered, by reason: the status, or `lost` if the connection broke. */
export type Refusals = Map<string, number>

const RETRY_MS = 25

/** Statuses after which a client sends the same write again. */
const PASSING = new Set([503, 504])

/**
 * Sends a write until the service answers it. Repeats it after a broken connection, 503, 504, and while an earlier
 * attempt is still in progress.
 */
export async function writeUntilAnswered(
  origin: string,
  secret: string,
  { path, method = 'POST', key, body, headers }: KeyedWrite,
  refusals: Refusals,
): Promise<Acknowledged> {
  const count = (reason: string): void => void refusals.set(reason, (refusals.get(reason) ?? 0) + 1)
  for (;;) {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'idempotency-key': key,
        ...headers,
      },
      body: JSON.stringify(body),
    })
      .then(async (response) => ({ response, body: (await response.json()) as Acknowledged['body'] }))
      .catch(() => null)
    if (answer === null) count('lost')
    else {
      const { status, headers: sent } = answer.response
      const isInFlight = status === 409 && answer.body.errors?.[0]?.code === 'in_flight'
      if (!PASSING.has(status) && !isInFlight)
        return { status, body: answer.body, isReplayed: sent.get('idempotent-replayed') === 'true' }
      count(isInFlight ? 'in flight' : String(status))
    }
    await pause(RETRY_MS)
  }
}
