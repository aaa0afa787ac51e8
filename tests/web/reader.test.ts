import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import { extractFrom, readerHere } from '../../src/features/extraction/domain.ts'
import { readCases } from '../golden/golden-case.ts'
import { builtProgram } from '../support/program.ts'
import { seededService, type TestService } from '../support/seeded-service.ts'
import { TEXTS } from './support/articles.ts'
import { launch, openPage, type View } from './support/browser.ts'
import { accessibilityFaults, markedWords, overflow, shownText } from './support/measure.ts'

/** The largest program for the browser, compressed. */
const ENGINE_MAX = 350_000
const DRAFT =
  '“The dykes hold,” Mayor Rana Haddad said last Tuesday.\n\nCafe\u0301 owners disagreed: “😀 We close,” said Zoë Ek.'
const DAY = '2025-03-12'

let service: TestService
let browser: Browser
let origin: string

/** The site of a publisher. */
let publisher: Server
let site: string

beforeAll(async () => {
  builtProgram()
  publisher = createServer((_request, response) => {
    const paragraphs = TEXTS[3]!.split('\n\n').map((paragraph) => `<p>${paragraph}</p>`)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><title>River levels worry engineers</title><meta property="article:published_time" content="2025-02-03T08:00:00Z"><article><h1>River levels worry engineers</h1>${paragraphs.join('')}</article>`,
    )
  }).listen(0, '127.0.0.1')
  await once(publisher, 'listening')
  site = `127.0.0.1:${(publisher.address() as AddressInfo).port}`
  service = await seededService({ ONRECORD_FETCH_ALLOW: site })
  origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
  publisher.close()
})

/** Opens the page, and waits until its program is ready. */
async function reading<Result>(view: View, check: (page: Page) => Promise<Result>): Promise<Result> {
  const { page, context } = await openPage(browser, view)
  try {
    await page.goto(`${origin}/read`)
    await page.locator('#place-local').waitFor()
    return await check(page)
  } finally {
    await context.close()
  }
}

const enginePath = async (): Promise<string> =>
  /data-engine="([^"]+)"/.exec(await (await fetch(`${origin}/read`)).text())![1]!

const textOf = (page: Page, selector: string) => page.locator(selector).textContent()
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('#file').setInputFiles({ name, mimeType: 'text/plain', buffer })

describe('the program for browsers', () => {
  it('is small, and only the page that reads texts loads it', async () => {
    const path = await enginePath()
    const response = await fetch(origin + path)
    expect(gzipSync(Buffer.from(await response.arrayBuffer())).length).toBeLessThan(ENGINE_MAX)
    for (const other of ['/', '/about', '/check', '/dates'])
      expect(await (await fetch(origin + other)).text()).not.toContain(path)
  })

  it('may connect to nothing, nor may its page', async () => {
    const policyOf = async (path: string) =>
      (await fetch(origin + path)).headers.get('content-security-policy')
    expect(await policyOf(await enginePath())).toContain("default-src 'none'")
    expect(await policyOf('/read')).toContain("connect-src 'none'")
  })

  it('finds in every text what the server finds', async () => {
    const texts = [
      ...readCases().map(({ text, published }) => ({ text, published: published ?? '' })),
      ...TEXTS.map((text) => ({ text, published: DAY })),
      { text: readFileSync('prisma/seed/article.txt', 'utf8'), published: '2025-01-28' },
      { text: TEXTS.join('\n\n').repeat(8), published: '' },
    ]
    const engine = await enginePath()
    const answers = await reading({}, (page) =>
      page.evaluate<string[]>(`(async () => {
        const worker = new Worker(${JSON.stringify(engine)})
        const next = () => new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }))
        await next()
        const answers = []
        for (const [id, asked] of ${JSON.stringify(texts)}.entries()) {
          const answered = next()
          worker.postMessage({ id, ...asked })
          answers.push((await answered).data.json)
        }
        return answers
      })()`),
    )
    expect(answers.length).toBeGreaterThan(250)
    for (const [index, { text, published }] of texts.entries()) {
      const found = await extractFrom(readerHere, text, { published: parseEdtf(published) })
      expect(answers[index], text.slice(0, 80)).toBe(JSON.stringify(found))
    }
  })
})

describe('a draft on the page that reads texts', () => {
  it('is read with the network cut, sends nothing, and gets the answer of the API', async () => {
    const answer = await fetch(`${origin}/v1/extract`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: DRAFT, published: DAY }),
    })
    const expected = (await answer.json()) as { statements: { segments: { exact: string }[] }[] }
    expect(expected.statements.length).toBeGreaterThan(1)
    await reading({}, async (page) => {
      expect(await textOf(page, '#place-local')).toContain('Nothing leaves your computer')
      await page.context().setOffline(true)
      const sent: string[] = []
      page.on('request', (request) => sent.push(request.url()))
      await page.locator('#text-to-read').fill(DRAFT)
      await page.locator('#published').fill(DAY)
      await page.getByRole('button', { name: 'Read the text' }).click()
      await page.locator('#found').waitFor()
      expect(await page.evaluate('document.activeElement.id')).toBe('found')
      expect(Object.values(await markedWords(page))).toEqual(
        expected.statements.map(({ segments }) => segments.map(({ exact }) => exact).join('')),
      )
      expect(await shownText(page)).toBe(DRAFT)
      expect(sent.filter((url) => !url.startsWith('blob:'))).toEqual([])
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Save the findings' }).click()
      expect(JSON.parse(readFileSync(await (await download).path(), 'utf8'))).toEqual(expected)
    })
  })

  it('is read as soon as it is pasted, and its statements are reached with keys', async () => {
    await reading({}, async (page) => {
      await page.evaluate(`(() => {
        const field = document.getElementById('text-to-read')
        field.value = ${JSON.stringify(DRAFT)}
        field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true }))
      })()`)
      await page.locator('.ref').first().focus()
      await page.keyboard.press('j')
      expect(await page.evaluate('document.activeElement.textContent')).toContain('Statement 2')
      expect(await textOf(page, '#reading-status')).toContain('statements found')
    })
  })

  it('leaves the page usable while it is read', async () => {
    await reading({}, async (page) => {
      const meanwhile = await page.evaluate<string>(`(async () => {
        document.getElementById('text-to-read').value = ${JSON.stringify(TEXTS.join('\n\n').repeat(40))}
        document.querySelector('#reading button').click()
        await new Promise(requestAnimationFrame)
        return document.getElementById('reading-status').textContent
      })()`)
      expect(meanwhile).toContain('Reading')
      await page.locator('#found').waitFor()
      expect(await textOf(page, '#reading-status')).toContain('statements found')
    })
  })

  it('has no fault that axe finds in its findings', async () => {
    for (const scheme of ['light', 'dark'] as const)
      await reading({ width: 320, scheme }, async (page) => {
        await choose(page, 'draft.txt', Buffer.from(DRAFT))
        await page.locator('#found').waitFor()
        expect(await accessibilityFaults(page)).toEqual([])
        expect(await overflow(page)).toBe(0)
      })
  })

  it('runs nothing that it contains', async () => {
    await reading({}, async (page) => {
      const hostile = '“<img src=x onerror="window.hacked = 1"> we are open,” <b>Ada</b> Brandt said.'
      await choose(page, 'draft.txt', Buffer.from(hostile))
      await page.locator('#found').waitFor()
      expect(await shownText(page)).toBe(hostile)
      expect(await page.evaluate('window.hacked')).toBeUndefined()
    })
  })
})

describe('a file on the page that reads texts', () => {
  it.each([
    ['an empty file', 'empty.txt', Buffer.alloc(0), 'The file “empty.txt” is empty.'],
    [
      'a file of 10 MB',
      'large.txt',
      Buffer.alloc(10_000_000, 'a'),
      'has 10.0 MB. The most is 2,000,000 characters',
    ],
    [
      'a text that is too long',
      'long.txt',
      Buffer.alloc(2_000_001, 'a '),
      'The text has 2,000,001 characters.',
    ],
    ['a PDF', 'article.pdf', Buffer.from('%PDF-1.7 …'), 'is a PDF. Copy its text and paste it'],
    ['a web page', 'article.html', Buffer.from('<!DOCTYPE html><p>x'), 'is a web page. Copy its text'],
    ['another encoding', 'old.txt', Buffer.from('Caf\xe9 owners', 'latin1'), 'is not plain text in UTF-8'],
    ['a picture', 'picture.bin', Buffer.from([1, 0, 2, 0, 3]), 'is not plain text in UTF-8'],
    ['a file without words', 'dots.txt', Buffer.from(' … \n'), 'There are no words to read.'],
  ])('is refused with a reason: %s', async (_what, name, bytes, words) => {
    await reading({}, async (page) => {
      await choose(page, name, bytes)
      await page.locator('#reading-problem:not(:empty)').waitFor()
      expect(await textOf(page, '#reading-problem')).toContain(words)
      expect(await page.locator('#findings').isVisible()).toBe(false)
    })
  })

  it('is read where it is dropped', async () => {
    await reading({}, async (page) => {
      await page.evaluate(`(() => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([${JSON.stringify(DRAFT)}], 'draft.txt', { type: 'text/plain' }))
        const target = document.getElementById('text-to-read')
        target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
      })()`)
      await page.locator('#found').waitFor()
      expect(await shownText(page)).toBe(DRAFT)
    })
  })
})

describe('an address on the page that reads texts', () => {
  const send = async (page: Page, address: string): Promise<void> => {
    await page.goto(`${origin}/read`)
    await page.getByLabel('The address of a public article').fill(address)
    await page.getByRole('button', { name: 'Fetch and read' }).click()
  }

  it('is fetched by the server, which says so, shows what it found, and stores nothing', async () => {
    const { page, context } = await openPage(browser, { script: false })
    const before = (await fetch(`${origin}/v1/changes`)).headers.get('etag')
    await send(page, `http://${site}/river`)
    expect(await textOf(page, '#where-read')).toContain(
      'The server fetched and read River levels worry engineers',
    )
    expect(await textOf(page, '#text')).toContain('The dykes were built for another century')
    expect(Object.values(await markedWords(page))).toContain('We start where the people live,')
    expect((await fetch(`${origin}/v1/changes`)).headers.get('etag')).toBe(before)
    await context.close()
  })

  it.each(['http://10.0.0.1/', 'http://localhost/', 'ftp://paper.example/'])(
    'is refused with advice if it is not public: %s',
    async (address) => {
      const { page, context } = await openPage(browser, { script: false })
      await send(page, address)
      expect(await textOf(page, '.problem')).toContain('paste it')
      await context.close()
    },
  )
})
