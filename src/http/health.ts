import { z } from 'zod'
import { DomainError, type Fault } from '../core/errors.ts'
import type { App } from './instance.ts'

/** The longest time for a check, in milliseconds. After that, the check has failed. */
const CHECK_MS = 1000

/** A check of a dependency of the service. */
interface ReadinessCheck {
  /** The name in the response: `database`. */
  readonly name: string
  /** Resolves if the dependency works. A rejection is logged and never part of the response. */
  readonly run: () => Promise<unknown>
}

export interface HealthOptions {
  readonly checks: readonly ReadinessCheck[]
  /** The OpenAPI tag of the operations. */
  readonly tag: string
}

const health = z
  .object({
    status: z.literal('ok'),
    checks: z.array(z.string()).meta({ description: 'The checks that passed.' }),
  })
  .meta({
    id: 'Health',
    description: 'The service is healthy.',
    examples: [{ status: 'ok', checks: ['database'] }],
  })

const withinTime = async (check: ReadinessCheck): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_MS} ms`)), CHECK_MS)
  })
  try {
    await Promise.race([check.run(), late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The configuration of probes. They need a correct answer under any load, so they have no quota, no shedding and no
 * caching.
 */
const PROBE = { scope: 'open', rateLimit: false, shed: false, conditional: false } as const

/**
 * Serves `/health/live`, which succeeds while the process runs, and `/health/ready`, which succeeds while every check
 * passes and the service is not shutting down.
 */
export const installHealth = (app: App, options: HealthOptions): void => {
  const names = options.checks.map(({ name }) => name)

  app.get(
    '/health/live',
    {
      config: PROBE,
      schema: {
        operationId: 'getLiveness',
        summary: 'Is the process alive?',
        description: 'Answers without checking any dependency. If it does not answer, restart the process.',
        tags: [options.tag],
        response: { 200: health },
      },
    },
    async () => ({ status: 'ok' as const, checks: [] }),
  )

  app.get(
    '/health/ready',
    {
      config: PROBE,
      schema: {
        operationId: 'getReadiness',
        summary: 'Is the service ready for requests?',
        description:
          'Checks the dependencies of the service. A 503 names the failed checks. Send no requests until the status is 200.',
        tags: [options.tag],
        response: { 200: health },
      },
    },
    async (request) => {
      if (app.isDraining()) throw new DomainError('unavailable', 'The service is shutting down.')
      const outcomes = await Promise.allSettled(options.checks.map(withinTime))
      const faults = outcomes.flatMap((outcome, index): Fault[] => {
        if (outcome.status === 'fulfilled') return []
        const check = names[index]!
        request.log.warn({ err: outcome.reason, check }, 'readiness check failed')
        return [{ code: `${check}_unavailable`, message: `The check "${check}" failed.` }]
      })
      if (faults.length > 0) throw new DomainError('unavailable', 'The service is not ready.', faults)
      return { status: 'ok' as const, checks: names }
    },
  )
}
