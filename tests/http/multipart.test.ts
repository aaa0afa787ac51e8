import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMultipart } from '../../src/http/multipart.ts'

const BOUNDARY = '----WebKitFormBoundaryAbC123'

const part = (head: string, content: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')])
const formOf = (...parts: Buffer[]): Buffer => Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)])
const field = (name: string, value: string): Buffer =>
  part(`Content-Disposition: form-data; name="${name}"`, value)
const file = (name: string, content: string | Buffer): Buffer =>
  part(
    `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream`,
    content,
  )

describe('a form with files', () => {
  it('has its fields, with line feeds, and its files, byte for byte', () => {
    const bytes = Buffer.from([0, 13, 10, 255, 45, 45, 13, 10])
    const body = formOf(
      field('publisher', 'The Gazette\r\nof Delta'),
      file('a "b".txt'.replaceAll('"', '%22'), bytes),
    )
    const { fields, files } = parseMultipart(body, BOUNDARY)
    expect(fields).toEqual({ publisher: 'The Gazette\nof Delta' })
    expect(files).toEqual([{ name: 'a "b".txt', bytes }])
  })

  it('leaves out the field of a file that was not chosen', () => {
    expect(parseMultipart(formOf(file('', '')), BOUNDARY).files).toEqual([])
  })

  it('reads a field with the name of a member of every object', () => {
    expect(Object.entries(parseMultipart(formOf(field('__proto__', 'x')), BOUNDARY).fields)).toEqual([
      ['__proto__', 'x'],
    ])
  })

  it('keeps any content that does not contain its boundary', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        const { files } = parseMultipart(formOf(file('a.txt', Buffer.from(content))), BOUNDARY)
        expect(Buffer.compare(files[0]!.bytes, Buffer.from(content))).toBe(0)
      }),
    )
  })

  it.each([
    ['without its end', Buffer.concat([field('a', 'b')])],
    ['without a part', Buffer.from('nothing')],
    ['with a part without a name', formOf(part('Content-Type: text/plain', 'x'))],
    ['with a head without an end', Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: x\r\n--${BOUNDARY}--`)],
    ['with too many parts', formOf(...Array.from({ length: 201 }, () => field('a', 'b')))],
  ])('is refused %s', (_name, body) => {
    expect(() => parseMultipart(body, BOUNDARY)).toThrow('cannot be read')
  })
})
