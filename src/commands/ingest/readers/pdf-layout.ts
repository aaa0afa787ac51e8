/** A piece of text on a page, as pdf.js finds it. Coordinates count from the lower left corner. */
export interface Piece {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A printed line. */
interface Line {
  words: string
  readonly x: number
  readonly y: number
  readonly height: number
  right: number
}

/** The first character of a page in the text. */
interface PageStart {
  readonly page: number
  readonly start: number
}

/** The number of pages from which a line is known as a running head. */
const RUNNING = 3
/** The distance of lines, in heights of a line, above which a paragraph ends. */
const PARAGRAPH_GAP = 1.7
/** The indent of a first line, in heights of a line. */
const INDENT = 0.7

/**
 * Joins the pieces of pages to paragraphs. Leaves out page numbers and running heads, and joins words that are divided at
 * the end of a line.
 */
export function layOut(pages: readonly (readonly Piece[])[]): {
  readonly text: string
  readonly starts: readonly PageStart[]
} {
  const printed = pages.map(linesOf)
  const running = runningLines(printed)
  let text = ''
  const starts: PageStart[] = []
  let last: Line | null = null
  for (const [index, lines] of printed.entries()) {
    const body = lines.filter((line, at) => !(isAtEdge(lines, at) && isRunning(line, running)))
    const margin = Math.min(...body.map(({ x }) => x))
    let isFirst = true
    for (const line of body) {
      const joint = last ? jointOf(text, last, line, isFirst, margin) : ''
      if (joint === null) text = text.slice(0, -1)
      text += joint ?? ''
      if (isFirst) starts.push({ page: index + 1, start: text.length })
      text += line.words
      last = line
      isFirst = false
    }
  }
  return { text, starts }
}

function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = []
  for (const { words, x, y, width, height } of pieces) {
    const last = lines.at(-1)
    const isSameLine = last && Math.abs(last.y - y) < last.height / 2 && x >= last.right - last.height
    if (!isSameLine) {
      if (words.trim() !== '')
        lines.push({ words: words.trimStart(), x, y, height: height || 10, right: x + width })
      continue
    }
    const isApart = x - last.right > last.height * 0.15 && !/\s$/.test(last.words) && !/^\s/.test(words)
    last.words += isApart ? ` ${words}` : words
    last.right = x + width
  }
  return lines.map((line) => ({ ...line, words: line.words.replace(/\s+/g, ' ').trim() }))
}

/** Returns what joins two lines; null if the first ends with the hyphen of a divided word. */
function jointOf(text: string, last: Line, line: Line, isNewPage: boolean, margin: number): string | null {
  const isOpen = !/[.!?:…]["'”’»)\]]*$/.test(text)
  const isNewColumn = isNewPage || line.y > last.y + last.height
  const isBelow = !isNewColumn && last.y - line.y > PARAGRAPH_GAP * Math.max(last.height, line.height)
  const isOther = !isNewColumn && Math.abs(last.height - line.height) > 0.25 * line.height
  const isIndented = line.x > margin + INDENT * line.height && line.x > last.x + INDENT * line.height
  if (isBelow || isOther || (isNewColumn ? !isOpen : isIndented && !isOpen)) return '\n\n'
  if (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line.words)) return null
  return ' '
}

const isAtEdge = (lines: readonly Line[], at: number): boolean => at < 2 || at >= lines.length - 2

/** A line without its numbers, so that "Page 3" and "Page 4" are the same. */
const shapeOf = ({ words }: Line): string => words.replace(/\d+/g, '#')

function runningLines(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const lines of pages) {
    const edge = new Set(lines.filter((_, at) => isAtEdge(lines, at)).map(shapeOf))
    for (const shape of edge) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  const least = Math.max(RUNNING, pages.length / 3)
  return new Set([...counts].filter(([, count]) => count >= least).map(([shape]) => shape))
}

const isRunning = (line: Line, running: ReadonlySet<string>): boolean =>
  running.has(shapeOf(line)) ||
  /^[-–—\s]*(?:page\s+)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?[-–—\s]*$/i.test(line.words)
