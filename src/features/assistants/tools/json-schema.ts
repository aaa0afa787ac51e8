import { z } from 'zod'

/** The metadata of schemas without their names. Names would become references, which not all assistants follow. */
const unnamed = {
  get(schema: z.core.$ZodType) {
    const { id: _id, ...metadata } = z.globalRegistry.get(schema) ?? {}
    return metadata
  },
} as unknown as z.core.$ZodRegistry<Record<string, unknown>>

/**
 * Returns a schema that describes the input and the output of a tool, but accepts everything. The server validates the
 * input itself, so that errors are those of the API, with advice. The compiler checks the output.
 * @param io the side of the schema that assistants see. The JSON Schema is made once, when it is first needed.
 */
export function describing(schema: z.ZodType, io: 'input' | 'output') {
  let json: Record<string, unknown> | undefined
  const convert = (): Record<string, unknown> => {
    if (json) return json
    const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
      ...{ io, metadata: unnamed, unrepresentable: 'any' },
      // The patterns of dates are long, and their format says the same.
      override: ({ jsonSchema }) => {
        if (jsonSchema.format) delete jsonSchema.pattern
      },
    })
    json = rest
    return json
  }
  return {
    '~standard': {
      version: 1 as const,
      vendor: 'onrecord',
      validate: (value: unknown) => ({ value }),
      jsonSchema: { input: convert, output: convert },
    },
  }
}
