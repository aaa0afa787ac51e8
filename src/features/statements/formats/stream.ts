import type { Statement } from '../../../record/statements/schema.ts'
import type { FormatContext, StatementFormat, StatementStream } from './format.ts'

/**
 * Returns the writing of a format whose bodies hold any number of statements: pages, single statements and whole exports
 * are written in the same way.
 */
export const streaming = (
  open: (context: FormatContext) => StatementStream,
): Pick<StatementFormat, 'open' | 'write' | 'writeOne'> => ({
  open,
  write: ({ items }, context) => bodyOf(open(context), items),
  writeOne: (statement, context) => bodyOf(open(context), [statement]),
})

function bodyOf(stream: StatementStream, items: readonly Partial<Statement>[]): string | Uint8Array {
  const parts = [stream.add(items), stream.end()]
  return parts.every((part) => typeof part === 'string')
    ? parts.join('')
    : Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
}
