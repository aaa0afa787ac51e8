/** The form of a text for a terminal. */
export interface TextOptions {
  /** The width in columns. */
  readonly width: number
  readonly color: boolean
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const
export type Style = keyof typeof CODES
/** Adds a style to a text. */
export type Paint = (style: Style, text: string) => string

const DEFAULT_WIDTH = 80
const MAX_WIDTH = 100

/**
 * Returns the form of texts for an output: at most 100 columns, with colors only on a terminal that has colors. An
 * output that is not given is no terminal.
 */
export const textOptionsOf = (stdout?: NodeJS.WriteStream): TextOptions => ({
  width: Math.min(stdout?.columns ?? DEFAULT_WIDTH, MAX_WIDTH),
  color: stdout?.isTTY === true && stdout.hasColors(),
})

/** Returns the function that adds styles; it changes nothing without colors. */
export const painter =
  (color: boolean): Paint =>
  (style, text) =>
    color ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text

const widthOf = (word: string): number => word.replace(/\u001b\[\d+m/gu, '').length

/** Wraps a text into lines of at most `width` columns. A longer word gets a line of its own. Codes of styles take none. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const word of text.split(/\s+/)) {
    const length = widthOf(word)
    if (used > 0 && used + 1 + length > width) {
      lines.push(line)
      ;[line, used] = [word, length]
    } else [line, used] = used > 0 ? [`${line} ${word}`, used + 1 + length] : [word, length]
  }
  return [...lines, line]
}
