import { readFileSync } from 'node:fs'
import type { Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PATIENCE_MS } from '../support/patience.ts'
import { NOW } from '../support/seeded-service.ts'
import { ingestArticles } from './support/articles.ts'
import { openPage, type View } from './support/browser.ts'
import { accessibilityFaults, focusOf, markedWords, overflow, shownText } from './support/measure.ts'
import { reviewerKey, sendJob, signInWith } from './support/session.ts'
import { countOf, expectToSuitEveryReader, startWebTest, type WebTest } from './support/web-test.ts'

const HTML_MAX = 60_000
const SCRIPT_MAX = 25_000
const STYLE_MAX = 30_000

let web: WebTest
let articles: string[]
let statement: string
let session: View['session']
let job: string

beforeAll(async () => {
  web = await startWebTest({}, async ({ database }) => {
    articles = await ingestArticles(database.db, NOW)
  })
  const { items } = await web.json<{ items: { id: string }[] }>('/v1/statements?q="whatever the weather"')
  statement = items[0]!.id
  session = await signInWith(web.origin, await reviewerKey(web.service.database.db, NOW))
  job = await sendJob(web.origin, session)
})
afterAll(() => web?.close())

/** The pages by name. */
const PAGES: Readonly<Record<string, () => string>> = {
  home: () => '/',
  search: () => '/?q=what+did+Ada+Brandt+say+about+the+ferry+in+2024&type=direct',
  'search without results': () => '/?q=Kirby&type=mixed',
  statement: () => `/statements/${statement}`,
  article: () => `/articles/${articles[0]}`,
  official: () => '/officials/ada-brandt',
  organization: () => '/organizations/white-house',
  dates: () => '/dates',
  'dates of a month': () => '/dates/2024-11',
  about: () => '/about',
  check: () => '/check',
  'check of a quotation': () =>
    '/check?quote=The+ferry+will+not+run+all+winter,+whatever+the+weather&speaker=Lars+Nystr%C3%B6m',
  read: () => '/read',
  'missing page': () => '/nothing-here',
  'desk: sign in': () => '/desk/sign-in',
  'desk: queue': () => '/desk',
  'desk: people': () => '/desk/people',
  'desk: a name to correct': () => '/desk/people?q=brandt',
  'desk: person': () => '/desk/officials/ada-brandt',
  'desk: organization': () => '/desk/organizations/white-house',
  'desk: articles': () => '/desk/articles?q=ferry',
  'desk: article': () => `/desk/articles/${articles[0]}`,
  'desk: add articles': () => '/desk/ingest',
  'desk: jobs': () => '/desk/jobs',
  'desk: job': () => job,
  'desk: sources': () => '/desk/sources',
  'desk: statement': () => `/desk/statements/${statement}?pieces=0-40,60-90&who=brandt&done=correct`,
}
const NAMES = Object.keys(PAGES)

/** Returns the session with which a page is opened: only the review desk has one. */
const sessionFor = (path: string): View['session'] =>
  /^\/desk(?!\/sign-in)/.test(path) ? session : undefined

/** Runs a check on a page in a view, signed in if the page is one of the review desk. */
const on: WebTest['on'] = (path, view, check) => web.on(path, { ...view, session: sessionFor(path) }, check)

describe('every page', () => {
  it.each(NAMES)('suits every reader, in light and dark, narrow and wide: %s', async (name) => {
    const path = PAGES[name]!()
    await expectToSuitEveryReader(web, path, sessionFor(path))
  })

  it.each(NAMES)('is small, keeps its policy, and loads nothing from elsewhere: %s', async (name) => {
    const path = PAGES[name]!()
    const { page, context } = await openPage(web.browser, { session: sessionFor(path) })
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    const loaded = await loadedBy(page, web.origin + path)
    await context.close()
    const sizeOf = (type: string): number =>
      loaded.reduce((sum, one) => sum + (one.type === type ? one.size : 0), 0)
    expect(complaints).toEqual([])
    expect(loaded.filter(({ url }) => !url.startsWith(web.origin))).toEqual([])
    expect(sizeOf('document')).toBeLessThanOrEqual(HTML_MAX)
    expect(sizeOf('script')).toBeLessThanOrEqual(SCRIPT_MAX)
    expect(sizeOf('stylesheet')).toBeLessThanOrEqual(STYLE_MAX)
  })

  // A window of 1,280 pixels at 200 and 400 per cent has 640 and 320.
  it.each(NAMES)('needs no scrolling to the side at 200 and 400 per cent: %s', async (name) => {
    for (const width of [640, 320]) expect(await on(PAGES[name]!(), { width }, overflow), `${width}`).toBe(0)
  })

  it.each(NAMES)('never hides the focus: %s', async (name) => {
    await on(PAGES[name]!(), {}, async (page) => {
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate('document.activeElement === document.body')) break
        const focus = await focusOf(page)
        expect(focus).toMatchObject({ isVisible: true, isCovered: false })
      }
    })
  })
})

interface Loaded {
  readonly url: string
  readonly type: string
  /** In bytes, before compression. */
  readonly size: number
}

async function loadedBy(page: Page, url: string): Promise<Loaded[]> {
  const responses: Promise<Loaded>[] = []
  const note = (response: Response): void => {
    const type = response.request().resourceType()
    responses.push(response.body().then((body) => ({ url: response.url(), type, size: body.length })))
  }
  page.on('response', note)
  await page.goto(url, { waitUntil: 'load' })
  page.off('response', note)
  return Promise.all(responses)
}

describe('with the keyboard', () => {
  it('reaches the content first, then every link in order, and shows the focus', async () => {
    await on('/', {}, async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.id')).toBe('q')
      for (let step = 0; step < 25; step++) {
        await page.keyboard.press('Tab')
        expect(await focusOf(page)).toEqual({ isVisible: true, isCovered: false, outline: 'solid 3px' })
      }
    })
  })

  it('goes through the statements of an article, to a note and back', async () => {
    await on(PAGES['article']!(), {}, async (page) => {
      await page.locator('.ref').first().focus()
      await page.keyboard.press('j')
      expect(await page.evaluate('document.activeElement.textContent')).toContain('Statement 2')
      expect(await page.locator('.q.current').count()).toBeGreaterThan(0)
      await page.keyboard.press('k')
      await page.keyboard.press('Enter')
      const hash = await page.evaluate<string>('location.hash')
      expect(hash).toMatch(/^#n-/)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate('location.hash')).toBe(hash.replace('#n-', '#s-'))
    })
  })
})

describe('without JavaScript', () => {
  const view = { script: false }

  it('serves a reporter from the question to the citation', async () => {
    await on('/', view, async (page) => {
      await page.getByLabel('Ask in plain words').fill('what did Brandt say about the ferry in November 2024')
      await page.getByRole('button', { name: 'Search' }).click()
      await expectText(page, '.chips', 'said by Ada Brandt')
      await page.locator('.card .words').filter({ hasText: 'whatever the weather' }).first().click()
      await expectText(page, 'h1', 'Ada Brandt')
      await expectText(page, '.utterance', '“The ferry will run all winter, whatever the weather”')
      await expectText(page, '.passage .content', 'The ferry will run all winter')
      await expectText(page, '#cite-apa', '2024, November')
      await expectText(page, '#permalink', '/v1/statements/')
      await page.getByRole('link', { name: 'Read the whole article' }).click()
      await expectText(page, '.text', 'Nyström told the Courier')
    })
  })

  it('checks a quotation', async () => {
    await on('/check', view, async (page) => {
      await page.getByLabel('The words, as your text prints them').fill('The ferry will not run all winter')
      await page.getByLabel('Who said them').fill('Ada Brandt')
      await page.getByRole('button', { name: 'Check the words' }).click()
      await expectText(page, '#verdict', 'Some words differ')
      await expectText(page, '.diff ins', 'not')
      await expectText(page, '.record', 'The ferry will run all winter')
    })
  })

  it('narrows a search with the form of filters', async () => {
    await on('/?q=Brandt', view, async (page) => {
      await page.getByText('Narrow the search').click()
      await page.getByLabel('Kind of statement').selectOption('indirect')
      await page.getByRole('button', { name: 'Show these' }).click()
      await expectText(page, '.chips', 'paraphrase')
      expect(await countOf(page, '.card')).toBe(await countOf(page, '.card.indirect'))
      await page.locator('.chip', { hasText: 'paraphrase' }).getByRole('link').click()
      expect(await countOf(page, '.card.direct')).toBeGreaterThan(0)
    })
  })

  it('goes from a year to a day', async () => {
    await on('/dates', view, async (page) => {
      for (const name of ['2024', 'November 2024', '19 November 2024'])
        await page.locator('.units').getByRole('link', { name, exact: true }).click()
      await expectText(page, 'h1', 'Said on 19 November 2024')
      await expectText(page, '.cards', 'Ada Brandt')
    })
  })

  it('lists the undated statements of a month apart', async () => {
    const query = 'said_basis=publication&published_from=2025-01&published_to=2025-01'
    const { page: facts } = await web.json<{ page: { count: number } }>(
      `/v1/statements?${query}&count=exact&limit=1`,
    )
    expect(facts.count).toBeGreaterThan(1)
    await on('/dates/2025-01', view, async (page) => {
      await expectText(page, '.beside', `${facts.count} statements of articles published then have no date`)
      await page.getByRole('link', { name: 'Read them' }).click()
      await expectText(page, '#results-title', `${facts.count} statements`)
    })
  })
})

const DRAFT =
  '“The ferry will never run all winter, whatever the weather,” Ada Brandt said.\n\n“This is a good day for the islands,” said Transport Minister Olu Adeyemi.'

describe('a form with a text', () => {
  it('judges each quotation of a draft in its place, and makes a receipt', async () => {
    await on('/check', { script: false }, async (page) => {
      await page.getByLabel('The draft, as plain text').fill(DRAFT)
      await page.getByLabel('Make a signed receipt').check()
      await page.getByRole('button', { name: 'Check the draft' }).click()
      await expectText(page, '#verdict', '2 quotations checked')
      await expectText(page, '#n-1', 'other words')
      await expectText(page, '#n-2', 'word for word')
      expect(await page.locator('.draft .q.look').textContent()).toContain('never run')
      const receipt = JSON.parse((await page.locator('#receipt-text').textContent())!)
      const kept = await web.json<{ signature: string }>(receipt.url)
      expect(kept.signature).toBe(receipt.signature)
    })
  })

  it('checks one quotation with a receipt, which the service keeps', async () => {
    await on('/check', { script: false }, async (page) => {
      await page.getByLabel('The words, as your text prints them').fill('The ferry will not run all winter')
      await page.getByLabel('Who said them').fill('Ada Brandt')
      await page.getByRole('button', { name: 'Check with a receipt' }).click()
      await expectText(page, '#verdict', 'Some words differ')
      const receipt = JSON.parse((await page.locator('#receipt-text').textContent())!)
      const kept = await web.json<{ signature: string }>(receipt.url)
      expect(kept.signature).toBe(receipt.signature)
    })
    await on('/check', { width: 320 }, async (page) => {
      await page.getByLabel('The words, as your text prints them').fill('The ferry will not run all winter')
      await page.getByRole('button', { name: 'Check with a receipt' }).click()
      await page.locator('#receipt-text').waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
    })
  })

  it('makes a receipt of a statement from its page', async () => {
    await on(PAGES['statement']!(), { script: false }, async (page) => {
      await page.getByRole('button', { name: 'Make a receipt' }).click()
      await expectText(page, '#verdict', 'word for word')
      const { signed } = JSON.parse((await page.locator('#receipt-text').textContent())!)
      expect(signed.quotations).toMatchObject([{ verdict: 'verbatim', speaker_agrees: 'yes' }])
      expect(signed.quotations[0].evidence.map((one: { statement: string }) => one.statement)).toContain(
        statement,
      )
    })
  })

  it('makes no receipt of a quotation without words, and says why', async () => {
    await on('/check', { script: false }, async (page) => {
      await page.getByLabel('The words, as your text prints them').fill('   ')
      await page.getByRole('button', { name: 'Check with a receipt' }).click()
      await expectText(page, 'main', 'quote')
      expect(await page.locator('#receipt-text').count()).toBe(0)
    })
  })

  it('saves a receipt as a file', async () => {
    await on('/check', {}, async (page) => {
      await page.getByLabel('The draft, as plain text').fill(DRAFT)
      await page.getByLabel('Make a signed receipt').check()
      await page.getByRole('button', { name: 'Check the draft' }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Save the receipt' }).click()
      const saved = readFileSync(await (await download).path(), 'utf8')
      expect(saved).toBe(await page.locator('#receipt-text').textContent())
    })
  })

  it('has no fault that axe finds in its result', async () => {
    for (const [path, label, button] of [
      ['/check', 'The draft, as plain text', 'Check the draft'],
      ['/read', 'The text, in English', 'Read the text'],
    ] as const)
      await on(path, { width: 320 }, async (page) => {
        await page.getByLabel(label).fill(DRAFT)
        await page.getByRole('button', { name: button }).click()
        await page.locator('.notes').waitFor()
        expect(await accessibilityFaults(page), path).toEqual([])
        expect(await overflow(page), path).toBe(0)
      })
  })

  it('reads a text on the server, says so, and shows what the API finds', async () => {
    const text = 'The dykes hold, Mayor Rana Haddad said on Monday. “Café 😀 is open,” said Zoë Ek.'
    const answer = await fetch(`${web.origin}/v1/extract`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, published: '2025-03-12' }),
    })
    const { statements } = (await answer.json()) as { statements: { segments: { exact: string }[] }[] }
    await on('/read', { script: false }, async (page) => {
      await expectText(page, '#place', 'sent to this service')
      await page.getByLabel('The text, in English').fill(text)
      await page.getByLabel('Day of publication').fill('2025-03-12')
      await page.getByRole('button', { name: 'Read the text' }).click()
      await expectText(page, '#where-read', 'The server read this text')
      const marked = await markedWords(page)
      expect(Object.values(marked)).toEqual(
        statements.map(({ segments }) => segments.map(({ exact }) => exact).join('')),
      )
    })
  })
})

const expectText = async (page: Page, selector: string, words: string): Promise<void> => {
  expect(await page.locator(selector).first().textContent()).toContain(words)
}

describe('the page of a statement', () => {
  it('shares its permanent address where the device can share', async () => {
    await on('/', {}, async (page, context) => {
      await context.addInitScript(
        'navigator.share = async (shared) => { document.body.dataset.shared = shared.url }',
      )
      await page.goto(web.origin + PAGES['statement']!())
      await page.getByRole('button', { name: 'Share' }).click()
      expect(await page.evaluate('document.body.dataset.shared')).toBe(
        `${web.origin}/v1/statements/${statement}`,
      )
    })
  })
})

describe('a page of an article', () => {
  it('keeps the notes beside their text while the page scrolls', async () => {
    await on(PAGES['article']!(), {}, async (page) => {
      await page.setViewportSize({ width: 1280, height: 320 })
      await page.evaluate('window.scrollTo(0, document.body.scrollHeight)')
      const scrolled = (): Promise<number> =>
        page.evaluate<number>('document.querySelector(".margin").scrollTop')
      await expect.poll(scrolled, { timeout: PATIENCE_MS }).toBeGreaterThan(0)
    })
  })

  it('marks exactly the words that the API names, with emoji and combining marks', async () => {
    let compared = 0
    for (const id of articles) {
      const { items } = await web.json<{ items: { id: string; segments: { exact: string }[] }[] }>(
        `/v1/articles/${id}/statements?limit=100`,
      )
      const marked = await on(`/articles/${id}`, {}, markedWords)
      for (const { id: statement, segments } of items)
        expect(marked[statement]).toBe(segments.map(({ exact }) => exact).join(''))
      compared += items.length
    }
    expect(compared).toBeGreaterThan(50)
  })

  it('shows the text of the snapshot, character for character', async () => {
    for (const id of articles) {
      const text = await (await fetch(`${web.origin}/v1/articles/${id}/text`)).text()
      const shown = await on(`/articles/${id}`, {}, shownText)
      expect(shown).toBe(text)
    }
  })
})
