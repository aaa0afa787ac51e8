import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError } from '../core/errors.ts'
import type { App } from './instance.ts'

export const NDJSON_MEDIA_TYPE = 'application/x-ndjson'

/** What is kept for a caller who sends before it reads, in bytes; then it is read no further until it does. */
const KEPT_FOR_SLOW_READERS = 4 * 1024 * 1024

/** A body or an answer of one JSON value a line, as the API's documents show it. */
export const ndjson = (description: string, examples: readonly object[]) =>
  z
    .custom<Readable>((value) => value instanceof Readable)
    .meta({ type: 'string', description, examples: [examples.map(toLine).join('')] })

/** Leaves bodies of NDJSON to the routes registered with this instance, as they arrive. They take nothing else. */
export function streamNdjson(app: App): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser([NDJSON_MEDIA_TYPE, 'application/ndjson'], (_request, payload, done) =>
    done(null, payload),
  )
  app.addContentTypeParser('*', (_request, _payload, done) => done(notLines()))
}

/** The bytes of a body, as they arrive. */
export function linesBodyOf({ body }: FastifyRequest): Readable {
  if (body instanceof Readable) return body
  throw notLines()
}

const notLines = (): DomainError =>
  new DomainError(
    'unsupported_media_type',
    `This endpoint reads ${NDJSON_MEDIA_TYPE}: one JSON value a line.`,
  )

/**
 * Answers with one line for each thing, as they come. Nothing is sent before there is a first one, so that what is
 * wrong from the beginning has a status of its own; what goes wrong later ends the connection.
 * @param nothing what to say where there is none.
 */
export async function sendLines(
  reply: FastifyReply,
  things: AsyncGenerator<object>,
  nothing: string,
): Promise<FastifyReply> {
  const first = await things.next()
  if (first.done) throw new DomainError('malformed_request', nothing)
  async function* lines() {
    yield toLine(first.value)
    for await (const thing of things) yield toLine(thing)
  }
  const stream = Readable.from(lines(), { objectMode: false, highWaterMark: KEPT_FOR_SLOW_READERS })
  return reply.type(NDJSON_MEDIA_TYPE).send(stream)
}

const toLine = (value: unknown): string => `${JSON.stringify(value)}\n`
