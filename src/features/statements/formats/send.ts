import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../../core/errors.ts'
import { example } from '../../../documentation/examples.ts'
import { negotiate } from '../../../http/negotiation.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import type { FormatContext, PresentedPage, StatementFormat } from './format.ts'
import { JSON_FORMAT } from './json.ts'
import { NDJSON_FORMAT } from './ndjson.ts'
import {
  EXPORT_FORMATS,
  type StatementFormats as Formats,
  SINGLE_FORMATS,
  STATEMENT_FORMATS,
} from './table.ts'

const mediaTypesOf = (formats: Formats): string[] => [...new Set(formats.map(({ mediaType }) => mediaType))]

/** The route configuration of every list of statements. */
export const statementListConfig = { scope: 'read', produces: mediaTypesOf(STATEMENT_FORMATS) } as const

/** The route configuration of a single statement. */
export const singleStatementConfig = { scope: 'read', produces: mediaTypesOf(SINGLE_FORMATS) } as const

/** The route configuration of an export of statements. */
export const exportConfig = { scope: 'read', produces: mediaTypesOf(EXPORT_FORMATS) } as const

/** Returns the response schema of a list of statements, in each format. */
export const statementListAnswer = () => ({
  description: 'OK',
  content: {
    [JSON_FORMAT.mediaType]: { schema: example(JSON_FORMAT.schema, 'listStatements') },
    ...contentOf(STATEMENT_FORMATS, ({ schema }) => schema),
  },
})

/** Returns the response schema of a single statement, in each format. */
export const singleStatementAnswer = () => ({
  description: 'OK',
  content: {
    [JSON_FORMAT.mediaType]: {
      schema: example(JSON_FORMAT.schemaOfOne ?? JSON_FORMAT.schema, 'getStatement'),
    },
    ...contentOf(SINGLE_FORMATS, ({ schema, schemaOfOne }) => schemaOfOne ?? schema),
  },
})

/** Returns the response schema of an export, in each format. */
export const exportAnswer = () => ({
  description: 'All statements, in parts as they are read.',
  content: {
    ...contentOf(EXPORT_FORMATS, ({ schema }) => schema),
    [NDJSON_FORMAT.mediaType]: { schema: example(NDJSON_FORMAT.schema, 'exportStatements') },
  },
})

const contentOf = (formats: Formats, schemaOf: (format: StatementFormat) => StatementFormat['schema']) =>
  Object.fromEntries(
    formats
      .filter((format) => format !== JSON_FORMAT)
      .map((format) => [format.mediaType, { schema: schemaOf(format) }]),
  )

/** The part of a query that chooses the format. */
interface FormatQuery {
  readonly format?: string
  readonly fields?: readonly (keyof Statement)[]
}

/**
 * Chooses the format of the parameter `format`, or of the `Accept` header.
 * @throws DomainError `invalid_parameter` if the format has fixed fields and the request chooses fields.
 */
export function chooseFormat(request: FastifyRequest, formats: Formats): StatementFormat {
  const { format: name, fields } = request.query as FormatQuery
  const wanted = negotiate(request)
  const format =
    formats.find((one) => (name === undefined ? one.mediaType === wanted : one.name === name)) ?? formats[0]
  if (format.hasFixedFields && fields !== undefined) {
    const message = `The format ${format.name} has fields of its own. Leave out fields.`
    throw new DomainError('invalid_parameter', message, [
      { parameter: 'fields', code: 'invalid_parameter', message },
    ])
  }
  return format
}

/** Returns what a format must know of its request. */
export const contextOf = (request: FastifyRequest): FormatContext => ({
  origin: request.server.originOf(request),
  fields: (request.query as FormatQuery).fields,
})

/** Sends a page of statements in the requested format. @throws DomainError as {@link chooseFormat} does. */
export function sendStatements(request: FastifyRequest, reply: FastifyReply, page: PresentedPage) {
  const format = chooseFormat(request, STATEMENT_FORMATS)
  return reply.type(format.contentType).send(format.write(page, contextOf(request)))
}

/** Sends a single statement in the requested format. @throws DomainError as {@link chooseFormat} does. */
export function sendStatement(request: FastifyRequest, reply: FastifyReply, statement: Partial<Statement>) {
  const format = chooseFormat(request, SINGLE_FORMATS)
  return reply
    .type(format.contentTypeOfOne ?? format.contentType)
    .send(format.writeOne!(statement, contextOf(request)))
}
