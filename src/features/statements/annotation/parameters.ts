import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { negotiate } from '../../../http/negotiation.ts'
import { ANNOTATION_CONTEXT } from './schema.ts'

export const JSON_LD = 'application/ld+json'

/**
 * Returns the response of a JSON-LD document, which can also be sent as plain JSON. The bytes are the same with either
 * media type.
 */
export const linkedData = <Shape extends z.ZodType>(description: string, schema: Shape) => ({
  description,
  content: { [JSON_LD]: { schema }, 'application/json': { schema } },
})

/** Sets the media type of a Web Annotation document: JSON-LD with the profile of Web Annotations, or plain JSON. */
export function setAnnotationType(request: FastifyRequest, reply: FastifyReply): void {
  const type = negotiate(request) ?? JSON_LD
  reply.type(type === JSON_LD ? `${JSON_LD}; profile="${ANNOTATION_CONTEXT}"` : type)
}
