import { STATUS_CODES } from 'node:http'
import type { FastifyContextConfig } from 'fastify'
import {
  errorResponseName,
  errorResponses,
  errorStatuses,
  HEADERS,
  headerReferences,
} from './openapi-errors.ts'
import {
  type Json,
  type Media,
  mapObjects,
  type OpenapiDocument,
  type Operation,
  open,
  type Parameter,
  type Response,
  settleSchemas,
  targetOf,
  withoutSafeBounds,
} from './openapi-schemas.ts'

/** What is known of each operation beside its schemas, by `METHOD path` as registered. */
export type RouteConfigs = ReadonlyMap<string, FastifyContextConfig>

export interface DocumentOptions {
  readonly publicUrl?: string | undefined
  /** `false`: the operations of the scope `read` ask for a key. */
  readonly readingIsOpen?: boolean | undefined
}

const WITHOUT_CONTENT: ReadonlySet<string> = new Set(['204', '301', '302', '303', '304', '307', '308'])

const exampleOf = (media: Media, document: OpenapiDocument): unknown => {
  const schema = media.schema ?? {}
  const target = targetOf(schema)
  const named = target === null ? schema : document.components.schemas[target]
  return media.example ?? named?.examples?.[0]
}

const withExample = (media: Media, document: OpenapiDocument): Media => {
  const example = exampleOf(media, document)
  return example === undefined ? media : { ...media, example }
}

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
    withExample(mapObjects(media, (object) => open(withoutSafeBounds(object))) as Media, document),
  ])
  return { ...described, content: Object.fromEntries(examples) }
}

const describeParameter = (parameter: Parameter): Parameter => {
  const schema = mapObjects(parameter.schema ?? {}, withoutSafeBounds) as Json
  const isCsv = parameter.in === 'query' && schema['type'] === 'array'
  return { ...parameter, schema, ...(isCsv && { style: 'form', explode: false }) }
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
  const { scope = 'open' } = config
  const asksForKey = scope !== 'open' && !(scope === 'read' && readingIsOpen)
  const isList = parameters.some(({ name }) => name === 'cursor')
  const headers = [
    'X-Request-Id',
    ...(isRateLimited ? ['RateLimit', 'RateLimit-Policy'] : []),
    ...(isRead ? ['Cache-Control', 'ETag'] : []),
    ...(isList ? ['Link'] : []),
  ]
  const responses = Object.entries(operation.responses).map(([status, response]): [string, Response] => [
    status,
    describeResponse(status, response, headers, document),
  ])
  if (isRead) {
    const unchanged = { description: 'Nothing has changed since the answer with the tag in If-None-Match.' }
    responses.push(['304', { ...unchanged, headers: headerReferences(headers) }])
  }
  const statuses = errorStatuses({
    hasPathParameters: parameters.some((parameter) => parameter.in === 'path'),
    hasBody: operation.requestBody !== undefined,
    isNegotiated: config.produces !== false,
    isRateLimited,
    readsKey: scope !== 'open',
    asksForKey,
    declared: config.errors ?? [],
  })
  for (const status of statuses) {
    const reference = { $ref: `#/components/responses/${errorResponseName(status)}` }
    responses.push([String(status), reference as unknown as Response])
  }
  const body = operation.requestBody
  const content = Object.entries(body?.content ?? {}).map(([type, media]): [string, Media] => [
    type,
    withExample(media, document),
  ])
  return {
    ...operation,
    ...(asksForKey && { security: [{ key: [scope] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { ...body, content: Object.fromEntries(content) } }),
    responses: Object.fromEntries(responses.sort(([a], [b]) => Number(a) - Number(b))),
  }
}

/** What an operation lacks to be understood by a reader who has only the document. */
const lacksOf = (operation: Operation): string[] => {
  const lacks: string[] = []
  for (const key of ['operationId', 'summary', 'description', 'tags']) if (!operation[key]) lacks.push(key)
  for (const parameter of operation.parameters ?? []) {
    if (!parameter.description) lacks.push(`a description of the parameter ${parameter.name}`)
  }
  const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'))
  if (successes.length === 0) lacks.push('a response')
  const bodies = [...successes.map(([, response]) => response.content), operation.requestBody?.content]
  for (const [type, media] of bodies.flatMap((content) => Object.entries(content ?? {}))) {
    if (media.example === undefined) lacks.push(`an example of its ${type}`)
  }
  return lacks
}

/**
 * Complete a generated document: errors, headers and examples on every operation, only the schemas in use.
 *
 * @throws Error naming every operation that lacks an id, summary, description, tag, response or example, or shares
 *   its id with another.
 */
export const completeDocument = (
  generated: OpenapiDocument,
  configs: RouteConfigs,
  { publicUrl, readingIsOpen = true }: DocumentOptions,
): OpenapiDocument => {
  const components = { ...generated.components, headers: HEADERS, responses: errorResponses(publicUrl) }
  const settled = settleSchemas({ ...generated, components })
  const faults: string[] = []
  const seen = new Set<string>()
  const paths = Object.entries(settled.paths).map(([path, item]): [string, Record<string, Operation>] => {
    const operations = Object.entries(item).filter(([method]) => method !== 'head')
    const described = operations.map(([method, operation]): [string, Operation] => {
      const name = `${method.toUpperCase()} ${path}`
      const complete = describeOperation(operation, method, configs.get(name) ?? {}, settled, readingIsOpen)
      const id = complete.operationId ?? ''
      const lacks = [...lacksOf(complete), ...(seen.has(id) ? [`an operationId of its own (${id})`] : [])]
      seen.add(id)
      if (lacks.length > 0) faults.push(`${name} lacks ${lacks.join(', ')}`)
      return [method, complete]
    })
    return [path, Object.fromEntries(described)]
  })
  if (faults.length > 0) throw new Error(`The API's description is not complete:\n${faults.join('\n')}`)
  return { ...settled, paths: Object.fromEntries(paths) }
}
