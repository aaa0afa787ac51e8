/**
 * Parses a block of JSON-LD as publishers print it: with a CDATA section or a comment around it, commas before closing
 * brackets, raw line breaks in strings, and wrong escapes. Takes linear time.
 * @returns undefined if the block is not JSON even so.
 */
export function parseJsonLd(block: string): unknown {
  return parseJson(block) ?? parseJson(repaired(unwrapped(block)))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const SECTION_MARKS = ['<![CDATA[', ']]>', '<!--', '-->'] as const

/** Returns the text from the first to the last bracket, without the marks of a section or a comment. */
function unwrapped(block: string): string {
  const text = SECTION_MARKS.reduce((rest, mark) => rest.replaceAll(mark, ''), block)
  const start = text.search(/[{[]/)
  return start < 0 ? '' : text.slice(start, Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1)
}

const ESCAPES = new Set('"\\/bfnrtu')

/** Removes the faults within the brackets. */
function repaired(text: string): string {
  const out: string[] = []
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (!isInString) {
      if (sign === '"') isInString = true
      if (sign === ',' && isBeforeClosing(text, at + 1)) continue
      out.push(sign)
    } else if (sign === '\\') {
      const next = text[++at] ?? ''
      out.push(ESCAPES.has(next) ? sign + next : next)
    } else if (sign < ' ') out.push(' ')
    else {
      if (sign === '"') isInString = false
      out.push(sign)
    }
  }
  return out.join('')
}

/** The most white space between a comma and a closing bracket. */
const GAP_MAX = 200

function isBeforeClosing(text: string, start: number): boolean {
  let at = start
  while (at < text.length && at - start < GAP_MAX && text[at]!.trim() === '') at++
  return text[at] === '}' || text[at] === ']'
}
