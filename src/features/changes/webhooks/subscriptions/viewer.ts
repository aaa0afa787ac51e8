import type { FastifyRequest } from 'fastify'
import { allows, callerOf } from '../../../../http/auth.ts'

/**
 * The caller of an endpoint for webhooks. An administrator sees the webhooks of all keys, any other caller only their
 * own.
 */
export interface Viewer {
  /** The holder of the key. It owns the webhooks that it creates. */
  readonly holder: string
  readonly isAdmin: boolean
}

/** Returns the viewer who sent a request. The route must require a key. */
export function viewerOf(request: FastifyRequest): Viewer {
  const caller = callerOf(request)
  return { holder: caller.holder, isAdmin: allows(caller, 'admin') }
}
