import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'
import { editDistance } from '../core/suggest.ts'
import { pathOf } from './canonical-url.ts'
import { preflightHeaders } from './cors.ts'
import type { App } from './instance.ts'
import { strictQuery } from './validation.ts'

/** The longest path, in characters. No route has a longer one, and the limit keeps the comparison of paths fast. */
const PATH_MAX = 2048
const EDITS_MAX = 2

interface Path {
  /** The path of the route without a trailing slash. */
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

/** Suggests the route that a path probably meant, with the parameters of the path; `null` if none is similar. */
const nearPath = (path: string, paths: Iterable<Path>): string | null => {
  const given = path.split('/')
  let best: string | null = null
  let bestEdits = EDITS_MAX + 1
  for (const { pattern } of paths) {
    const wanted = pattern.replaceAll('::', ':').split('/')
    const missing = wanted.length - given.length
    if (missing < 0 || pattern.includes('*')) continue
    // A path without its beginning (the version) counts as similar.
    const head = missing === 0 ? [] : wanted.slice(1, missing + 1)
    // A given path must begin with a fixed segment of the route. Otherwise every path would match a route that begins
    // with a parameter.
    const isFixed = (part: string | undefined): boolean =>
      part !== undefined && part !== '' && !part.startsWith(':')
    if (!isFixed(wanted[missing + 1]) || !head.every(isFixed)) continue
    const full = ['', ...head, ...given.slice(1)]
    let edits = missing === 0 ? 0 : 1
    const corrected = wanted.map((part, index) => {
      const segment = full[index]!
      if (part.startsWith(':')) return segment
      edits += segment.length > 64 ? EDITS_MAX + 1 : editDistance(segment, part)
      return part
    })
    if (edits < bestEdits) {
      best = corrected.join('/')
      bestEdits = edits
    }
  }
  return best
}

/**
 * Answers requests without a route: 404 with a suggestion, 405 with `Allow`, OPTIONS with 204 and the preflight headers.
 * Also makes every route reject unknown query parameters. Install it before all routes.
 */
export const installRouting = (app: App): void => {
  const paths = new Map<string, Path>()

  app.addHook('onRoute', (route) => {
    // HEAD runs the handler of GET, so that the headers are equal. Node omits the body.
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
    if (path.length > PATH_MAX) return []
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
        `This path does not support ${request.method}. It supports ${allow}.`,
      )
    }
    const near = path.length > PATH_MAX ? null : nearPath(path, paths.values())
    const hint = near === null || near === path ? '/openapi.json lists all paths.' : `Did you mean ${near}?`
    throw new DomainError('not_found', `There is no endpoint at this path. ${hint}`)
  }

  // HEAD needs only the headers. The empty stream keeps the headers of the content coding, because Fastify sets these
  // only for streams.
  app.addHook('onSend', (request, _reply, payload, done) => {
    if (request.method !== 'HEAD' || !(payload instanceof Readable)) return done(null, payload)
    payload.destroy()
    done(null, Readable.from([]))
  })

  // Answers before the body is parsed, because a request without a route needs no body.
  app.addHook('preParsing', (request, reply, payload, done) => {
    if (request.is404) answerUnrouted(request, reply)
    else done(null, payload)
  })
  app.setNotFoundHandler(answerUnrouted)
}
