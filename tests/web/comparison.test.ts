import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'
import { ingestArticles, TEXTS } from './support/articles.ts'
import { launch, openPage, type View } from './support/browser.ts'
import { accessibilityFaults, overflow, smallTargets } from './support/measure.ts'

let service: TestService
let browser: Browser
let origin: string
/** An article whose publisher changed its text. */
let article: string

beforeAll(async () => {
  service = await seededService({ ONRECORD_CONTACT: 'corrections@paper.example' })
  const { db } = service.database
  article = (await ingestArticles(db, NOW))[0]!
  const known = { title: 'Harbour pledges winter ferry', publisher: 'The Northern Gazette', byline: null }
  const rest = { dateline: null, url: 'https://gazette.example/ferry', language: 'en' }
  const published = { published: parseEdtf('2024-11-20'), publishedBasis: 'stated' } as const
  const text = TEXTS[0]!.replace('set aside two million', 'set aside three million 😀 after all')
  await ingestArticle(db, { ...known, ...rest, ...published, text }, NOW)
  origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await service.close()
})

async function on<Result>(path: string, view: View, check: (page: Page) => Promise<Result>): Promise<Result> {
  const { page, context } = await openPage(browser, view)
  try {
    await page.goto(origin + path)
    return await check(page)
  } finally {
    await context.close()
  }
}

const textOf = (page: Page, selector: string) => page.locator(selector).first().textContent()

const PAGES: Readonly<Record<string, () => string>> = {
  'a comparison of people': () => '/compare?officials=ada-brandt,olu-adeyemi',
  'a comparison of organizations': () => '/compare?organizations=white-house,state-department&q=talks',
  'the choice of a side': () => '/compare?officials=ada-brandt',
  'the choice of two sides': () => '/compare',
  'the changes of an article': () => `/articles/${article}/changes`,
  'an article with versions': () => `/articles/${article}`,
}

describe('pages of comparisons', () => {
  it.each(Object.keys(PAGES))('suit every reader, in light and dark, narrow and wide: %s', async (name) => {
    for (const scheme of ['light', 'dark'] as const)
      for (const width of [320, 1280]) {
        const found = await on(PAGES[name]!(), { scheme, width }, async (page) => ({
          faults: await accessibilityFaults(page),
          small: await smallTargets(page),
          overflow: await overflow(page),
        }))
        expect(found, `${scheme} ${width}`).toEqual({ faults: [], small: [], overflow: 0 })
      }
  })

  it('are reached from the page of a person, without JavaScript, and have an address that stays', async () => {
    await on('/officials/ada-brandt', { script: false }, async (page) => {
      await page.getByLabel('With another person').fill('adeyemi')
      await page.getByRole('button', { name: 'Compare' }).click()
      expect(new URL(page.url()).search).toBe('?officials=ada-brandt%2Colu-adeyemi')
      expect(await textOf(page, 'h1')).toBe('Ada Brandt and Olu Adeyemi')
      expect(await page.locator('.side-by-side > section').count()).toBe(2)
      await page.getByLabel('Only statements with these words').fill('ferry')
      await page.getByRole('button', { name: 'Compare these words' }).click()
      expect(await textOf(page, '.lead')).toContain('about “ferry”')
      await page.getByLabel('The name of a person').fill('Nystrom')
      await page.getByRole('button', { name: 'Compare', exact: true }).click()
      expect(await page.locator('.side-by-side > section').count()).toBe(3)
    })
  })

  it('count what the API counts, in the same periods', async () => {
    const answer = await fetch(`${origin}/v1/compare?officials=ada-brandt,olu-adeyemi`)
    const { sides } = (await answer.json()) as {
      sides: { timeline: { matches: number; periods: object[] } }[]
    }
    await on('/compare?officials=ada-brandt,olu-adeyemi', {}, async (page) => {
      const counts = await page.locator('.sides tbody tr').first().locator('td').allTextContents()
      expect(counts).toEqual(sides.map(({ timeline }) => String(timeline.matches)))
      for (const [index, { timeline }] of sides.entries())
        expect(await page.locator('.bars').nth(index).locator('li').count()).toBe(timeline.periods.length)
    })
  })

  it('offer the names that a typed name may mean, and say when it means none', async () => {
    await on('/compare?officials=ada-brandt&with=a', {}, async (page) => {
      expect(await textOf(page, '#choices')).toContain('may be')
    })
    await on('/compare?officials=ada-brandt&with=Qwxzyv', {}, async (page) => {
      expect(await textOf(page, '#choices')).toContain('No person on record has a name like “Qwxzyv”')
    })
  })
})

describe('the versions of an article', () => {
  it('are compared word by word, drawn and in words', async () => {
    await on(`/articles/${article}`, { script: false }, async (page) => {
      expect(await page.locator('.versions li').count()).toBe(2)
      await page.locator('header').getByRole('link', { name: 'What changed' }).click()
      expect(await textOf(page, '.lead')).toContain('1 word removed and 4 words added, in 2 places')
      expect(await textOf(page, '.changes del')).toContain('two')
      expect(await textOf(page, '.changes li:last-child ins')).toContain('😀 after all')
      expect(await textOf(page, '.changes .note')).toBe('“three” in place of “two”.')
      for (const { sha256 } of await snapshots()) expect(await textOf(page, '.versions')).toContain(sha256)
    })
  })
})

const snapshots = async (): Promise<{ sha256: string }[]> =>
  (
    (await (await fetch(`${origin}/v1/articles/${article}/snapshots`)).json()) as {
      items: { sha256: string }[]
    }
  ).items

describe('a reader who reports an error', () => {
  it('gets a message to the operator that names the statement', async () => {
    const { items } = (await (await fetch(`${origin}/v1/statements?limit=1`)).json()) as {
      items: { id: string }[]
    }
    const { id } = items[0]!
    await on(`/statements/${id}`, { script: false }, async (page) => {
      const href = await page
        .locator('main')
        .getByRole('link', { name: 'Report an error' })
        .getAttribute('href')
      expect(href).toMatch(/^mailto:corrections@paper\.example\?/)
      const query = new URLSearchParams(href!.slice(href!.indexOf('?')))
      expect(query.get('subject')).toContain(id)
      expect(query.get('body')).toContain(`${origin}/v1/statements/${id}`)
    })
    await on('/about', { script: false }, async (page) => {
      expect(await textOf(page, 'a[href="mailto:corrections@paper.example"]')).toBe(
        'corrections@paper.example',
      )
    })
  })
})
