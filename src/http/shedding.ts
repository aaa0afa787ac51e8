import underPressure from '@fastify/under-pressure'
import { DomainError } from '../core/errors.ts'
import type { App } from './instance.ts'

const RETRY_SECONDS = 2

export interface SheddingOptions {
  /** The mean delay of the event loop, in milliseconds, above which requests get 503. */
  readonly maxEventLoopDelay: number
}

/** Answers 503 while the process is overloaded. `config.shed: false` exempts a route. */
export const installShedding = async (app: App, options: SheddingOptions): Promise<void> => {
  await app.register(underPressure, {
    maxEventLoopDelay: options.maxEventLoopDelay,
    pressureHandler: async (request, reply) => {
      if (request.routeOptions.config.shed === false) return
      reply.header('retry-after', String(RETRY_SECONDS))
      throw new DomainError(
        'unavailable',
        `The service is overloaded. Try again in ${RETRY_SECONDS} seconds.`,
      )
    },
  })
}
