import { deflateSync } from 'node:zlib'

/** A line of a page: its words, and its place in points from the lower left corner. */
export interface PdfLine {
  readonly words: string
  readonly x?: number
  readonly y: number
}

/** Returns the lines of paragraphs, as a word processor sets them: 14 points apart, paragraphs 28. */
export function linesOfParagraphs(paragraphs: readonly (readonly string[])[]): PdfLine[] {
  let y = 734
  return paragraphs.flatMap((lines) => {
    y -= 14
    return lines.map((words) => {
      y -= 14
      return { words, y }
    })
  })
}

const REFUSED = '0'.repeat(64)

/** Writes a PDF whose page is a stream that was packed some times. */
export function makePackedPdf(content: Buffer, times: number): Buffer {
  let packed = content
  for (let time = 0; time < times; time++) packed = deflateSync(packed)
  const filter = `[${'/FlateDecode '.repeat(times)}]`
  const head = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>endobj\n4 0 obj<</Length ${packed.length}/Filter${filter}>>stream\n`
  const tail = '\nendstream endobj\ntrailer<</Size 5/Root 1 0 R>>\n%%EOF'
  return Buffer.concat([Buffer.from(head), packed, Buffer.from(tail)])
}

/**
 * Writes a PDF with lines of text on pages.
 * @param isEncrypted true for a PDF that asks for a password.
 */
export function makePdf(pages: readonly (readonly PdfLine[])[], isEncrypted = false): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((lines, index) => {
      const stream = lines
        .map(({ words, x = 72, y }) => `BT /F1 12 Tf ${x} ${y} Td (${escaped(words)}) Tj ET`)
        .join('\n')
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + 2 * index} 0 R>>`,
        `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
      ]
    }),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj${object}endobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const lock = isEncrypted
    ? `/Encrypt<</Filter/Standard/V 1/R 2/O<${REFUSED}>/U<${REFUSED}>/P -4>>/ID[<01><01>]`
    : ''
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R${lock}>>startxref\n${file.length}\n%%EOF`
  return Buffer.from(file + table + trailer, 'latin1')
}

const escaped = (words: string): string => words.replace(/[\\()]/g, '\\$&')
