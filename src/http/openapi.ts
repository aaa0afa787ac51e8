import { createHash } from 'node:crypto'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyContextConfig } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { z } from 'zod'
import type { App } from './instance.ts'
import { completeDocument } from './openapi-operations.ts'
import type { SchemaRelations } from './openapi-relations.ts'
import { mapObjects, type OpenapiDocument, wrapReference } from './openapi-schemas.ts'
import { pagePolicy } from './security.ts'
import { documentWholeItem, reducedFormOf, SPARSE_PREFIX } from './sparse.ts'

const OPENAPI_PATH = '/openapi.json'
const DOCS_PATH = '/docs'

const SECURITY_SCHEMES = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key. `onrecord keys create` creates one. Its scopes define what it allows.',
  },
} as const

export interface OpenapiOptions {
  readonly info: OpenAPIV3_1.InfoObject
  /** All tags of the operations, with their descriptions. */
  readonly tags: readonly OpenAPIV3_1.TagObject[]
  /** The origin of the service without a trailing slash. */
  readonly publicUrl?: string | undefined
  /** With `false`, the operations of the scope `read` require a key. */
  readonly readingIsOpen?: boolean | undefined
  /** The webhooks that the service sends, by name. */
  readonly webhooks?: Readonly<Record<string, object>> | undefined
  /** The schemas that the document names, by name. */
  readonly components?: Readonly<Record<string, z.ZodType>> | undefined
  /** The relations between named schemas. */
  readonly relations?: SchemaRelations | undefined
  /** With `false`, serves the document without the page at `/docs`. */
  readonly page?: boolean | undefined
}

interface Converted {
  readonly zodSchema: z.core.$ZodTypes
  readonly jsonSchema: z.core.JSONSchema.BaseSchema
}

/** Restores registered examples and defaults. The conversion of a transforming schema drops them. */
const keepExamples = ({ zodSchema, jsonSchema }: Converted): void => {
  const meta = z.globalRegistry.get(zodSchema)
  if (meta?.examples !== undefined) jsonSchema.examples = meta.examples as never
  if (meta?.default !== undefined) jsonSchema.default = meta.default as never
}

/**
 * Refuses regular expressions with flags. JSON Schema has no flags, so the document would refuse good values.
 * @throws Error for such an expression.
 */
const refuseFlags = ({ zodSchema }: Converted): void => {
  for (const check of zodSchema._zod.def.checks ?? []) {
    const { pattern } = check._zod.def as { pattern?: RegExp }
    if (pattern?.flags) throw new Error(`The OpenAPI document cannot express the flags of ${pattern}.`)
  }
}

const override = (converted: Converted): void => {
  keepExamples(converted)
  refuseFlags(converted)
  documentWholeItem(converted.zodSchema, converted.jsonSchema)
}

/**
 * Names schemas in the document, and their reduced forms. zod keeps names for the whole process, so a schema has the same
 * name in every server.
 */
const nameSchemas = (schemas: Readonly<Record<string, z.ZodType>>): void => {
  const name = (schema: z.ZodType, id: string, description: object = {}): void => {
    z.globalRegistry.add(schema, { ...description, ...z.globalRegistry.get(schema), id })
  }
  for (const [id, schema] of Object.entries(schemas)) {
    name(schema, id)
    const reduced = reducedFormOf(schema)
    if (reduced)
      name(reduced, `${SPARSE_PREFIX}${id}`, {
        description: `${id} with only the fields that \`fields\` names.`,
      })
  }
}

const pathInDocument = (url: string): string => {
  const path = url
    .replaceAll('::', '\0')
    .replace(/:(\w+)(?:\([^)]*\))?\??/g, '{$1}')
    .replaceAll('\0', ':')
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}

type Transform = ReturnType<typeof createJsonSchemaTransform>

const keepBesideReferences =
  (transform: Transform): Transform =>
  (document) => {
    const { schema, url } = transform(document)
    return { schema: mapObjects(schema, wrapReference) as typeof schema, url }
  }

/** Converts the schema of each media type of a body. The library converts only a single schema. */
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

/** Collects the schemas and configuration of routes. Install it before all routes of the document. */
const installCollector = async (app: App, options: OpenapiOptions): Promise<void> => {
  const configs = new Map<string, FastifyContextConfig>()
  app.addHook('onRoute', (route) => {
    if (route.schema?.hide === true) return
    for (const method of [route.method].flat()) {
      configs.set(`${method} ${pathInDocument(route.path)}`, route.config ?? {})
    }
  })
  const toJsonSchemas = createJsonSchemaTransformObject({ zodToJsonConfig: { override } })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: options.info as never,
      tags: options.tags as never,
      servers: [{ url: options.publicUrl ?? '/' }],
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    transform: keepBesideReferences(
      bodiesByType(createJsonSchemaTransform({ zodToJsonConfig: { override } })),
    ),
    transformObject: (document) => {
      const generated = toJsonSchemas(document) as unknown as OpenapiDocument
      const { webhooks } = options
      return completeDocument({ ...generated, ...(webhooks && { webhooks }) }, configs, options) as never
    },
  })
}

function onFirstUse<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}

/**
 * Serves the OpenAPI 3.1 document at `/openapi.json`, and a page for it at `/docs`. The page loads nothing from other
 * hosts. The first request of either makes the document, because this takes as long as the rest of the start. It fails
 * if an operation is not fully documented. Install it before all routes of the document.
 */
export const installOpenapi = async (app: App, options: OpenapiOptions): Promise<void> => {
  nameSchemas(options.components ?? {})
  await installCollector(app, options)
  const read = onFirstUse(() => {
    const document = JSON.stringify(app.swagger())
    return { document, version: createHash('sha256').update(document).digest('base64url') }
  })
  const version = (): string => read().version
  app.get(
    OPENAPI_PATH,
    { schema: { hide: true }, config: { scope: 'open', conditional: { version } } },
    async (_request, reply) => reply.type('application/json').send(read().document),
  )
  if (options.page === false) return
  app.addHook('onRoute', (route) => {
    if (route.path !== DOCS_PATH && !route.path.startsWith(`${DOCS_PATH}/`)) return
    route.config = {
      scope: 'open',
      produces: false,
      conditional: { version },
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
