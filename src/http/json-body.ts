import { Readable } from 'node:stream'
import { DomainError } from '../core/errors.ts'
import { demandShallow } from '../input/json-depth.ts'
import { decodeStrictly } from '../input/utf8.ts'
import type { App } from './instance.ts'

/** Refuses bodies nested too deeply, before they are validated. */
export function installJsonDepth(app: App): void {
  app.addHook('preValidation', ({ body }, _reply, done) => {
    if (!(body instanceof Readable)) demandShallow(body)
    done()
  })
}

/** Refuses requests without a body at routes that take several media types, because Fastify validates a body by its type. */
export function installBodyDemand(app: App): void {
  app.addHook('preValidation', ({ body, routeOptions }, _reply, done) => {
    const content = (routeOptions.schema?.body as { content?: object } | undefined)?.content
    if (body !== undefined || content === undefined) return done()
    const types = Object.keys(content).join(', ')
    throw malformed(`The request has no body. Send one, with its Content-Type: one of ${types}.`)
  })
}

/**
 * Parses bodies of these media types as JSON in strict UTF-8. A lenient decoder would store replacement characters.
 * Applies to the routes of this Fastify instance.
 */
export function readStrictJson(app: App, mediaTypes: readonly string[]): void {
  if (mediaTypes.includes('application/json')) app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    [...mediaTypes],
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => {
      const text = decodeStrictly(body)
      if (text.trim() === '')
        throw malformed('The body is empty, but the Content-Type is JSON. Send a JSON value.')
      try {
        return JSON.parse(text) as unknown
      } catch (error) {
        throw malformed(`The body is not JSON: ${(error as Error).message.slice(0, 200)}.`)
      }
    },
  )
}

const malformed = (detail: string): DomainError => new DomainError('malformed_request', detail)
