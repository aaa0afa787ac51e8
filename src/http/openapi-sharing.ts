import {
  type Json,
  type Media,
  type OpenapiDocument,
  type Operation,
  type Response,
  targetOf,
} from './openapi-schemas.ts'

type Body = Pick<Response, 'content'>

/** Moves the example of a body from its schema to the place that OpenAPI has for examples. */
export const withExample = (media: Media, document: OpenapiDocument): Media => {
  const { examples, ...schema } = media.schema ?? {}
  const target = targetOf(schema)
  const named = target === null ? undefined : document.components.schemas[target]?.examples
  const example = media.example ?? (examples ?? named)?.[0]
  return { ...media, ...(media.schema && { schema }), ...(example !== undefined && { example }) }
}

/** A part that occurs in several places, and the functions that put a reference in each place. */
interface Part {
  /** The name of the part, and a longer name in case another part has the first name. */
  readonly names: readonly [string, string]
  readonly value: unknown
  readonly places: ((reference: Json) => void)[]
}

/** Collects equal parts. */
class Parts {
  readonly #parts = new Map<string, Part>()

  /** Records that a part occurs in a place. The part keeps the names from its first place. */
  add(names: Part['names'], value: unknown, place: (reference: Json) => void): void {
    const text = JSON.stringify(value)
    const known = this.#parts.get(text)
    if (known) known.places.push(place)
    else this.#parts.set(text, { names, value, places: [place] })
  }

  /** Replaces the parts that occur more than once by references below `pointer`. Returns these parts by name. */
  share(pointer: string): Record<string, unknown> {
    const shared: Record<string, unknown> = {}
    for (const { names, value, places } of this.#parts.values()) {
      if (places.length === 1) continue
      const name = names[0] in shared ? names[1] : names[0]
      shared[name] = value
      for (const place of places) place({ $ref: `${pointer}/${name}` })
    }
    return shared
  }
}

const operationsOf = (document: OpenapiDocument): Operation[] =>
  Object.values(document.paths).flatMap((item) => Object.values(item))

const shareParameters = (operations: readonly Operation[]): Json => {
  const parts = new Parts()
  for (const { operationId: id = '', parameters = [] } of operations) {
    for (const [index, parameter] of parameters.entries()) {
      parts.add([parameter.name, `${parameter.name}.${id}`], parameter, (reference) => {
        parameters[index] = reference as never
      })
    }
  }
  return parts.share('#/components/parameters')
}

/** Returns the name of the schema of a body; undefined if the schema has no name. */
const schemaOf = (media: Media | undefined): string | undefined => targetOf(media?.schema ?? {}) ?? undefined

const shareResponses = (operations: readonly Operation[]): Record<string, Response> => {
  const parts = new Parts()
  for (const { operationId: id = '', responses } of operations) {
    for (const [status, response] of Object.entries(responses)) {
      if (!status.startsWith('2')) continue
      const name = schemaOf(Object.values(response.content ?? {})[0]) ?? id
      parts.add([name, `${name}.${id}.${status}`], response, (reference) => {
        responses[status] = reference as never
      })
    }
  }
  return parts.share('#/components/responses') as Record<string, Response>
}

const shareExamples = (bodies: readonly (readonly [string, Body | undefined])[]): Json => {
  const parts = new Parts()
  for (const [name, body] of bodies) {
    for (const [type, media] of Object.entries(body?.content ?? {})) {
      if (media.example === undefined) continue
      const example = { value: media.example }
      const schema = schemaOf(media) ?? name
      parts.add([schema, `${schema}.${name}.${type.replace(/\W+/g, '-')}`], example, (reference) => {
        delete media.example
        media.examples = { default: reference }
      })
    }
  }
  return parts.share('#/components/examples')
}

/**
 * Moves the parameters, responses and examples that several operations share to the components. A parameter keeps its
 * name. Responses and examples get the name of their schema. If the schema has no name, they get the name of their
 * first operation.
 */
export const shareParts = (document: OpenapiDocument): OpenapiDocument => {
  const operations = operationsOf(document)
  const parameters = shareParameters(operations)
  const responses = shareResponses(operations)
  const bodies = operations.flatMap(({ operationId: id = '', requestBody, responses: own }) =>
    [requestBody, ...Object.values(own)].map((body) => [id, body] as const),
  )
  const examples = shareExamples([...Object.entries(responses), ...bodies])
  const { components } = document
  return {
    ...document,
    components: {
      ...components,
      parameters,
      examples,
      responses: { ...(components['responses'] as Json), ...responses },
    },
  }
}
