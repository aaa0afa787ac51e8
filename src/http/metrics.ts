import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { DomainError } from '../core/errors.ts'
import type { App } from './instance.ts'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const UNROUTED = '(none)'

/** A number that is read for each request to the metrics. */
interface GaugeSource {
  /** The metric's name by the conventions of Prometheus: `database_pool_waiting`. */
  readonly name: string
  readonly help: string
  readonly read: () => number
}

/** Numbers that one asynchronous read returns together. */
interface SharedGauges {
  /** The names of the metrics, each with its help. */
  readonly help: Readonly<Record<string, string>>
  /** Reads the numbers, by the names of the metrics. If it fails, the metrics are absent from the answer. */
  readonly read: () => Promise<Readonly<Record<string, number>>>
}

export interface MetricsOptions {
  /** The token that callers must send as `Authorization: Bearer …`. Without it, the metrics are public. */
  readonly token?: string | undefined
  readonly gauges?: readonly GaugeSource[] | undefined
  readonly shared?: SharedGauges | undefined
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Serves `/metrics` for Prometheus: request durations by method, route pattern and status class, metrics of the process
 * (event loop lag, memory), and the given gauges. Labels never contain URLs, so callers cannot create new series.
 */
export const installMetrics = (app: App, options: MetricsOptions = {}): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its response, in seconds.',
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
  const readShared = installShared(registry, options.shared)

  app.onEveryEnd((request, reply, status) => {
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
      // Prometheus usually runs in the same network, so compression would only take time.
      compress: false,
    },
    async (request, reply) => {
      if (expected !== null && !timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) {
        reply.header('www-authenticate', 'Bearer')
        throw new DomainError(
          'unauthorized',
          'The metrics need the token of ONRECORD_METRICS_TOKEN. Send it as "Authorization: Bearer …".',
        )
      }
      await readShared().catch((err) => request.log.warn({ err }, 'Some metrics could not be read'))
      return reply.type(registry.contentType).send(await registry.metrics())
    },
  )
}

/** Registers gauges that one read sets. Returns the read; it rejects if the numbers are unknown. */
function installShared(registry: Registry, shared: SharedGauges | undefined): () => Promise<void> {
  if (shared === undefined) return async () => undefined
  const gauges = Object.entries(shared.help).map(
    ([name, help]) => [name, new Gauge({ name, help, registers: [registry] })] as const,
  )
  // Otherwise the answer would give the last known numbers, or 0, as if they were current.
  const forget = (): void => {
    for (const [, gauge] of gauges) gauge.remove()
  }
  return async () => {
    forget()
    const numbers = await shared.read()
    for (const [name, gauge] of gauges) gauge.set(numbers[name]!)
  }
}
