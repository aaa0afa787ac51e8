import { z } from 'zod'

/** The JSON-LD context of Web Annotations. It is also the profile of their media type. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

const Context = z.literal(ANNOTATION_CONTEXT)

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
  '@context': Context,
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

/** A page of the annotations of an article. */
export const AnnotationPage = z.object({
  '@context': Context,
  id: z.string(),
  type: z.literal('AnnotationPage'),
  partOf: z.object({ id: z.string(), type: z.literal('AnnotationCollection'), total: z.int().min(0) }),
  startIndex: z.int().min(0).describe('The number of annotations on the pages before.'),
  prev: z.string().optional(),
  next: z.string().optional(),
  items: z.array(Annotation),
})
export type AnnotationPage = z.infer<typeof AnnotationPage>

/** All annotations of an article. The first page is included. */
export const AnnotationCollection = z.object({
  '@context': Context,
  id: z.string(),
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: z.int().min(0),
  first: AnnotationPage,
  last: z.string(),
})
export type AnnotationCollection = z.infer<typeof AnnotationCollection>
