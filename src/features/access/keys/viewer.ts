import type { FastifyRequest } from 'fastify'
import { allows, callerOf } from '../../../http/auth.ts'

/**
 * The caller of a route for resources that belong to keys. An administrator sees the resources of all keys. Any other
 * caller sees only the resources of the caller's own key.
 */
export interface Viewer {
  /** The holder of the key. The holder owns the resources that the key creates. */
  readonly holder: string
  readonly isAdmin: boolean
}

/** Returns the viewer who sent a request. The route must require a key. */
export function viewerOf(request: FastifyRequest): Viewer {
  const caller = callerOf(request)
  return { holder: caller.holder, isAdmin: allows(caller, 'admin') }
}

/** The configuration of routes for resources that belong to a key. The caller needs a key. */
export const OWNED = { scope: 'read', needsKey: true } as const

/**
 * The configuration of routes that read such resources. These resources change without a change of the ledger, so the
 * ledger gives them no ETags.
 */
export const READING = { ...OWNED, conditional: false } as const
