import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Item, Reader, Reading, Skipped } from '../../../../src/commands/ingest/readers/reader.ts'
import { READERS, readerByName, readerBySignature } from '../../../../src/commands/ingest/readers/table.ts'
import { loadArticle } from '../../../../src/features/articles/ingestion/domain.ts'
import { linesOfParagraphs, makePackedPdf, makePdf } from '../../../support/files/pdf.ts'
import { makeRecord, makeWarc, response } from '../../../support/files/warc.ts'
import { makeDocx, makeZip, paragraph } from '../../../support/files/zip.ts'

const NOW = new Date('2026-01-15T12:00:00Z')

async function read(name: string, content: string | Buffer): Promise<Reading> {
  const reader = readerByName(name) as Extract<Reader, { readFile: unknown }>
  return reader.readFile(Buffer.from(content))
}

/** Returns the article of a file, as it would be stored. */
async function article(name: string, content: string | Buffer) {
  const { submission } = await read(name, content)
  return loadArticle(submission, () => Promise.reject(new Error('fetched')), NOW)
}

const parts = async (name: string, content: Buffer, size = 4096): Promise<(Item | Skipped)[]> => {
  const reader = readerByName(name) as Extract<Reader, { readStream: unknown }>
  const found: (Item | Skipped)[] = []
  const chunks = async function* () {
    for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
  }
  for await (const item of reader.readStream(name, chunks())) found.push(item)
  return found
}

describe('Markdown', () => {
  it('is read without its marks, with the metadata of its front matter', async () => {
    const source =
      '---\ntitle: "Ferry to run"\nauthor: Bo Lindqvist\ndate: 2025-01-15T21:00:00-05:00\n---\n# Ferry to run\n\nThe **ferry** will\nrun, [Ada Brandt](https://x.example/a) said.\n\n> It is safe.\n'
    expect(await article('a.md', source)).toMatchObject({
      text: expect.stringMatching(/The ferry will run, Ada Brandt said\.\n\nIt is safe\.$/),
      title: 'Ferry to run',
      byline: 'Bo Lindqvist',
      published: { edtf: '2025-01-15' },
    })
  })

  it('needs no front matter', async () => {
    expect(await article('a.md', 'A *small* thing, he said.\n\n---\n\nThe end.')).toMatchObject({
      text: 'A small thing, he said.\n\nThe end.',
      published: null,
    })
  })
})

describe('messages', () => {
  const head =
    'From: The Gazette <news@gazette.example>\r\nSubject: =?utf-8?q?Caf=C3=A9_to_close?=\r\nDate: Wed, 15 Jan 2025 22:30:00 -0500\r\nMIME-Version: 1.0\r\n'

  it('give their text, their subject, their sender and the day at the sender', async () => {
    const body =
      'Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 closes, Ada Brandt said.\r\n'
    expect(await article('a.eml', head + body)).toMatchObject({
      text: 'The café closes, Ada Brandt said.',
      title: 'Café to close',
      byline: 'The Gazette',
      published: { edtf: '2025-01-15' },
    })
  })

  it('give their HTML before their text, and name the attachments', async () => {
    const body =
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>One, he said.</p><p>Two.</p>\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=release.txt\r\n\r\nmore\r\n--b--\r\n'
    const { note } = await read('a.eml', head + body)
    expect(note).toContain('release.txt')
    expect((await article('a.eml', head + body)).text).toContain('One, he said.\n\nTwo.')
  })

  it('join the lines that a mail program broke, and keep the others', async () => {
    const text =
      'The harbour board of Ostmere voted on Tuesday night to keep the old\nswing bridge closed to lorries until the spring,\nAda Brandt said on Tuesday.\n\nOstmere\nJanuary 15, 2025\n'
    const { text: read } = await article('a.eml', `${head}\r\n${text}`)
    expect(read).toBe(
      'The harbour board of Ostmere voted on Tuesday night to keep the old swing bridge closed to lorries until the spring,\nAda Brandt said on Tuesday.\n\nOstmere\nJanuary 15, 2025',
    )
  })

  it('in UTC are of the day at the sender, if its zone is known', async () => {
    const { submission } = await read(
      'a.eml',
      'Date: Wed, 15 Jan 2025 02:30:00 +0000\r\n\r\nOne, he said.\r\n',
    )
    const load = (zone: string | null) =>
      loadArticle({ ...submission, zone }, () => Promise.reject(new Error('fetched')), NOW)
    expect((await load(null)).published?.edtf).toBe('2025-01-15')
    expect((await load('America/New_York')).published?.edtf).toBe('2025-01-14')
  })

  it('are refused without text', async () => {
    await expect(read('a.eml', `${head}\r\n`)).rejects.toThrow('The message has no text')
  })
})

describe('PDF', () => {
  it('is read in paragraphs, over lines and pages, without page numbers and running heads', async () => {
    const page = (number: number, paragraphs: string[][]) => [
      { words: 'The Gazette', y: 770 },
      ...linesOfParagraphs(paragraphs),
      { words: String(number), x: 300, y: 30 },
    ]
    const pdf = makePdf([
      page(1, [
        ['The ferry will run all win-', 'ter, harbour master Ada Brandt', 'said on Tuesday.'],
        ['The bridge'],
      ]),
      page(2, [['is shut, Bo Lindqvist said.'], ['No one crossed (yet).']]),
      page(3, [['It snowed.']]),
    ])
    const { text, source } = await article('a.pdf', pdf)
    expect(source?.places?.map(({ page, start }) => [page, text.slice(start, start + 8)])).toEqual([
      [1, 'The ferr'],
      [2, 'is shut,'],
      [3, 'It snowe'],
    ])
    expect(text).toBe(
      'The ferry will run all winter, harbour master Ada Brandt said on Tuesday.\n\nThe bridge is shut, Bo Lindqvist said.\n\nNo one crossed (yet).\n\nIt snowed.',
    )
  })

  it('says what to do if it is encrypted, scanned or damaged', async () => {
    const text = linesOfParagraphs([['Words.']])
    await expect(read('a.pdf', makePdf([text], true))).rejects.toThrow('The PDF is encrypted.')
    await expect(read('a.pdf', makePdf([[]]))).rejects.toThrow('ocrmypdf')
    await expect(read('a.pdf', '<html>not a PDF</html>')).rejects.toThrow('it is not a PDF')
    await expect(read('a.pdf', makePdf([text]).subarray(0, 120))).rejects.toThrow(/^The PDF /)
  })

  it.each([1, 2])('is refused if a stream that was packed %i times unpacks to too much', async (times) => {
    const bomb = makePackedPdf(Buffer.alloc(101_000_000, ' '), times)
    expect(bomb.length).toBeLessThan(200_000)
    await expect(read('a.pdf', bomb)).rejects.toThrow('The PDF unpacks to more than 100 MB.')
    await expect(read('a.pdf', makePackedPdf(Buffer.from(' '), times))).rejects.toThrow('ocrmypdf')
  })
})

describe('Word documents', () => {
  it('are read in paragraphs, without deleted words', async () => {
    const body = `${paragraph('The ferry will run, Ada Brandt said.')}<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`
    expect((await article('a.docx', makeDocx(body))).text).toBe(
      'The ferry will run, Ada Brandt said.\n\nOne\ntwo',
    )
  })

  it('are refused if they unpack to more than their directory says, or to too much', async () => {
    const bomb = makeDocx(paragraph('x'.repeat(60_000_000)))
    expect(bomb.length).toBeLessThan(100_000)
    await expect(read('a.docx', bomb)).rejects.toThrow('unpacks to more than 50 MB')
    await expect(read('a.docx', makeDocx(paragraph('x'.repeat(60_000_000)), 100))).rejects.toThrow(
      'unpacks to more',
    )
  })

  it('says what to do with an old, an encrypted, a damaged and another document', async () => {
    await expect(read('a.docx', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'))).rejects.toThrow(
      'encrypted, or from Word',
    )
    await expect(read('a.docx', makeDocx('').subarray(0, 200))).rejects.toThrow('damaged or cut off')
    await expect(read('a.docx', makeZip([{ name: 'a.txt', content: 'x' }]))).rejects.toThrow(
      'not a Word document',
    )
    await expect(read('a.docx', makeDocx(''))).rejects.toThrow('no text')
  })
})

describe('subtitles', () => {
  it('become turns of speakers', async () => {
    const vtt =
      'WEBVTT - A talk\n\nNOTE no words\nhere\n\nSTYLE\n::cue { color: red }\n\nc1\n00:01.000 --> 00:03.000 align:start\n<v.loud Ada Brandt>The ferry will\n<i>run</i> &amp; run.</v>\n\n00:00:03.000 --> 00:00:05.000\n<v Ada Brandt>It is safe.\n\n00:00:05.000 --> 00:00:07.000\n<v Bo Lindqvist>Is it?\n<v Ada Brandt>Yes.\n'
    const { text, source } = await article('a.vtt', vtt)
    expect(source?.places?.map(({ time, start }) => [time, text.slice(start, start + 5)])).toEqual([
      ['00:00:01.000', 'The f'],
      ['00:00:03.000', 'It is'],
      ['00:00:05.000', 'Is it'],
      ['00:00:05.000', 'Yes.'],
    ])
    expect(text).toBe(
      'Ada Brandt: The ferry will run & run. It is safe.\n\nBo Lindqvist: Is it?\n\nAda Brandt: Yes.',
    )
  })

  it('divides at labels, changes and long pauses, and leaves out what rolling subtitles repeat', async () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\nADA BRANDT: The ferry\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nADA BRANDT: The ferry\r\nwill run.\r\n\r\n3\r\n00:00:03,500 --> 00:00:04,000\r\n- {\\an8}Will it?\r\n\r\n4\r\n00:01:00,000 --> 00:01:02,000\r\nLater.\r\n'
    expect((await article('a.srt', srt)).text).toBe('ADA BRANDT: The ferry will run.\n\nWill it?\n\nLater.')
  })

  it('are refused without times', async () => {
    await expect(read('a.srt', 'No times at all.')).rejects.toThrow('00:01:02,000 --> 00:01:04,000')
  })
})

describe('web archives', () => {
  const page = (words: string): string =>
    `<html><head><title>${words}</title></head><body><article><p>${words}, Ada Brandt said.</p></article></body></html>`
  const url = 'https://gazette.example/ferry'
  const record = (block: Buffer) => ({
    type: 'response',
    url,
    contentType: 'application/http; msgtype=response',
    block,
  })
  const submissions = async (items: readonly (Item | Skipped)[]) => {
    const found = items.filter((item): item is Item => 'read' in item)
    return Promise.all(found.map(async (item) => ({ where: item.where, ...(await item.read()).submission })))
  }

  it.each([7, 65_536])('are read as they arrive, in pieces of %i bytes', async (size) => {
    const chunked = `4\r\n${page('Two').slice(0, 4)}\r\n${(page('Two').length - 4).toString(16)}\r\n${page('Two').slice(4)}\r\n0\r\n\r\n`
    const file = makeWarc([
      { type: 'warcinfo', contentType: 'application/warc-fields', block: 'software: x\r\n' },
      { type: 'request', url, block: 'GET / HTTP/1.1\r\n\r\n' },
      record(response(page('One'))),
      record(response('gone', [], '404 Not Found')),
      record(response(chunked, ['Transfer-Encoding: chunked'])),
      record(response(gzipSync(page('Three')), ['Content-Encoding: gzip'])),
      record(response(page('Four'), ['Content-Encoding: gzip'])),
      { type: 'resource', url: 'https://gazette.example/r', contentType: 'text/html', block: page('Five') },
      {
        type: 'conversion',
        url: 'https://gazette.example/t',
        contentType: 'text/plain',
        block: 'Six, he said.',
      },
    ])
    const items = await parts('news.warc.gz', file, size)
    expect(items).toHaveLength(9)
    expect(await submissions(items)).toEqual([
      { where: 'news.warc.gz:3', html: page('One'), url },
      { where: 'news.warc.gz:5', html: page('Two'), url },
      { where: 'news.warc.gz:6', html: page('Three'), url },
      { where: 'news.warc.gz:7', html: page('Four'), url },
      { where: 'news.warc.gz:8', html: page('Five'), url: 'https://gazette.example/r' },
      { where: 'news.warc.gz:9', text: 'Six, he said.', url: 'https://gazette.example/t' },
    ])
  })

  it('keep the records before the place where they are damaged', async () => {
    const good = makeWarc([record(response(page('One')))])
    const found: (Item | Skipped)[] = []
    const reader = readerByName('a.warc.gz') as Extract<Reader, { readStream: unknown }>
    const cut = (async function* () {
      yield good
      yield makeWarc([record(response(page('Two')))]).subarray(0, 60)
    })()
    await expect(async () => {
      for await (const item of reader.readStream('a.warc.gz', cut)) found.push(item)
    }).rejects.toThrow()
    expect(await submissions(found)).toHaveLength(1)
  })

  it('pass a record that unpacks to too much, and refuse one without end', async () => {
    const bomb = record(response(Buffer.alloc(40_000_000, 'a')))
    const items = await parts('a.warc.gz', makeWarc([bomb, record(response(page('After')))]))
    await expect((items[0] as Item).read()).rejects.toThrow('more than')
    expect((await submissions(items.slice(1)))[0]).toMatchObject({ html: page('After') })
    const endless = makeRecord(record(Buffer.from('x')), 9e12)
    await expect(parts('a.warc', endless)).rejects.toThrow('not the length of a page')
    await expect(parts('a.warc', Buffer.from('Some text.\n'))).rejects.toThrow(
      'not the start of a WARC record',
    )
  })

  it('refuse a page whose own encoding unpacks to too much', async () => {
    const bomb = response(gzipSync(Buffer.alloc(40_000_000)), ['Content-Encoding: gzip'])
    const [item] = await parts('a.warc.gz', makeWarc([record(bomb)]))
    await expect((item as Item).read()).rejects.toThrow('unpacks to more than')
  })
})

it('finds the reader by the end of the name, and by the first bytes before the name', () => {
  const endings = READERS.flatMap((reader) => reader.endings)
  expect(new Set(endings).size).toBe(endings.length)
  expect(readerByName('A/B.WARC.GZ')?.endings).toContain('.warc.gz')
  expect(readerByName('picture.png')).toBeUndefined()
  expect(readerBySignature(makePdf([[]]))?.endings).toEqual(['.pdf'])
  expect(readerBySignature(makeDocx(''))?.endings).toEqual(['.docx'])
  expect(readerBySignature(Buffer.from('Text.'))).toBeUndefined()
})
