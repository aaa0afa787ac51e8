import type { FastifyReply, FastifyRequest } from 'fastify'
import { canonicalUrl, queryOf } from './canonical-url.ts'

/** Redirects permanently (301) to another path, with the same query. */
export const redirectPermanently = (
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
): FastifyReply => reply.removeHeader('link').redirect(canonicalUrl(`${path}?${queryOf(request.url)}`), 301)
