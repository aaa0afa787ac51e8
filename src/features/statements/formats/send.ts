import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../../core/errors.ts'
import { example } from '../../../documentation/examples.ts'
import { negotiate } from '../../../http/negotiation.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import type { PresentedPage } from './format.ts'
import { JSON_FORMAT } from './json.ts'
import { STATEMENT_FORMATS } from './table.ts'

/** The route configuration of every list of statements. */
export const statementListConfig = {
  scope: 'read',
  produces: [...new Set(STATEMENT_FORMATS.map(({ mediaType }) => mediaType))],
} as const

/** Returns the response schema of a list of statements, in each format. */
export const statementListAnswer = () => ({
  description: 'OK',
  content: {
    [JSON_FORMAT.mediaType]: { schema: example(JSON_FORMAT.schema, 'listStatements') },
    ...Object.fromEntries(
      STATEMENT_FORMATS.filter((format) => format !== JSON_FORMAT).map(({ mediaType, schema }) => [
        mediaType,
        { schema },
      ]),
    ),
  },
})

/** The part of a list's query that chooses its format. */
interface FormatQuery {
  readonly format?: string
  readonly fields?: readonly (keyof Statement)[]
}

/**
 * Sends a page of statements in the format of the parameter `format`, or of the `Accept` header.
 * @throws DomainError `invalid_parameter` if the format has fixed fields and the request chooses fields.
 */
export function sendStatements(request: FastifyRequest, reply: FastifyReply, page: PresentedPage) {
  const { format: name, fields } = request.query as FormatQuery
  const wanted = negotiate(request)
  const format =
    STATEMENT_FORMATS.find((one) => (name === undefined ? one.mediaType === wanted : one.name === name)) ??
    STATEMENT_FORMATS[0]
  if (format.hasFixedFields && fields !== undefined) {
    const message = `The format ${format.name} has fields of its own. Leave out fields.`
    throw new DomainError('invalid_parameter', message, [
      { parameter: 'fields', code: 'invalid_parameter', message },
    ])
  }
  const origin = request.server.originOf(request)
  return reply.type(format.contentType).send(format.write(page, { origin, fields }))
}
