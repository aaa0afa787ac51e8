import type { FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_SECONDS } from '../../../features/access/sessions/domain.ts'
import { cookieOf, setPrivateCookie } from '../../../http/cookies.ts'

/** Returns whether browsers reach the service over https, so that a cookie can be limited to it. */
const isSecure = (request: FastifyRequest): boolean => request.server.originOf(request).startsWith('https:')

/** The prefix `__Host-` lets browsers refuse a cookie of the same name from another host. It needs https. */
const nameFor = (secure: boolean): string => (secure ? '__Host-onrecord-session' : 'onrecord-session')

/** Returns the token of the session of a request; null without a session. It is not checked. */
export const sessionTokenOf = (request: FastifyRequest): string | null =>
  cookieOf(request, nameFor(isSecure(request)))

/** Lets the browser keep a session. */
export const startSession = (request: FastifyRequest, reply: FastifyReply, token: string): void =>
  setCookie(request, reply, token, SESSION_SECONDS)

/** Lets the browser forget its session. */
export const endSession = (request: FastifyRequest, reply: FastifyReply): void =>
  setCookie(request, reply, '', 0)

function setCookie(request: FastifyRequest, reply: FastifyReply, value: string, seconds: number): void {
  const secure = isSecure(request)
  setPrivateCookie(reply, { name: nameFor(secure), value, seconds, isSecure: secure })
}
