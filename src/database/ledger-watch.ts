import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { inSession } from './pool.ts'
import { WatchedClient } from './watched-client.ts'

/** The interval between two readings of the ledger on the connection that listens, in milliseconds. */
const READ_MS = 500
/** The time for which a reading proves that the connection works, in milliseconds. */
const PROOF_MS = 1500
/** The longest time for one answer of the database, in milliseconds. */
const ANSWER_MS = 1000
/** The wait before a lost connection is opened again, in milliseconds. */
const RECONNECT_MS = 500

/** The channel to which a trigger of the table `ledger` sends each new position. */
const CHANNEL = 'ledger'
const POSITION = 'SELECT position::text AS position FROM ledger WHERE id = 1'

/** Knows the position of the ledger without asking the database, while it listens to notifications of each write. */
export interface LedgerWatch {
  /**
   * Returns the position of the last revision. It includes every write of this process whose transaction has ended, and
   * every write of others whose notification has arrived. It is at most 1.5 seconds old, even if notifications stop.
   * @returns null if the database must be asked.
   */
  known(): string | null
  /** Returns a position that is at least that of each write of this process; null if there is none yet. */
  written(): string | null
  /** Notes that a transaction of this process has moved the ledger to a position. */
  moved(position: bigint): void
  /** Begins to listen. Until then, and while the connection is lost, `known` returns null. */
  listen(): void
  close(): Promise<void>
}

/** Creates the watch of the ledger of a database. It does not listen yet. */
export function watchLedger(url: string, log: Logger): LedgerWatch {
  let position = -1n
  let text = ''
  let written = 0n
  /** The position of the last notification. */
  let heard = 0n
  let provenUntil = 0
  const closing = new AbortController()
  let listening: Promise<void> = Promise.resolve()

  const raise = (to: bigint): void => {
    if (to > written) written = to
    if (to <= position) return
    position = to
    text = String(to)
  }

  async function listenUntilClosed(): Promise<void> {
    let isReported = false
    while (!closing.signal.aborted) {
      await listenOnce(() => {
        isReported = false
      }).catch((error) => {
        if (!isReported && !closing.signal.aborted)
          log.warn(
            { err: error },
            'Reads ask for the position of the ledger: no connection listens to writes',
          )
        isReported = true
      })
      provenUntil = 0
      await pause(RECONNECT_MS)
    }
  }

  /** Listens on one connection until the watch is closed. @throws if the connection is lost. */
  async function listenOnce(onProven: () => void): Promise<void> {
    const client = new WatchedClient({
      connectionString: inSession(url),
      application_name: 'onrecord',
      connectionTimeoutMillis: ANSWER_MS,
      statement_timeout: ANSWER_MS,
    })
    client.answerTimeoutMs = ANSWER_MS
    client.on('error', () => {
      provenUntil = 0
    })
    client.on('notification', ({ payload }) => {
      heard = BigInt(payload!)
      raise(heard)
    })
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      // After a failover, the ledger can be at an earlier position than before.
      position = -1n
      heard = (await read(client)).position
      let last = heard
      while (!closing.signal.aborted) {
        const now = await read(client)
        // A pooler that shares sessions accepts LISTEN, but does not pass notifications on.
        provenUntil = heard >= last ? now.at + PROOF_MS : 0
        last = now.position
        onProven()
        await pause(READ_MS)
      }
    } finally {
      client.cut()
    }
  }

  async function read(client: WatchedClient): Promise<{ position: bigint; at: number }> {
    const at = performance.now()
    const { rows } = (await client.query(POSITION)) as { rows: { position: string }[] }
    const found = BigInt(rows[0]!.position)
    raise(found)
    return { position: found, at }
  }

  const pause = (ms: number): Promise<void> =>
    sleep(ms, undefined, { signal: closing.signal }).catch(() => undefined)

  return {
    known: () => (performance.now() < provenUntil ? text : null),
    written: () => (written > 0n ? String(written) : null),
    moved: raise,
    listen() {
      listening = listenUntilClosed()
    },
    async close() {
      closing.abort()
      await listening
    },
  }
}
