import { findUnstorable } from '../../../../core/unstorable.ts'
import { parseBoundedHtml } from '../html/bounded-parser.ts'

/** The longest value that is read, in UTF-16 code units. */
const LONGEST_VALUE = 2000

/** Returns a value as one trimmed line. Returns null if it is empty, too long, or cannot be stored. */
export function oneLine(value: string | undefined): string | null {
  const line = (value ?? '')
    .slice(0, LONGEST_VALUE + 1)
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' || line.length > LONGEST_VALUE || findUnstorable(line) ? null : line
}

/** Returns a value without markup and character references, which some publishers put into values for machines. */
export function withoutMarkup(value: string): string {
  if (value.length > 2 * LONGEST_VALUE || !/&#?\w+;|<\/?\w/.test(value)) return value
  const pieces: string[] = []
  parseBoundedHtml(value, {
    open: () => undefined,
    text: (text) => void pieces.push(text),
    close: () => undefined,
  })
  return pieces.join('')
}
