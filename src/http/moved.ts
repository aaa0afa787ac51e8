import type { FastifyReply, FastifyRequest } from 'fastify'
import { canonicalUrl, queryOf } from './canonical-url.ts'

/** Sends whoever asks to another path for good, with the query as it was asked. */
export const movedTo = (request: FastifyRequest, reply: FastifyReply, path: string): FastifyReply =>
  reply.removeHeader('link').redirect(canonicalUrl(`${path}?${queryOf(request.url)}`), 301)
