import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ErrorCode } from '../core/errors.ts'

/** A Fastify server whose routes declare zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** The settings of a route for conditional requests. */
interface ConditionalConfig {
  /** Replaces the default `Cache-Control`. A response that never changes can use `max-age=31536000, immutable`. */
  readonly cacheControl?: string
  /** Replaces the data version in the ETag. It must change whenever the response can change. */
  readonly version?: (request: FastifyRequest) => string | Promise<string>
  /** Returns another value on which the response depends, besides the data and the URL, such as the day. */
  readonly also?: () => string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The error code of a failed request, for the log; null if it succeeded. */
    failure: ErrorCode | null
  }
  interface FastifyContextConfig {
    /** The media types of the response, preferred first. Default: `application/json`. `false` ignores `Accept`. */
    produces?: readonly string[] | false
    /** With `false`, the responses have no ETag and are never cached. */
    conditional?: false | ConditionalConfig
    /** With `true`, browsers that open the address are sent to a page about the same thing. */
    hasPage?: true
    /** With `false`, the route also answers under overload. */
    shed?: false
    /** The error codes of this route in the OpenAPI document, besides the codes of every route. */
    errors?: readonly ErrorCode[]
  }
}
