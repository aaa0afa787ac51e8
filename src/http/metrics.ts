import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { DomainError } from '../core/errors.ts'
import { onEveryEnd } from './client-gone.ts'
import type { App } from './instance.ts'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const UNROUTED = '(none)'

/** A number read whenever metrics are asked for. */
export interface GaugeSource {
  /** Metric name after Prometheus' conventions: `database_pool_waiting`. */
  readonly name: string
  readonly help: string
  readonly read: () => number
}

export interface MetricsOptions {
  /** Asked for as `Authorization: Bearer …`; without it anybody who can reach the port may read. */
  readonly token?: string | undefined
  readonly gauges?: readonly GaugeSource[] | undefined
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * `/metrics` for Prometheus: durations of requests by method, route pattern and status class, the process' own
 * metrics (event loop lag, memory), and the given gauges. No label ever holds a URL, so nobody can multiply series.
 */
export const installMetrics = (app: App, options: MetricsOptions = {}): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [registry],
  })
  for (const { name, help, read } of options.gauges ?? []) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  }

  onEveryEnd(app, (request, reply, status) => {
    const route = request.is404 ? UNROUTED : (request.routeOptions.url ?? UNROUTED)
    const method = app.supportedMethods.includes(request.method) ? request.method : 'OTHER'
    durations.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, reply.elapsedTime / 1000)
  })

  const expected = options.token === undefined ? null : digest(`Bearer ${options.token}`)
  app.get(
    '/metrics',
    {
      schema: { hide: true },
      config: { scope: 'open', rateLimit: false, shed: false, conditional: false, produces: false },
      // A metrics page compresses well but is asked for by neighbours.
      compress: false,
    },
    async (request, reply) => {
      if (expected !== null && !timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) {
        reply.header('www-authenticate', 'Bearer')
        throw new DomainError('unauthorized', 'The metrics ask for a bearer token.')
      }
      return reply.type(registry.contentType).send(await registry.metrics())
    },
  )
}
