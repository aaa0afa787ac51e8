import { z } from 'zod'
import { example } from '../../../documentation/examples.ts'
import { Statement } from '../../../record/statements/schema.ts'

/** The path of the schema. It names no version, because fields are only added. */
export const STATEMENT_SCHEMA_PATH = '/schema/statement.json'

/** The license of the schema, as a web address. */
export const LICENSE_URL = 'https://spdx.org/licenses/MIT.html'

const DESCRIPTION =
  'One utterance as one article reports it: who said what, when, and the exact characters that prove it. Offsets are [start, end) in UTF-16 code units of the text of the article. The dates in `said` are EDTF.'

/**
 * Builds the JSON Schema (2020-12) of a statement, from the shape that the service sends. It allows further fields, so
 * that documents of later versions are valid.
 * @param origin the origin of the service, which begins the `$id`.
 */
export function statementSchema(origin: string): object {
  const titled = example(Statement, 'getStatement').meta({ title: 'Statement', description: DESCRIPTION })
  const { $schema, ...schema } = z.toJSONSchema(titled, {
    override({ jsonSchema }) {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    },
  })
  return {
    $schema,
    $id: `${origin}${STATEMENT_SCHEMA_PATH}`,
    $comment: `License: MIT (${LICENSE_URL}).`,
    ...schema,
  }
}
