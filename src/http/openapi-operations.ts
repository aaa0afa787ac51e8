import { STATUS_CODES } from 'node:http'
import type { FastifyContextConfig } from 'fastify'
import { errorKeys, errorResponses, HEADERS, headerReferences, PAGE, UNCHANGED } from './openapi-errors.ts'
import { describeParameter } from './openapi-parameters.ts'
import { relateSchemas, type SchemaRelations } from './openapi-relations.ts'
import {
  allowMoreProperties,
  keepUsedSchemas,
  type Media,
  mapObjects,
  type OpenapiDocument,
  type Operation,
  type Response,
  unwrapReference,
  withoutExamples,
  withoutRedundancy,
} from './openapi-schemas.ts'
import { shareParts, withExample } from './openapi-sharing.ts'

/** The configuration of each operation, by `METHOD path`. */
export type RouteConfigs = ReadonlyMap<string, FastifyContextConfig>

export interface DocumentOptions {
  readonly publicUrl?: string | undefined
  /** With `false`, the operations of the scope `read` require a key. */
  readonly readingIsOpen?: boolean | undefined
  /** The relations between named schemas. */
  readonly relations?: SchemaRelations | undefined
}

const WITHOUT_CONTENT: ReadonlySet<string> = new Set(['204', '301', '302', '303', '304', '307', '308'])

const describeResponse = (
  status: string,
  response: Response,
  headers: readonly string[],
  document: OpenapiDocument,
): Response => {
  const { content, ...rest } = response
  const description =
    response.description === 'Default Response' ? (STATUS_CODES[status] ?? status) : response.description
  const described = { ...rest, description, headers: headerReferences(headers) }
  if (content === undefined || WITHOUT_CONTENT.has(status)) return described
  const examples = Object.entries(content).map(([type, media]): [string, Media] => [
    type,
    withExample(
      mapObjects(media, (object) => allowMoreProperties(withoutRedundancy(object))) as Media,
      document,
    ),
  ])
  return { ...described, content: Object.fromEntries(examples) }
}

const describeOperation = (
  operation: Operation,
  method: string,
  config: FastifyContextConfig,
  document: OpenapiDocument,
  readingIsOpen: boolean,
): Operation => {
  const parameters = (operation.parameters ?? []).map(describeParameter)
  const isRead = method === 'get' && config.conditional !== false
  const isRateLimited = config.rateLimit !== false
  const { scope = 'open', needsKey = false } = config
  const requiresKey = scope !== 'open' && !(scope === 'read' && readingIsOpen && !needsKey)
  const isList = parameters.some(({ name }) => name === 'cursor')
  const headers = [
    ...(isRateLimited ? ['RateLimit'] : []),
    ...(isRead ? ['ETag'] : []),
    ...(isList ? ['Link'] : []),
  ]
  const responses = Object.entries(operation.responses).map(([status, response]): [string, Response] => [
    status,
    describeResponse(status, response, headers, document),
  ])
  if (config.hasPage) {
    responses.push(['303', { $ref: '#/components/responses/Page' } as unknown as Response])
  }
  if (isRead) {
    responses.push(['304', { $ref: '#/components/responses/Unchanged' } as unknown as Response])
  }
  const errors = errorKeys({
    hasPathParameters: parameters.some((parameter) => parameter.in === 'path'),
    hasBody: operation.requestBody !== undefined,
    isNegotiated: config.produces !== false,
    isRateLimited,
    verifiesKey: scope !== 'open',
    requiresKey,
    declared: config.errors ?? [],
  })
  for (const key of errors) {
    responses.push([key, { $ref: `#/components/responses/${key}` } as unknown as Response])
  }
  const body = operation.requestBody
  const content = Object.entries(body?.content ?? {}).map(([type, media]): [string, Media] => [
    type,
    withExample(media, document),
  ])
  return {
    ...operation,
    ...(requiresKey && { security: [{ key: [scope] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { ...body, content: Object.fromEntries(content) } }),
    responses: Object.fromEntries(responses.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** Lists the parts of the documentation that an operation does not have. */
const missingIn = (operation: Operation, tags: ReadonlySet<string>): string[] => {
  const missing: string[] = []
  for (const key of ['operationId', 'summary', 'description', 'tags']) if (!operation[key]) missing.push(key)
  for (const tag of operation.tags ?? []) if (!tags.has(tag)) missing.push(`a description of the tag ${tag}`)
  for (const parameter of operation.parameters ?? []) {
    if (!parameter.description) missing.push(`a description of the parameter ${parameter.name}`)
  }
  const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'))
  if (successes.length === 0) missing.push('a response')
  const bodies = [...successes.map(([, response]) => response.content), operation.requestBody?.content]
  // The other media types of a body hold the same answer in another form.
  for (const [type, media] of bodies.flatMap((content) => Object.entries(content ?? {}).slice(0, 1))) {
    if (media.example === undefined) missing.push(`an example of its ${type}`)
  }
  return missing
}

/**
 * Completes a generated document: adds errors, headers and examples to every operation, and removes unused schemas.
 *
 * @throws Error that names every operation without an id, summary, description, tag, response or example, with an
 *   undeclared tag, or with an id that is not unique.
 */
export const completeDocument = (
  generated: OpenapiDocument,
  configs: RouteConfigs,
  { publicUrl, readingIsOpen = true, relations = { bases: {}, relatives: {} } }: DocumentOptions,
): OpenapiDocument => {
  const components = {
    ...generated.components,
    headers: HEADERS,
    responses: { Page: PAGE, Unchanged: UNCHANGED, ...errorResponses(publicUrl) },
  }
  const settled = keepUsedSchemas(
    mapObjects({ ...generated, components }, unwrapReference) as OpenapiDocument,
  )
  const tags = new Set(generated.tags?.map(({ name }) => name))
  const faults: string[] = []
  const seen = new Set<string>()
  const paths = Object.entries(settled.paths).map(([path, item]): [string, Record<string, Operation>] => {
    const operations = Object.entries(item).filter(([method]) => method !== 'head')
    const described = operations.map(([method, operation]): [string, Operation] => {
      const name = `${method.toUpperCase()} ${path}`
      const complete = describeOperation(operation, method, configs.get(name) ?? {}, settled, readingIsOpen)
      const id = complete.operationId ?? ''
      const missing = [
        ...missingIn(complete, tags),
        ...(seen.has(id) ? [`a unique operationId (not ${id})`] : []),
      ]
      seen.add(id)
      if (missing.length > 0) faults.push(`${name} needs ${missing.join(', ')}`)
      return [method, complete]
    })
    return [path, Object.fromEntries(described)]
  })
  if (faults.length > 0) throw new Error(`The OpenAPI document is incomplete:\n${faults.join('\n')}`)
  return shareParts(
    relateSchemas(withoutExamples({ ...settled, paths: Object.fromEntries(paths) }), relations),
  )
}
