import { LONGEST_TEXT } from '../../../features/articles/ingestion/limits.ts'
import { readSubmission } from '../../../features/articles/ingestion/parameters.ts'
import { layOut, type Piece } from './pdf-layout.ts'
import { checkPdf } from './pdf-limits.ts'
import { cannotRead, type Reader, without } from './reader.ts'

const MOST_PAGES = 2000

/** A PDF with text. */
export const pdfReader: Reader = {
  endings: ['.pdf'],
  signature: Buffer.from('%PDF-', 'latin1'),
  async readFile(bytes) {
    checkPdf(bytes)
    const pages = await piecesOf(bytes)
    const { text, starts } = layOut(pages)
    if (!/[\p{L}\p{N}]/u.test(text))
      throw cannotRead(
        'The PDF has no text: its pages are pictures.',
        'Recognize the text first, for example with ocrmypdf, and ingest the result.',
      )
    return without({ ...readSubmission({ text }), places: starts })
  },
}

/** The parts of pdf.js that are used. The types of the package do not resolve in modules. */
interface PdfJs {
  readonly getDocument: (source: object) => {
    readonly promise: Promise<{
      readonly numPages: number
      readonly getPage: (number: number) => Promise<{
        readonly getTextContent: () => Promise<{ readonly items: readonly (PdfText | object)[] }>
        readonly cleanup: () => void
      }>
    }>
    readonly destroy: () => Promise<void>
  }
}

interface PdfText {
  readonly str: string
  /** A matrix. Its last two numbers are the place on the page. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

async function piecesOf(bytes: Buffer): Promise<Piece[][]> {
  const { getDocument } = (await import('unpdf/pdfjs')) as unknown as PdfJs
  // pdf.js takes over the memory, so it gets a copy.
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    stopAtErrors: false,
  })
  try {
    const document = await loading.promise
    if (document.numPages > MOST_PAGES)
      throw cannotRead(`The PDF has more than ${MOST_PAGES} pages.`, 'Divide it into several files.')
    const pages: Piece[][] = []
    let length = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item) => ('str' in item ? [pieceOf(item)] : []))
      page.cleanup()
      length += pieces.reduce((sum, { words }) => sum + words.length, 0)
      if (length > LONGEST_TEXT)
        throw cannotRead(`The PDF has more than ${LONGEST_TEXT} characters.`, 'Divide it into several files.')
      pages.push(pieces)
    }
    return pages
  } catch (error) {
    throw readable(error)
  } finally {
    await loading.destroy()
  }
}

const pieceOf = ({ str, transform, width, height }: PdfText): Piece => ({
  words: str.replaceAll('\0', ''),
  x: transform[4] ?? 0,
  y: transform[5] ?? 0,
  width,
  height,
})

function readable(error: unknown): Error {
  const { name } = error as Error
  if (name === 'DomainError') return error as Error
  return name === 'PasswordException'
    ? cannotRead('The PDF is encrypted.', 'Save it without a password.', error)
    : cannotRead('The PDF is damaged, or it is not a PDF.', 'Open it in a viewer and save it again.', error)
}
