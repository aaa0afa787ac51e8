import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ErrorCode } from '../core/errors.ts'

/** The server as every route sees it: Fastify whose shapes are zod's. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** How one route takes part in conditional requests. */
export interface ConditionalConfig {
  /** Replaces the default `Cache-Control`; what never changes may say `max-age=31536000, immutable`. */
  readonly cacheControl?: string
  /** What the tag stands for instead of the data version: it must change whenever the answer could. */
  readonly version?: (request: FastifyRequest) => string | Promise<string>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Why the request failed; for the log and the metrics. */
    failure: ErrorCode | null
  }
  interface FastifyContextConfig {
    /** Media types the route can answer in, best first; `false`: one, whatever is asked. Absent: `application/json`. */
    produces?: readonly string[] | false
    /** `false`: the route's answers carry no ETag and are never stored. */
    conditional?: false | ConditionalConfig
    /** `false`: the route answers under overload too. */
    shed?: false
    /** Error codes the route can answer with beyond those every route has; they go into the API's description. */
    errors?: readonly ErrorCode[]
  }
}
