import { z } from 'zod'

const Selector = z.union([
  z.object({
    type: z.literal('TextPositionSelector'),
    start: z.int().describe('In Unicode code points, as the Recommendation requires.'),
    end: z.int(),
  }),
  z.object({
    type: z.literal('TextQuoteSelector'),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  }),
])

/** The W3C Web Annotation Data Model, with one target for each piece of the statement. */
export const Annotation = z.object({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: z.string(),
  type: z.literal('Annotation'),
  motivation: z.literal('identifying'),
  created: z.string(),
  modified: z.string(),
  body: z.object({
    type: z.literal('SpecificResource'),
    source: z.string(),
    purpose: z.literal('identifying'),
    'schema:spokenByCharacter': z.string().nullable(),
    'schema:dateCreated': z.string(),
  }),
  target: z.array(
    z.object({ type: z.literal('SpecificResource'), source: z.string(), selector: z.array(Selector) }),
  ),
})
export type Annotation = z.infer<typeof Annotation>

export const AnnotationPage = z.object({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: z.string(),
  type: z.literal('AnnotationPage'),
  items: z.array(Annotation),
})
