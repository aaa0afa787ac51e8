import type { FastifyRequest } from 'fastify'
import type { App } from '../../http/instance.ts'
import { decodeStrictly } from '../../input/utf8.ts'

/** Accepts the bodies of forms. Line breaks arrive as browsers show them: as line feeds. Applies to this Fastify instance. */
export function acceptForms(app: App): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => {
      const fields = new URLSearchParams(decodeStrictly(body))
      return Object.fromEntries([...fields].map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')]))
    },
  )
}

/** Returns the fields of a form. A body of another kind has none. */
export function fieldsOf({ body }: FastifyRequest): Readonly<Record<string, string>> {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'))
}
