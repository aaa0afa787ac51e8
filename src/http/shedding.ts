import underPressure from '@fastify/under-pressure'
import { DomainError } from '../core/errors.ts'
import type { App } from './instance.ts'

const RETRY_SECONDS = 2

export interface SheddingOptions {
  /** The mean delay of the event loop, in milliseconds, above which requests get 503. */
  readonly maxEventLoopDelay: number
}

/** The interval between measurements of the event loop's delay, in milliseconds. */
const SAMPLE_MS = 1000

/**
 * Answers 503 while the process is too busy to answer in time. `config.shed: false` exempts a route. Startup keeps the
 * event loop busy too. So the samples that still measure startup are ignored, and a service that listens accepts
 * requests.
 */
export const installShedding = async (app: App, options: SheddingOptions): Promise<void> => {
  let startUpMeasuredUntil = 0
  app.addHook('onListen', async () => {
    startUpMeasuredUntil = performance.now() + 2 * SAMPLE_MS
  })
  await app.register(underPressure, {
    maxEventLoopDelay: options.maxEventLoopDelay,
    sampleInterval: SAMPLE_MS,
    pressureHandler: async (request, reply) => {
      if (request.routeOptions.config.shed === false || performance.now() < startUpMeasuredUntil) return
      reply.header('retry-after', String(RETRY_SECONDS))
      throw new DomainError(
        'unavailable',
        `The service is overloaded. Try again in ${RETRY_SECONDS} seconds.`,
      )
    },
  })
}
