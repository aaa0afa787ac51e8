import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'
import { editDistance } from '../input/suggest.ts'
import { pathOf } from './canonical-url.ts'
import { preflightHeaders } from './cors.ts'
import type { App } from './instance.ts'
import { strictQuery } from './validation.ts'

/** Longer paths belong to no route; the bound keeps matching cheap. */
const LONGEST_PATH = 2048
const MOST_EDITS = 2

interface Path {
  /** As registered, without a trailing slash. */
  readonly pattern: string
  readonly matcher: RegExp
  readonly methods: Set<string>
}

const PATTERN_PARTS = /::|:\w+(?:\([^)]*\))?\??|\*|[^:*]+/g

const matcherOf = (pattern: string): RegExp => {
  const parts = pattern.match(PATTERN_PARTS) ?? []
  const source = parts.map((part) => {
    if (part === '*') return '.*'
    if (part === '::') return ':'
    if (part.startsWith(':')) return part.endsWith('?') ? '[^/]*' : '[^/]+'
    return part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${source.join('')}$`, 's')
}

const decoded = (target: string): string => {
  const path = pathOf(target)
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

const allowOf = (methods: Iterable<string>): string => [...new Set([...methods, 'OPTIONS'])].sort().join(', ')

/** The route a path was probably meant for, spelt with the path's own parameters; `null` when none is near. */
const nearPath = (path: string, paths: Iterable<Path>): string | null => {
  const given = path.split('/')
  let best: string | null = null
  let bestEdits = MOST_EDITS + 1
  for (const { pattern } of paths) {
    const wanted = pattern.replaceAll('::', ':').split('/')
    const missing = wanted.length - given.length
    if (missing < 0 || pattern.includes('*')) continue
    // A path that lacks only its beginning (the version) is as near as one that is misspelt.
    const head = missing === 0 ? [] : wanted.slice(1, missing + 1)
    // What was given must begin with a word of the route's own, or any path would be near any parameter.
    const isOwn = (part: string | undefined): boolean =>
      part !== undefined && part !== '' && !part.startsWith(':')
    if (!isOwn(wanted[missing + 1]) || !head.every(isOwn)) continue
    const full = ['', ...head, ...given.slice(1)]
    let edits = missing === 0 ? 0 : 1
    const meant = wanted.map((part, index) => {
      const own = full[index]!
      if (part.startsWith(':')) return own
      edits += own.length > 64 ? MOST_EDITS + 1 : editDistance(own, part)
      return part
    })
    if (edits < bestEdits) {
      best = meant.join('/')
      bestEdits = edits
    }
  }
  return best
}

/**
 * Answer what no route answers: 404 with a near path, 405 with `Allow`, OPTIONS with 204 and, for browsers, the
 * preflight's headers. Also makes every route's query refuse what it does not know. Comes before all routes.
 */
export const installRouting = (app: App): void => {
  const paths = new Map<string, Path>()

  app.addHook('onRoute', (route) => {
    // HEAD runs exactly as GET does, so that its headers are GET's; Node leaves out the body.
    if (route.method === 'GET') route.method = ['GET', 'HEAD']
    const pattern = pathOf(route.path)
    const path = paths.get(pattern) ?? { pattern, matcher: matcherOf(pattern), methods: new Set<string>() }
    for (const method of [route.method].flat()) path.methods.add(method)
    paths.set(pattern, path)
    if (route.schema?.hide === true) return
    route.schema = { ...route.schema, querystring: strictQuery(route.schema?.querystring) }
  })

  const methodsOf = (path: string): string[] => {
    if (path === '*') return [...paths.values()].flatMap(({ methods }) => [...methods])
    if (path.length > LONGEST_PATH) return []
    const exact = paths.get(path)
    const matching = exact ? [exact] : [...paths.values()].filter(({ matcher }) => matcher.test(path))
    return matching.flatMap(({ methods }) => [...methods])
  }

  const answerUnrouted = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = decoded(request.url)
    const methods = methodsOf(path)
    if (methods.length > 0 && request.method === 'OPTIONS') {
      const allow = allowOf(methods)
      if (request.headers['access-control-request-method'] !== undefined)
        reply.headers(preflightHeaders(allow))
      return reply.code(204).header('allow', allow).send()
    }
    if (methods.length > 0 && !methods.includes(request.method)) {
      const allow = allowOf(methods)
      reply.header('allow', allow)
      throw new DomainError(
        'method_not_allowed',
        `${request.method} is not for this path. It takes ${allow}.`,
      )
    }
    const near = path.length > LONGEST_PATH ? null : nearPath(path, paths.values())
    const hint = near === null || near === path ? 'See /openapi.json for all paths.' : `Did you mean ${near}?`
    throw new DomainError('not_found', `Nothing is served under this path. ${hint}`)
  }

  // A HEAD request needs no more of a stream than its headers; those of its coding are set for a stream alone.
  app.addHook('onSend', async (request, _reply, payload) => {
    if (request.method !== 'HEAD' || !(payload instanceof Readable)) return payload
    payload.destroy()
    return Readable.from([])
  })

  // Before any body is read: what is not served needs none.
  app.addHook('preParsing', async (request, reply) => {
    if (request.is404) return answerUnrouted(request, reply) as never
  })
  app.setNotFoundHandler(answerUnrouted)
}
