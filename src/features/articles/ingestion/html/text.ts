import { BLOCK_ELEMENTS } from './elements.ts'
import { readVisible } from './visible.ts'

/** The white space that HTML collapses. No-break spaces stay. */
const SPACE = /[ \t\r\n\f]+/g
const LINE_ENDS = /\r\n?/g

/**
 * Returns the visible text of HTML. An empty line separates paragraphs, line breaks stay, and other white space is
 * collapsed as browsers do. Takes linear time.
 * @param showsAriaHidden true if elements that are hidden only from screen readers are visible.
 */
export function htmlToText(html: string, showsAriaHidden = false): string {
  const paragraphs: string[] = []
  let lines: string[] = []
  let line = ''
  let preformatted = 0

  const endLine = (): void => {
    lines.push(preformatted > 0 ? line : line.replace(SPACE, ' ').trim())
    line = ''
  }
  const endParagraph = (): void => {
    if (line) endLine()
    const first = lines.findIndex((text) => text.trim() !== '')
    if (first >= 0) paragraphs.push(lines.slice(first).join('\n').trimEnd())
    lines = []
  }

  const content = {
    open(name: string) {
      if (name === 'br') {
        // Some editors write paragraphs as two line breaks.
        if (line.trim() === '' && lines.length > 0 && preformatted === 0) endParagraph()
        else endLine()
      } else if (BLOCK_ELEMENTS.has(name)) {
        endParagraph()
        if (name === 'pre') preformatted++
      }
    },
    text(text: string) {
      if (preformatted === 0) {
        line += text
        return
      }
      const [first = '', ...rest] = text.replace(LINE_ENDS, '\n').split('\n')
      line += first
      for (const next of rest) {
        endLine()
        line = next
      }
    },
    close(name: string) {
      if (!BLOCK_ELEMENTS.has(name)) return
      endParagraph()
      if (name === 'pre') preformatted--
    },
  }
  readVisible(html, content, showsAriaHidden)
  endParagraph()
  return paragraphs.join('\n\n')
}
