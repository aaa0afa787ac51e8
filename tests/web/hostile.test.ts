import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import { shownWords } from '../../src/core/wording.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import type { Statement } from '../../src/record/statements/schema.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'
import { launch, openPage } from './support/browser.ts'
import { markedWords, overflow } from './support/measure.ts'

/** Words that a page must show and not follow. */
const HOSTILE = [
  '<script>window.hacked = 1</script> we are open',
  '<img src=x onerror="window.hacked = 1"> we are open',
  '</blockquote></main><h1>Owned</h1> we are open',
  '" onfocus="window.hacked = 1" autofocus x="',
  '&lt;b&gt; &amp;amp; &#0; we are open',
  '\u202egnihtyreve si siht\u202c we are open',
  '\u0645\u0631\u062d\u0628\u0627 we are open \u05e9\u05dc\u05d5\u05dd',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u{1f3fd} we are \u{1f600}\u{1f600} open e\u0301\u0323',
  `we are ${'x'.repeat(9_000)} open`,
  'we are\u00a0open\u200b and\u00adready',
  '{{window.hacked = 1}} <%= 1 %> we are open',
  'javascript:window.hacked=1 we are open',
]
const COPIES = 9

let service: TestService
let browser: Browser
let origin: string
let article: string
let statements: Statement[]

beforeAll(async () => {
  service = await seededService()
  const lines = Array.from({ length: COPIES }, (_copy, copy) =>
    HOSTILE.map((words, index) => `“${words} ${copy}-${index},” harbour master Ada Brandt said on Tuesday.`),
  ).flat()
  const metadata = {
    title: '<b>Title</b> \u202e',
    publisher: '"><script>window.hacked=1</script>',
    byline: '<i>x</i>',
  }
  const known = { ...metadata, dateline: null, url: 'https://a.example/?<script>&"', language: 'en' }
  const published = parseEdtf('2025-01-15')
  const input = { ...known, published, publishedBasis: 'stated', text: lines.join('\n\n') } as const
  article = (await ingestArticle(service.database.db, input, NOW)).articleId
  origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  statements = []
  for (let next: string | null = `/v1/articles/${article}/statements?limit=100`; next; ) {
    const answer = (await (await fetch(origin + next)).json()) as {
      items: Statement[]
      page: { next: string | null }
    }
    statements.push(...answer.items)
    next = answer.page.next
  }
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await service.close()
})

it('an article shows a hundred hostile statements character for character, and runs nothing', async () => {
  expect(statements.length).toBeGreaterThanOrEqual(100)
  const { page, context } = await openPage(browser, { width: 320 })
  const marked: Record<string, string> = {}
  for (let part = 1; ; part++) {
    await page.goto(`${origin}/articles/${article}?part=${part}`)
    Object.assign(marked, await markedWords(page))
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    expect(await overflow(page)).toBe(0)
    const parts = await page.locator('.parts li').count()
    if (part >= parts) break
  }
  await context.close()
  for (const { id, segments } of statements)
    expect(marked[id]).toBe(segments.map(({ exact }) => exact).join(''))
})

it('a statement shows its words exactly, isolated, and runs nothing', async () => {
  const { page, context } = await openPage(browser, { width: 320 })
  for (const { id, text, type } of statements.slice(0, HOSTILE.length)) {
    await page.goto(`${origin}/statements/${id}`)
    expect(await page.locator('.utterance').textContent()).toBe(shownWords(text, type))
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    expect(await page.locator('h1').count()).toBe(1)
    expect(await overflow(page)).toBe(0)
  }
  await context.close()
})

it('lists and checks show hostile words without running them', async () => {
  const { page, context } = await openPage(browser, { width: 320 })
  const quote = encodeURIComponent(HOSTILE[0]!)
  for (const path of [
    `/?q=${quote}`,
    `/check?quote=${quote}&speaker=${quote}`,
    '/?q=open',
    '/officials/ada-brandt',
  ]) {
    await page.goto(origin + path)
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    expect(await overflow(page), path).toBe(0)
  }
  await context.close()
})

it('pages keep their size, whatever the words', async () => {
  const paths = [
    ...statements.slice(0, HOSTILE.length).map(({ id }) => `/statements/${id}`),
    ...[1, 2, 3].map((part) => `/articles/${article}?part=${part}`),
    ...['/', '/?q=open', '/officials/ada-brandt', '/dates', '/compare?officials=ada-brandt,john-kirby'],
  ]
  for (const path of paths) {
    const page = await (await fetch(origin + path, { headers: { accept: 'text/html' } })).text()
    expect(Buffer.byteLength(page), path).toBeLessThanOrEqual(60_000)
  }
})
