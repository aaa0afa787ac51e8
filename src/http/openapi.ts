import { createHash } from 'node:crypto'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyContextConfig } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { z } from 'zod'
import type { App } from './instance.ts'
import { completeDocument } from './openapi-operations.ts'
import type { OpenapiDocument } from './openapi-schemas.ts'
import { pagePolicy } from './security.ts'

const OPENAPI_PATH = '/openapi.json'
const DOCS_PATH = '/docs'

const SECURITY_SCHEMES = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key made with `onrecord keys create`. Its scopes say what it may be used for.',
  },
} as const

export interface OpenapiOptions {
  readonly info: OpenAPIV3_1.InfoObject
  /** Every tag the operations use, with its description. */
  readonly tags: readonly OpenAPIV3_1.TagObject[]
  /** Origin of the service, without a trailing slash. */
  readonly publicUrl?: string | undefined
  /** `false`: the operations of the scope `read` ask for a key. */
  readonly readingIsOpen?: boolean | undefined
  /** What the service itself sends, by name. */
  readonly webhooks?: Readonly<Record<string, object>> | undefined
  /** `false`: no page at `/docs`, the description alone. */
  readonly page?: boolean | undefined
}

/** Parsers hide what they parse, and conversion drops their examples; the registered ones are put back. */
const keepExamples = ({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes
  jsonSchema: z.core.JSONSchema.BaseSchema
}): void => {
  const meta = z.globalRegistry.get(zodSchema)
  if (meta?.examples !== undefined) jsonSchema.examples = meta.examples as never
  if (meta?.default !== undefined) jsonSchema.default = meta.default as never
}

const pathInDocument = (url: string): string => {
  const path = url
    .replaceAll('::', '\0')
    .replace(/:(\w+)(?:\([^)]*\))?\??/g, '{$1}')
    .replaceAll('\0', ':')
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}

type Transform = ReturnType<typeof createJsonSchemaTransform>

/** Bodies that differ by their media type are described one by one. */
const bodiesByType =
  (transform: Transform): Transform =>
  (document) => {
    const { body, ...rest } = (document.schema ?? {}) as {
      body?: { content?: Record<string, { schema: unknown }> }
    }
    if (!body?.content) return transform(document)
    const schemaOf = (schema: object) => transform({ ...document, schema } as typeof document)
    const content = Object.entries(body.content).map(([type, { schema }]): [string, unknown] => [
      type,
      { schema: (schemaOf({ body: schema }).schema as { body: unknown }).body },
    ])
    const { schema, url } = schemaOf(rest)
    return { schema: { ...schema, body: { content: Object.fromEntries(content) } }, url }
  }

/** Collect what routes say about themselves. Comes before all routes that are to be described. */
const installCollector = async (app: App, options: OpenapiOptions): Promise<void> => {
  const configs = new Map<string, FastifyContextConfig>()
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      configs.set(`${method} ${pathInDocument(route.path)}`, route.config ?? {})
    }
  })
  const toJsonSchemas = createJsonSchemaTransformObject({ zodToJsonConfig: { override: keepExamples } })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: options.info as never,
      tags: options.tags as never,
      servers: [{ url: options.publicUrl ?? '/' }],
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    transform: bodiesByType(createJsonSchemaTransform({ zodToJsonConfig: { override: keepExamples } })),
    transformObject: (document) => {
      const generated = toJsonSchemas(document) as unknown as OpenapiDocument
      const complete = completeDocument(generated, configs, options)
      return { ...complete, ...(options.webhooks && { webhooks: options.webhooks }) } as never
    },
  })
}

/**
 * Describe the API at `/openapi.json` (OpenAPI 3.1) and show it at `/docs`, from files of this machine alone.
 * Start-up fails when an operation is not fully described. Comes before all routes that are to be described.
 */
export const installOpenapi = async (app: App, options: OpenapiOptions): Promise<void> => {
  await installCollector(app, options)
  let document = ''
  let version = ''
  app.addHook('onReady', async () => {
    document = JSON.stringify(app.swagger())
    version = createHash('sha256').update(document).digest('base64url')
  })
  app.get(
    OPENAPI_PATH,
    { schema: { hide: true }, config: { scope: 'open', conditional: { version: () => version } } },
    async (_request, reply) => reply.type('application/json').send(document),
  )
  if (options.page === false) return
  app.addHook('onRoute', (route) => {
    if (route.path !== DOCS_PATH && !route.path.startsWith(`${DOCS_PATH}/`)) return
    route.config = {
      scope: 'open',
      produces: false,
      conditional: { version: () => version },
      ...route.config,
    }
  })
  await app.register(swaggerUi, {
    routePrefix: DOCS_PATH,
    staticCSP: pagePolicy("'unsafe-inline'"),
    theme: {
      title: options.info.title,
      css: [{ filename: 'own.css', content: '.swagger-ui .topbar{display:none}' }],
    },
    uiConfig: { deepLinking: true, tryItOutEnabled: true },
  })
}
