import type { FastifyReply, FastifyRequest } from 'fastify'

/** A cookie that no script can read, and that other sites do not send with forms. */
export interface PrivateCookie {
  readonly name: string
  readonly value: string
  /** The time until the browser drops it, in seconds. 0 removes it. */
  readonly seconds: number
  /** True if the browser may send it over https only. */
  readonly isSecure: boolean
}

/** Returns the value of a cookie of a request; null if the request does not have it. */
export function cookieOf({ headers }: Pick<FastifyRequest, 'headers'>, name: string): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))
  return found === undefined ? null : found.slice(name.length + 1)
}

/** Sets a private cookie for all paths of the service. */
export function setPrivateCookie(reply: FastifyReply, cookie: PrivateCookie): void {
  const { name, value, seconds, isSecure } = cookie
  const attributes = [
    'Path=/',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ]
  reply.header('set-cookie', [`${name}=${value}`, ...attributes].join('; '))
}
