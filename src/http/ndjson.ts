import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError } from '../core/errors.ts'
import type { App } from './instance.ts'

export const NDJSON_MEDIA_TYPE = 'application/x-ndjson'

/**
 * The size of the results that are buffered for a caller that does not read yet, in bytes. Processing pauses while the
 * buffer is full.
 */
const BUFFER_BYTES = 4 * 1024 * 1024

/** Builds the schema of an NDJSON body or response for the OpenAPI document. */
export const ndjson = (description: string, examples: readonly object[]) =>
  z
    .custom<Readable>((value) => value instanceof Readable)
    .meta({ type: 'string', description, examples: [examples.map(toLine).join('')] })

const MEDIA_TYPES: readonly string[] = [NDJSON_MEDIA_TYPE, 'application/ndjson']

/** Returns true if the body of a request is NDJSON. */
export const hasLines = ({ mediaType }: FastifyRequest): boolean => MEDIA_TYPES.includes(mediaType ?? '')

/** Passes NDJSON bodies as streams to the routes of this Fastify instance. */
export function acceptNdjson(app: App): void {
  app.addContentTypeParser([...MEDIA_TYPES], (_request, payload, done) => done(null, payload))
}

/** Passes NDJSON bodies as streams to the routes of this Fastify instance, and answers 415 to all other bodies. */
export function streamNdjson(app: App): void {
  app.removeAllContentTypeParsers()
  acceptNdjson(app)
  app.addContentTypeParser('*', (_request, _payload, done) => done(notLines()))
}

/** Returns the body of a request as a stream of bytes. @throws DomainError `unsupported_media_type` without a body. */
export function linesBodyOf({ body }: FastifyRequest): Readable {
  if (body instanceof Readable) return body
  throw notLines()
}

const notLines = (): DomainError =>
  new DomainError(
    'unsupported_media_type',
    `This endpoint needs a body of the media type ${NDJSON_MEDIA_TYPE}, with one JSON value per line.`,
  )

/**
 * Streams values as NDJSON. Waits for the first value, so that an early failure gets its own HTTP status. A later
 * failure closes the connection.
 * @param emptyMessage the error text if there are no values.
 * @throws DomainError `malformed_request` if there are no values.
 */
export async function sendLines(
  reply: FastifyReply,
  values: AsyncGenerator<object>,
  emptyMessage: string,
): Promise<FastifyReply> {
  const first = await values.next()
  if (first.done) throw new DomainError('malformed_request', emptyMessage)
  async function* lines() {
    yield toLine(first.value)
    for await (const value of values) yield toLine(value)
  }
  const stream = Readable.from(lines(), { objectMode: false, highWaterMark: BUFFER_BYTES })
  return reply.type(NDJSON_MEDIA_TYPE).send(stream)
}

const toLine = (value: unknown): string => `${JSON.stringify(value)}\n`
