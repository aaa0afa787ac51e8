import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { readPostmaster } from '../../src/database/embedded/postmaster.ts'
import { type Running, run } from '../support/cli.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { pause } from './counts.ts'

/** A service that keeps its address and its data when a test kills it and starts it again. */
export interface RestartedService {
  readonly url: string
  readonly directory: string
  readonly environment: Readonly<Record<string, string>>
  /** Starts the service. Resolves when it is ready, with its process and the time since its start, in milliseconds. */
  start(): Promise<{ readonly running: Running; readonly readyMs: number }>
  /** Makes an API key. */
  createKey(scope: string): Promise<string>
  /** The process of its PostgreSQL. */
  postmaster(): Promise<number | undefined>
  /** The URL of its database, while its PostgreSQL runs. */
  databaseUrl(): Promise<string>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** Describes a service with a PostgreSQL of its own in a new directory. It does not run yet. */
export async function restartedService(
  more: Readonly<Record<string, string>> = {},
): Promise<RestartedService> {
  const directory = await temporaryDirectory()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const environment: Record<string, string> = {
    PORT: String(port),
    ONRECORD_SEED: 'none',
    ONRECORD_RATE_LIMIT: '0',
    ONRECORD_OVERLOAD_DELAY_MS: '0',
    LOG_LEVEL: 'warn',
    ...more,
  }
  const data = environment['ONRECORD_DATA_DIRECTORY'] ?? join(directory, '.data')
  const cluster = join(data, 'postgres', 'cluster')
  return {
    url,
    directory,
    environment,
    async start() {
      const start = performance.now()
      const running = run(['serve'], { directory, environment })
      let hasEnded = false
      void running.ended.then(() => {
        hasEnded = true
      })
      while (!(await isReady(url))) {
        if (hasEnded) throw new Error((await running.ended).stderr)
        await pause(20)
      }
      return { running, readyMs: performance.now() - start }
    },
    async createKey(scope) {
      const made = await run(['keys', 'create', '--name', 'desk', '--scope', scope], {
        directory,
        environment,
      }).ended
      return made.stdout.trim()
    },
    postmaster: async () => (await readPostmaster(cluster))?.pid,
    async databaseUrl() {
      const { port: databasePort } = (await readPostmaster(cluster))!
      const password = await readFile(join(data, 'postgres', 'password'), 'utf8')
      return `postgresql://onrecord:${password.trim()}@127.0.0.1:${databasePort}/onrecord`
    },
  }
}

export const isReady = async (url: string): Promise<boolean> =>
  (await fetch(`${url}/health/ready`).catch(() => null))?.status === 200
