import type { Config } from './config.ts'
import type { Tracing } from './open-telemetry.ts'

export type { Tracing } from './open-telemetry.ts'

/**
 * Starts to trace if the configuration names a receiver. Otherwise returns null, and loads no package of OpenTelemetry.
 */
export const startTracing = async ({ otlpEndpoint }: Config): Promise<Tracing | null> =>
  otlpEndpoint === null ? null : (await import('./open-telemetry.ts')).createTracing(otlpEndpoint)
