import { DomainError } from '../core/errors.ts'
import type { App } from './instance.ts'

/** A file of a form. */
export interface SentFile {
  readonly name: string
  readonly bytes: Buffer
}

/** The body of a form with files (RFC 7578). */
export interface FormWithFiles {
  readonly fields: Readonly<Record<string, string>>
  /** The files of all fields. Fields for files that are empty are left out. */
  readonly files: readonly SentFile[]
}

const MEDIA_TYPE = 'multipart/form-data'
const BOUNDARY = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i
const HEAD_END = Buffer.from('\r\n\r\n')
/** The most parts of a form. */
const PARTS_MAX = 200

/**
 * Accepts forms with files. Applies to this Fastify instance.
 * @param read returns the body of the request.
 */
export function acceptFormsWithFiles(app: App, read: (form: FormWithFiles) => unknown): void {
  app.addContentTypeParser(
    MEDIA_TYPE,
    { parseAs: 'buffer' },
    async ({ headers }: { headers: object }, body: Buffer) => {
      const type = (headers as Readonly<Record<string, string | undefined>>)['content-type'] ?? ''
      const [, quoted, plain] = BOUNDARY.exec(type) ?? []
      const boundary = quoted ?? plain
      if (boundary === undefined) throw malformed('Its Content-Type names no boundary.')
      return read(parseMultipart(body, boundary))
    },
  )
}

/** Parses the body of a form with files. @throws DomainError `malformed_request`. */
export function parseMultipart(body: Buffer, boundary: string): FormWithFiles {
  const fields: Record<string, string> = Object.create(null)
  const files: SentFile[] = []
  for (const part of partsOf(body, Buffer.from(`--${boundary}`))) {
    const headEnd = part.indexOf(HEAD_END)
    if (headEnd < 0) throw malformed('A part of it has no end of its head.')
    const head = part.toString('utf8', 0, headEnd)
    const bytes = part.subarray(headEnd + HEAD_END.length)
    const name = parameterOf(head, 'name')
    const file = parameterOf(head, 'filename')
    if (name === undefined) throw malformed('A part of it has no name.')
    if (file === undefined) fields[name] = bytes.toString('utf8').replace(/\r\n?/g, '\n')
    else if (file !== '' || bytes.length > 0) files.push({ name: file, bytes })
  }
  return { fields: { ...fields }, files }
}

/** Returns the bytes of each part, between the lines with the boundary. */
function partsOf(body: Buffer, delimiter: Buffer): Buffer[] {
  const parts: Buffer[] = []
  let at = body.indexOf(delimiter)
  while (at >= 0) {
    const start = at + delimiter.length
    if (body.toString('latin1', start, start + 2) === '--') return parts
    if (parts.length === PARTS_MAX)
      throw malformed(`It has more than ${PARTS_MAX} parts. Send fewer files at once.`)
    const lineEnd = body.indexOf('\r\n', start)
    const next = body.indexOf(Buffer.concat([Buffer.from('\r\n'), delimiter]), start)
    if (lineEnd < 0 || next < 0) break
    parts.push(body.subarray(lineEnd + 2, Math.max(next, lineEnd + 2)))
    at = next + 2
  }
  throw malformed('Its end is missing.')
}

/** Returns a parameter of the header Content-Disposition, as browsers escape it; undefined if it is absent. */
function parameterOf(head: string, name: string): string | undefined {
  const line = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? ''
  const value = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(line)?.[1]
  return value?.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n')
}

const malformed = (detail: string): DomainError =>
  new DomainError('malformed_request', `The form with files cannot be read. ${detail}`)
