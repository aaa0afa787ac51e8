import { BLOCKS } from './elements.ts'
import { readVisible } from './visible.ts'

/** The space HTML means to be one space. No-break spaces are not among it: they are kept. */
const SPACE = /[ \t\r\n\f]+/g
const LINE_ENDS = /\r\n?/g

/**
 * The visible text of HTML: paragraphs with an empty line between them, line breaks kept, all other white space as HTML
 * shows it. Linear in time.
 */
export function htmlToText(html: string): string {
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

  readVisible(html, {
    open(name) {
      if (name === 'br') {
        // Two line breaks in a row are how some editors write paragraphs.
        if (line.trim() === '' && lines.length > 0 && preformatted === 0) endParagraph()
        else endLine()
      } else if (BLOCKS.has(name)) {
        endParagraph()
        if (name === 'pre') preformatted++
      }
    },
    text(text) {
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
    close(name) {
      if (!BLOCKS.has(name)) return
      endParagraph()
      if (name === 'pre') preformatted--
    },
  })
  endParagraph()
  return paragraphs.join('\n\n')
}
