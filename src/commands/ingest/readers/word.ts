import { readSubmission } from '../../../features/articles/ingestion/parameters.ts'
import { cannotRead, type Reader, without } from './reader.ts'
import { checkZip } from './zip-limits.ts'

/** The XML of a document of 2,000,000 characters has some 20 MB. */
const MOST_XML = 50_000_000
/** The first bytes of a document before Word 2007, and of an encrypted one. */
const OLD = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** The number of a footnote in the text, and the arrow back to it. */
const NOTE_LINKS =
  /<sup><a href="#[^"]*note[^"]*"[^>]*>\[\d+\]<\/a><\/sup>|<a href="#[^"]*note-ref[^"]*">↑<\/a>/g

/** A document of Word or another word processor, without its pictures and comments. */
export const wordReader: Reader = {
  endings: ['.docx'],
  signature: Buffer.from('PK\x03\x04', 'latin1'),
  async readFile(bytes) {
    if (bytes.subarray(0, OLD.length).equals(OLD))
      throw cannotRead(
        'The document is encrypted, or from Word before 2007.',
        'Open it in a word processor and save it as .docx without a password.',
      )
    checkZip(bytes, MOST_XML)
    const { default: mammoth } = await import('mammoth')
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const { value } = await mammoth
      .convertToHtml(
        { buffer: bytes },
        { convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false },
      )
      .catch((cause: unknown) => {
        throw cannotRead('The file is not a Word document.', 'Save the text as .docx or .txt.', cause)
      })
    const html = value.replace(NOTE_LINKS, '').replaceAll('\0', '')
    if (html === '') throw cannotRead('The document has no text.', 'Check that it is the right file.')
    return without(readSubmission({ html }))
  },
}
