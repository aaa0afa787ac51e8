import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../../core/errors.ts'

/**
 * Demands that a form was sent from a page of this service. Browsers name the origin of every form, and no page can
 * change what they name.
 * @throws DomainError `forbidden`.
 */
export function demandSameOrigin(request: FastifyRequest): void {
  const { origin } = request.headers
  const own = [`${request.protocol}://${request.host}`, new URL(request.server.originOf(request)).origin]
  if (origin !== undefined && own.includes(origin)) return
  throw forged(
    `The form came from ${origin === undefined ? 'an unknown page' : `the origin ${origin}`}. Open the page at ${own.at(-1)} and send the form from there.`,
  )
}

/** Returns the error for a form that no page of this session contains. */
export const forged = (detail: string): DomainError =>
  new DomainError('forbidden', `Nothing was changed. ${detail}`)
