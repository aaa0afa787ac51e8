import { Agent, request } from 'node:http'
import { expect, it } from 'vitest'
import { serve } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { counted, pause, report } from './counts.ts'

const CLIENTS = 200
const STOPS = counted(2, 10)
/** The requests of all clients before the signal. */
const REQUESTS_BEFORE = 1000

/** The end of one request: its answer, or the reason why there is none. */
type End = { readonly answer: 'keep-alive' | 'close' } | { readonly failure: string }

/** Sends one request on the connection of a client. */
const ask = (origin: string, agent: Agent): Promise<End> =>
  new Promise((resolve) => {
    const sent = request(`${origin}/v1/statements?limit=5`, { agent }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => {
        if (response.statusCode !== 200 || !body.endsWith('}'))
          return resolve({ failure: `${response.statusCode} ${body}` })
        resolve({ answer: response.headers.connection === 'close' ? 'close' : 'keep-alive' })
      })
      response.on('error', (error) => resolve({ failure: String(error) }))
    })
    sent.on('error', (error: NodeJS.ErrnoException) => resolve({ failure: error.code ?? String(error) }))
    sent.end()
  })

it(`answers every request in progress when SIGTERM comes under ${CLIENTS} keep-alive clients`, {
  timeout: 600_000,
}, async () => {
  const directory = await temporaryDirectory()
  const environment = {
    DATABASE_URL: await createTestDatabase(),
    ONRECORD_RATE_LIMIT: '0',
    ONRECORD_WORKER: 'off',
    LOG_LEVEL: 'info',
  }
  let answered = 0
  let tooLate = 0
  for (let stop = 0; stop < STOPS; stop++) {
    const service = await serve({ directory, environment })
    let answeredHere = 0
    let hasSignalled = false
    const failures: string[] = []
    const client = async (): Promise<void> => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      for (;;) {
        const isInProgress = !hasSignalled
        const end = await ask(service.url, agent)
        if ('failure' in end) {
          // A request that a client sends later can meet a connection that the service closes, or no service.
          const isTooLate = !isInProgress && ['ECONNREFUSED', 'ECONNRESET'].includes(end.failure)
          if (isTooLate) tooLate++
          else failures.push(end.failure)
          break
        }
        answeredHere++
        if (end.answer === 'close') break
      }
      agent.destroy()
    }
    const clients = Array.from({ length: CLIENTS }, client)
    while (answeredHere < REQUESTS_BEFORE) await pause(10)
    hasSignalled = true
    service.child.kill('SIGTERM')
    await Promise.all(clients)
    expect(failures).toEqual([])
    expect((await service.ended).code).toBe(0)
    answered += answeredHere
  }
  report('SIGTERM', { stops: STOPS, clients: CLIENTS, answered, 'too late': tooLate })
})
