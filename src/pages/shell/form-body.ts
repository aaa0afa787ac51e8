import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { draftBody } from '../../features/verification/draft/parameters.ts'
import type { App } from '../../http/instance.ts'
import { decodeStrictly } from '../../input/utf8.ts'
import { validationError } from '../../input/validation.ts'

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

/** Validates values from a form as the body of a request. @throws DomainError `invalid_body`. */
export function validated<Shape extends z.ZodType>(schema: Shape, values: object): z.output<Shape> {
  const result = schema.safeParse(values)
  if (!result.success) throw validationError(result.error.issues, 'body', schema, values)
  return result.data
}

/**
 * Returns the draft that a form contains. An empty date is none.
 * @throws DomainError `invalid_body` for a text that is empty or too long, or a wrong date.
 */
export const draftIn = ({ text, published }: { readonly text: string; readonly published: string }) =>
  validated(draftBody, { text, ...(published !== '' && { published }) })
