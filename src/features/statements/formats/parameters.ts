import { choice } from '../../../input/values.ts'
import { namesOf, type StatementFormats } from './table.ts'

/**
 * Builds the parameter `format`.
 * @param suffixed an example of a path with the format as suffix.
 */
export const formatParameter = (formats: StatementFormats, suffixed: string) =>
  choice(namesOf(formats), {
    description: `The format of the answer. It goes before Accept, and can be a suffix of the path: \`${suffixed}\`.`,
    examples: ['csv'],
  }).optional()
