import { tokenAt } from '../../reader/offsets.ts'
import type { DateExpression } from '../../types/extraction.ts'
import type { Finding } from '../../types/finding.ts'
import type { Dating } from './date-role.ts'
import { type DatingContext, spansWithin } from './dating-context.ts'

/** The longest note in brackets after a quotation, in tokens. */
const LONGEST_STAMP = 16

/** Returns the date in brackets after the words: “We welcome the law.” [Statement, 3/4/24]. */
export function stampAfter(
  { document: { tokens } }: DatingContext,
  { content }: Finding,
  all: readonly DateExpression[],
): Dating | undefined {
  let first = tokenAt(tokens, content.at(-1)?.end ?? 0)
  while (/^["'.,]$/.test(tokens[first]?.lower ?? '')) first++
  if (!/^[([]$/.test(tokens[first]?.lower ?? '')) return undefined
  let last = first + 1
  while (last < first + LONGEST_STAMP && !/^[)\]]$/.test(tokens[last]?.lower ?? ')')) last++
  const end = tokens[last]
  const [date, ...others] = end ? spansWithin(all, { start: tokens[first]!.start, end: end.start }) : []
  return date && others.length === 0 && date.precision === 'day' ? { date, role: 'dates' } : undefined
}
