import { z } from 'zod'
import { DomainError, type Fault } from '../core/errors.ts'
import type { App } from './instance.ts'

/** A ready service answers within this; a check that takes longer counts as failed. */
const CHECK_MS = 1000

/** Something the service cannot work without. */
export interface ReadinessCheck {
  /** What is checked, as the answer names it: `database`, `migrations`. */
  readonly name: string
  /** Settles when all is well; what it rejects with goes to the log, never into the answer. */
  readonly run: () => Promise<unknown>
}

export interface HealthOptions {
  readonly checks: readonly ReadinessCheck[]
  /** The tag the operations are listed under in the API's description. */
  readonly tag: string
}

const health = z
  .object({
    status: z.literal('ok'),
    checks: z.array(z.string()).meta({ description: 'What was checked and found well.' }),
  })
  .meta({
    id: 'Health',
    description: 'The service works.',
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

/** Free of quota, shedding and caching: a probe must learn the truth however busy the service is. */
const PROBE = { scope: 'open', rateLimit: false, shed: false, conditional: false } as const

/**
 * `/health/live` answers while the process can; `/health/ready` while it should be sent work: every check passes
 * and it is not shutting down.
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
        description: 'Answers without asking anything else. Restart the process when it does not.',
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
        summary: 'Can the service take requests?',
        description:
          'Asks what the service depends on. 503 names what failed; send no requests until it is 200.',
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
