import type { FastifyRequest } from 'fastify'
import { allows, callerOf } from '../../../http/auth.ts'

/**
 * The caller of a route for resources that belong to keys. An administrator sees the resources of all keys. Any other
 * caller sees only the resources of the caller's own key.
 */
export interface Viewer {
  /** The holder of the key: the owner of what it creates. */
  readonly holder: string
  readonly isAdmin: boolean
}

/** Returns the viewer who sent a request. The route must require a key. */
export function viewerOf(request: FastifyRequest): Viewer {
  const caller = callerOf(request)
  return { holder: caller.holder, isAdmin: allows(caller, 'admin') }
}

/** The configuration of every route of what belongs to a key: the caller needs one. */
export const OWNED = { scope: 'read', needsKey: true } as const

/** The configuration of reads. They have no ETags by the ledger, because what they show changes while it stands still. */
export const READING = { ...OWNED, conditional: false } as const
