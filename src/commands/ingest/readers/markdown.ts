import { parseEdtf } from '../../../core/edtf.ts'
import { decodeText } from '../../../features/articles/ingestion/domain.ts'
import { readSubmission } from '../../../features/articles/ingestion/parameters.ts'
import { type Reader, without } from './reader.ts'

/** A block of `name: value` between lines of dashes, at the start of the file. */
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** Markdown, with the metadata in its front matter. */
export const markdownReader: Reader = {
  endings: ['.md', '.markdown'],
  async readFile(bytes) {
    const { marked } = await import('marked')
    const source = decodeText(bytes, null).replaceAll('\0', '')
    const front = FRONT_MATTER.exec(source)
    const body = front ? source.slice(front[0].length) : source
    const html = await marked.parse(body, { async: false })
    return without({ ...readSubmission({ html }), ...metadataOf(front?.[1] ?? '') })
  },
}

function metadataOf(front: string) {
  const values = new Map(
    front.split(/\r?\n/).flatMap((line): [string, string][] => {
      const match = /^([A-Za-z_]+)\s*:\s*(.+?)\s*$/.exec(line)
      return match ? [[match[1]!.toLowerCase(), match[2]!.replace(/^(["'])(.*)\1$/, '$2')]] : []
    }),
  )
  const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(values.get('date') ?? values.get('published') ?? '')?.[0]
  return {
    title: values.get('title') ?? null,
    byline: values.get('author') ?? values.get('byline') ?? null,
    publisher: values.get('publisher') ?? null,
    published: day === undefined ? null : parseEdtf(day),
  }
}
