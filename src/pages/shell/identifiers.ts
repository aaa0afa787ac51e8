import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../core/errors.ts'
import { isUuid } from '../../core/id-or-slug.ts'

/** Returns the parameter `id` of a path. */
export const pathId = ({ params }: FastifyRequest): string => (params as { readonly id: string }).id

/** Returns the id in a path. @throws DomainError `not_found` if it is not a UUID. */
export function demandId(request: FastifyRequest): string {
  const id = pathId(request)
  if (!isUuid(id))
    throw new DomainError('not_found', 'The address has no valid id. Check it for a typing error.')
  return id.toLowerCase()
}
