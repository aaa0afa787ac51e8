import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { connectOnce } from '../../src/database/single-connection.ts'
import { run } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { linesOfParagraphs, makePdf } from '../support/files/pdf.ts'
import { makeWarc, response } from '../support/files/warc.ts'
import { makeDocx, paragraph } from '../support/files/zip.ts'
import { PATIENCE_MS } from '../support/patience.ts'
import { startProxy } from '../support/proxy.ts'

const line = (words: string, more: object = {}): string =>
  JSON.stringify({ text: `“${words},” Ada Brandt said.`, ...more })

async function articlesIn(url: string): Promise<{ title: string | null; text: string }[]> {
  const client = await connectOnce(url)
  try {
    const { rows } = await client.query(
      'SELECT title, text FROM articles a JOIN snapshots n ON n.article_id = a.id ORDER BY text',
    )
    return rows as never
  } finally {
    await client.end()
  }
}

it('ingests files of every type, names the line of each failure, and skips known articles in a second run', async () => {
  const directory = await temporaryDirectory()
  const write = (name: string, content: string | Buffer) => writeFile(join(directory, name), content)
  await write('plain.txt', 'A plain text, Bo Lindqvist said.\r\n')
  await write('western.txt', Buffer.from('\x93The caf\xE9 is open,\x94 Ada Brandt said.', 'latin1'))
  await write(
    'page.html',
    '<html><head><title>A page</title></head><body><p>On a page, he said.</p></body></html>',
  )
  await write(
    'item.json',
    JSON.stringify({ uri: 'urn:x:1', headline: 'An item', body_text: 'In an item, she said.' }),
  )
  const lines = [
    line('One', { title: 'First' }),
    '{"text": "cut sho',
    '',
    JSON.stringify({ text: 'a\u0000b' }),
    line('x'.repeat(70_000)),
    JSON.stringify({ heading: 'none' }),
    line('Last'),
  ]
  await write('lines.ndjson', lines.join('\n'))
  await write('picture.png', 'PNG')
  const environment = { DATABASE_URL: await createTestDatabase() }
  const files = [
    'plain.txt',
    'western.txt',
    'page.html',
    'item.json',
    'lines.ndjson',
    'picture.png',
    'missing.txt',
  ]

  const first = await run(['ingest', ...files], { directory, environment }).ended
  expect(first.code).toBe(1)
  expect(first.stderr).toMatch(/^lines\.ndjson:2: This is not JSON/m)
  expect(first.stderr).toMatch(/^lines\.ndjson:4: .*NUL character at offset 1/m)
  expect(first.stderr).toMatch(/^lines\.ndjson:6: /m)
  expect(first.stderr).toMatch(/^picture\.png: /m)
  expect(first.stderr).toMatch(/^missing\.txt: The file cannot be read \(ENOENT\)/m)
  expect(first.stderr).toMatch(/7 new with \d+ statements, 0 changed, 0 unchanged, 5 failed\.\n$/)

  const kept = await articlesIn(environment.DATABASE_URL)
  expect(kept).toHaveLength(7)
  expect(kept).toContainEqual({ title: 'A page', text: 'On a page, he said.' })
  expect(kept).toContainEqual({ title: 'An item', text: 'In an item, she said.' })
  expect(kept).toContainEqual({ title: 'First', text: '“One,” Ada Brandt said.' })
  expect(kept).toContainEqual({ title: null, text: '“The café is open,” Ada Brandt said.' })
  expect(kept).toContainEqual({ title: null, text: 'A plain text, Bo Lindqvist said.\r\n' })

  const again = await run(['ingest', ...files.slice(0, 4)], { directory, environment }).ended
  expect([again.code, again.stdout]).toEqual([0, ''])
  expect(again.stderr).toMatch(/^Read 4 articles .* 0 new .* 4 unchanged, 0 failed\.\n$/)
})

it('ingests folders with files of all types, and names what it cannot read and what it skips', async () => {
  const directory = await temporaryDirectory()
  const write = (name: string, content: string | Buffer) => writeFile(join(directory, 'news', name), content)
  await mkdir(join(directory, 'news', 'more'), { recursive: true })
  await mkdir(join(directory, 'news', '.hidden'))
  const pdf = makePdf([linesOfParagraphs([['In a PDF, Ada Brandt said.']])])
  const page = '<html><body><article><p>In an archive, Ada Brandt said.</p></article></body></html>'
  await write('a.md', 'In *Markdown*, Ada Brandt said.')
  await write('b.pdf', pdf)
  await write('c.docx', makeDocx(paragraph('In a document, Ada Brandt said.')))
  await write('d.eml', 'Subject: A message\r\n\r\nIn a message, Ada Brandt said.\r\n')
  await write('e.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Brandt>In a film.\n')
  const records = ['a', 'b'].map((name) => ({
    type: 'response',
    url: `https://gazette.example/${name}`,
    block: response(name === 'a' ? page : ''),
  }))
  const archive = makeWarc(records)
  await write('more/f.warc.gz', Buffer.concat([archive, archive.subarray(0, 40)]))
  await write('more/g.txt', makePdf([linesOfParagraphs([['Under a wrong name, Ada Brandt said.']])]))
  await write('more/h.pdf', makePdf([linesOfParagraphs([['Secret.']])], true))
  await write('more/i.txt', '')
  await write('picture.png', 'PNG')
  await write('.hidden/j.txt', 'Not read, he said.')
  await symlink('..', join(directory, 'news', 'more', 'circle'))
  const environment = { DATABASE_URL: await createTestDatabase() }

  const { code, stderr } = await run(['ingest', 'news'], { directory, environment }).ended
  expect(stderr.split('\n').filter((line) => line.startsWith('news'))).toEqual([
    'news/more/f.warc.gz:2: The page is empty. There is nothing to read in this record.',
    expect.stringMatching(/^news\/more\/f\.warc\.gz: The rest of the file cannot be read \(Z_BUF_ERROR\)/),
    'news/more/h.pdf: The PDF is encrypted. Save it without a password.',
    'news/more/i.txt: The file is empty. Check that it was copied as a whole.',
    expect.stringMatching(
      /^news\/picture\.png: skipped\. The file type is unknown\. Types are \.txt, .*\.docx/,
    ),
  ])
  expect(stderr).toMatch(/7 new with \d+ statements, 0 changed, 0 unchanged, 4 failed\. 1 skipped\.\n$/)
  expect(code).toBe(1)
  const texts = (await articlesIn(environment.DATABASE_URL)).map(({ text }) => text)
  expect(texts).toEqual([
    'Ada Brandt: In a film.',
    'In Markdown, Ada Brandt said.',
    'In a PDF, Ada Brandt said.',
    'In a document, Ada Brandt said.',
    'In a message, Ada Brandt said.',
    'In an archive, Ada Brandt said.',
    'Under a wrong name, Ada Brandt said.',
  ])
})

it('ingests lines with the same URL in their order', async () => {
  const directory = await temporaryDirectory()
  const environment = { DATABASE_URL: await createTestDatabase() }
  const url = 'https://gazette.example/ferry'
  const texts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
  // The first line takes the longest to ingest.
  const lines = texts.map((word, index) => line(`${word} `.repeat(index === 0 ? 20_000 : 5), { url }))
  await writeFile(join(directory, 'lines.ndjson'), lines.join('\n'))
  const { code, stderr } = await run(['ingest', 'lines.ndjson'], { directory, environment }).ended
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringMatching(/1 new .* 7 changed/) })

  const client = await connectOnce(environment.DATABASE_URL)
  const { rows } = await client.query(
    "SELECT substring(text, '[a-z]+') AS word FROM snapshots ORDER BY ordinal",
  )
  await client.end()
  expect(rows.map(({ word }) => word)).toEqual(texts)
})

it('prints one error and the totals so far if the database is lost', async () => {
  const directory = await temporaryDirectory()
  const database = await createTestDatabase()
  const network = await startProxy(database)
  const environment = { DATABASE_URL: network.url, ONRECORD_DATABASE_ACQUIRE_TIMEOUT_MS: '300' }
  const running = run(['ingest', '-'], { directory, environment })
  running.child.stdin?.write(`${line('Read in time')}\n`)
  await expect.poll(async () => (await articlesIn(database)).length, { timeout: PATIENCE_MS }).toBe(1)
  network.swallow()
  network.cut()
  running.child.stdin?.end(`${line('Too late')}\n`)
  const { code, stderr } = await running.ended
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /^(?:\{.*An idle database connection was lost"\}\n)*Read 1 articles .* 1 new .*\nonrecord: The database does not answer\. Try again in a moment\.\n$/,
  )
})

it('stops on SIGINT while standard input is still open', async () => {
  const directory = await temporaryDirectory()
  const environment = { DATABASE_URL: await createTestDatabase() }
  const running = run(['ingest', '-'], { directory, environment })
  const stdin = running.child.stdin?.on('error', () => undefined)
  stdin?.write(`${line('Read in time')}\n${line('Half a line').slice(0, 20)}`)
  const read = async (): Promise<number> => (await articlesIn(environment.DATABASE_URL)).length
  await expect.poll(read, { timeout: PATIENCE_MS }).toBe(1)
  running.child.kill('SIGINT')
  const { code, stderr } = await running.ended
  expect(code).toBe(130)
  expect(stderr).toMatch(/^Read 1 articles .* 1 new .* 0 failed\.\nInterrupted\. Run the command again/)
})

it('reads lines from standard input', async () => {
  const directory = await temporaryDirectory()
  const environment = { DATABASE_URL: await createTestDatabase() }
  const running = run(['ingest', '-', '--publisher', 'The Gazette'], { directory, environment })
  running.child.stdin?.end(`${line('Piped')}\n${line('Piped too')}`)
  expect(await running.ended).toMatchObject({ code: 0, stderr: expect.stringMatching(/2 new/) })
})
