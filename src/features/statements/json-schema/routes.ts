import { createHash } from 'node:crypto'
import type { App } from '../../../http/instance.ts'
import { negotiate } from '../../../http/negotiation.ts'
import { LICENSE_URL, STATEMENT_SCHEMA_PATH, statementSchema } from './domain.ts'

/** Mounts the JSON Schema of statements, for other formats that carry statements. */
export function statementSchemaRoutes(app: App): void {
  const version = createHash('sha256')
    .update(JSON.stringify(statementSchema('')))
    .digest('base64url')
  app.get(
    STATEMENT_SCHEMA_PATH,
    {
      schema: { hide: true },
      config: {
        scope: 'open',
        produces: ['application/schema+json', 'application/json'],
        conditional: { version: () => version },
      },
    },
    async (request, reply) =>
      reply
        .type(negotiate(request)!)
        .header('link', `<${LICENSE_URL}>; rel="license"`)
        .send(JSON.stringify(statementSchema(app.originOf(request)))),
  )
}
