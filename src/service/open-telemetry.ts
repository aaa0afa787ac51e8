import {
  type Context,
  context,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { Spanned } from '../core/spanned.ts'
import type { ObserveStatement } from '../database/observed-pool.ts'
import { API_INFO } from '../documentation/api.ts'
import type { Reader } from '../features/extraction/domain.ts'
import type { App } from '../http/instance.ts'

/** Traces of requests, database statements and ingestion. */
export interface Tracing {
  readonly observe: ObserveStatement
  readonly spanned: Spanned
  /** Makes a span of each request of a server. Call it before all plugins and routes. */
  installRequests(app: App): void
  /** Returns the reader with a span for each text. */
  traceReader<Traced extends Reader>(reader: Traced): Traced
  /** Sends the spans that wait, within some seconds. */
  close(): Promise<void>
}

/** The longest time for sending the last spans, in milliseconds. The service must stop in time without its receiver. */
const LAST_SPANS_MS = 1000
/** The longest SQL of a span, in characters. */
const SQL_MAX = 4000

/** The context of each request, for its handlers. */
const REQUEST_CONTEXT = Symbol('context of the trace')

declare module 'fastify' {
  interface FastifyRequest {
    [REQUEST_CONTEXT]?: Context
  }
}

/**
 * Sends spans to a receiver of OTLP over HTTP. The standard variables of OpenTelemetry apply to what is not set here:
 * `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`, `OTEL_TRACES_SAMPLER`, `OTEL_EXPORTER_OTLP_HEADERS`.
 * @param endpoint the base URL of the receiver, without `/v1/traces`.
 */
export function createTracing(endpoint: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'onrecord',
      'service.version': API_INFO.version,
    }).merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  const tracer = provider.getTracer('onrecord', API_INFO.version)
  const spanned: Tracing['spanned'] = (name, work) =>
    tracer.startActiveSpan(name, async (span) => {
      try {
        return await work()
      } catch (error) {
        fail(span, error)
        throw error
      } finally {
        span.end()
      }
    })
  return {
    spanned,
    observe(sql) {
      const span = tracer.startSpan(operationOf(sql), {
        kind: SpanKind.CLIENT,
        attributes: { 'db.system.name': 'postgresql', 'db.query.text': withoutLiterals(sql) },
      })
      return (error) => {
        if (error !== undefined) fail(span, error)
        span.end()
      }
    },
    installRequests: (app) => installRequests(app, tracer),
    traceReader: (reader) =>
      Object.assign(Object.create(reader), {
        read: (...parameters: Parameters<typeof reader.read>) =>
          spanned('read a text', () => reader.read(...parameters)),
        readAsJson: (...parameters: Parameters<typeof reader.readAsJson>) =>
          spanned('read a text', () => reader.readAsJson(...parameters)),
      }),
    async close() {
      context.disable()
      await Promise.race([
        provider.shutdown().catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, LAST_SPANS_MS).unref()),
      ])
    },
  }
}

function installRequests(app: App, tracer: Tracer): void {
  const propagator = new W3CTraceContextPropagator()
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, raw, routeOptions, id } = request
    // Probes and metrics would be most of the spans.
    if (routeOptions.config.shed === false) return done()
    const route = routeOptions.url ?? '(none)'
    const span = tracer.startSpan(
      `${method} ${route}`,
      {
        kind: SpanKind.SERVER,
        attributes: { 'http.request.method': method, 'http.route': route, 'onrecord.request_id': id },
      },
      propagator.extract(ROOT_CONTEXT, raw.headers, defaultTextMapGetter),
    )
    const current = trace.setSpan(ROOT_CONTEXT, span)
    request[REQUEST_CONTEXT] = current
    context.with(current, done)
  })
  // After a body, Fastify goes on in the context of the socket.
  app.addHook('preValidation', (request, _reply, done) => {
    const current = request[REQUEST_CONTEXT]
    if (current === undefined) done()
    else context.with(current, done)
  })
  app.onEveryEnd((request, _reply, status) => {
    const current = request[REQUEST_CONTEXT]
    const span = current && trace.getSpan(current)
    if (span === undefined) return
    span.setAttribute('http.response.status_code', status)
    if (request.failure !== null) span.setAttribute('error.type', request.failure)
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  })
}

/** Marks a span as failed. The message of an error can contain values, so only its code is sent. */
function fail(span: Span, error: unknown): void {
  const { code, name } = error as { code?: unknown; name?: unknown }
  span.setStatus({ code: SpanStatusCode.ERROR })
  span.setAttribute('error.type', String(code ?? name ?? 'error'))
}

/** Returns the first word of a statement: `SELECT`. */
const operationOf = (sql: string): string => /[A-Z]+/i.exec(sql)?.[0].toUpperCase() ?? 'SQL'

/** Returns a statement without literals. Values are parameters, but a constant could be a word too. */
const withoutLiterals = (sql: string): string => sql.replace(/'(?:[^']|'')*'/g, '?').slice(0, SQL_MAX)
