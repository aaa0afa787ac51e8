import { DomainError } from '../../../core/errors.ts'
import type { SentFile } from '../../../http/multipart.ts'
import { decodeStrictly } from '../../../input/utf8.ts'

/** The fields of a form that adds articles. */
type Fields = Readonly<Record<string, string>>

const TEXT_FIELDS = ['title', 'publisher', 'published', 'url'] as const

/** Returns the lines of a job for addresses, one in each line of the field. */
export function linesOfAddresses({ urls = '' }: Fields): string[] {
  const addresses = urls.split('\n').map((one) => one.trim())
  return demandSome(
    addresses.filter(Boolean).map((url) => JSON.stringify({ url })),
    'Give at least one address.',
  )
}

/** Returns the line of a job for a text that was pasted. */
export function linesOfText(fields: Fields): string[] {
  const { text = '' } = fields
  return demandSome(
    text.trim() === '' ? [] : [JSON.stringify({ text, ...detailsOf(fields) })],
    'Paste a text.',
  )
}

/** Returns the lines of a job for files: texts, pages, articles in JSON, and files with an article on each line. */
export const linesOfFiles = (fields: Fields, files: readonly SentFile[]): string[] =>
  demandSome(
    files.flatMap((file) => linesOfFile(file, detailsOf(fields))),
    'Choose at least one file.',
  )

function demandSome(lines: string[], what: string): string[] {
  if (lines.length > 0) return lines
  throw new DomainError('invalid_body', what)
}

/** Returns what a form says about its articles, without empty fields. */
const detailsOf = (fields: Fields): Fields =>
  Object.fromEntries(
    TEXT_FIELDS.map((name) => [name, (fields[name] ?? '').trim()] as const).filter(
      ([, value]) => value !== '',
    ),
  )

function linesOfFile({ name, bytes }: SentFile, details: Fields): string[] {
  const content = decoded(name, bytes)
  if (/\.(?:ndjson|jsonl)$/i.test(name)) return content.split('\n').filter((line) => line.trim() !== '')
  if (/\.json$/i.test(name)) return [oneLine(content)]
  const isPage = /\.x?html?$/i.test(name) || /^\s*<(?:!doctype|html)/i.test(content)
  return [JSON.stringify({ [isPage ? 'html' : 'text']: content, ...details })]
}

function decoded(name: string, bytes: Buffer): string {
  try {
    return decodeStrictly(bytes).replace(/^\ufeff/u, '')
  } catch {
    throw new DomainError(
      'invalid_body',
      `The file ${name} is not UTF-8. Save it as UTF-8, then send it again.`,
    )
  }
}

/** Returns JSON in one line. Text that is no JSON stays: the job then says what is wrong with it. */
function oneLine(content: string): string {
  try {
    return JSON.stringify(JSON.parse(content))
  } catch {
    return content.replace(/[\r\n]+/g, ' ')
  }
}
