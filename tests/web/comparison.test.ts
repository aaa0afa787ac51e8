import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import { NOW } from '../support/seeded-service.ts'
import { ingestArticles, TEXTS } from './support/articles.ts'
import { countOf, expectToSuitEveryReader, startWebTest, textOf, type WebTest } from './support/web-test.ts'

let web: WebTest
/** An article whose publisher changed its text. */
let article: string

beforeAll(async () => {
  web = await startWebTest(
    { ONRECORD_CONTACT: 'corrections@paper.example' },
    async ({ database: { db } }) => {
      article = (await ingestArticles(db, NOW))[0]!
      const known = { title: 'Harbour pledges winter ferry', publisher: 'The Northern Gazette', byline: null }
      const rest = { dateline: null, url: 'https://gazette.example/ferry', language: 'en' }
      const published = { published: parseEdtf('2024-11-20'), publishedBasis: 'stated' } as const
      const text = TEXTS[0]!.replace('set aside two million', 'set aside three million 😀 after all')
      await ingestArticle(db, { ...known, ...rest, ...published, text }, NOW)
    },
  )
})
afterAll(() => web?.close())

const PAGES: Readonly<Record<string, () => string>> = {
  'a comparison of people': () => '/compare?officials=ada-brandt,olu-adeyemi',
  'a comparison of organizations': () => '/compare?organizations=white-house,state-department&q=talks',
  'the choice of a side': () => '/compare?officials=ada-brandt',
  'the choice of two sides': () => '/compare',
  'the changes of an article': () => `/articles/${article}/changes`,
  'an article with versions': () => `/articles/${article}`,
}

describe('pages of comparisons', () => {
  it.each(Object.keys(PAGES))('suit every reader, in light and dark, narrow and wide: %s', (name) =>
    expectToSuitEveryReader(web, PAGES[name]!()),
  )

  it('are reached from the page of a person, without JavaScript, and have an address that stays', async () => {
    await web.on('/officials/ada-brandt', { script: false }, async (page) => {
      await page.getByLabel('With another person').fill('adeyemi')
      await page.getByRole('button', { name: 'Compare' }).click()
      expect(new URL(page.url()).search).toBe('?officials=ada-brandt%2Colu-adeyemi')
      expect(await textOf(page, 'h1')).toBe('Ada Brandt and Olu Adeyemi')
      expect(await countOf(page, '.side-by-side > section')).toBe(2)
      await page.getByLabel('Only statements with these words').fill('ferry')
      await page.getByRole('button', { name: 'Compare these words' }).click()
      expect(await textOf(page, '.lead')).toContain('about “ferry”')
      await page.getByLabel('The name of a person').fill('Nystrom')
      await page.getByRole('button', { name: 'Compare', exact: true }).click()
      expect(await countOf(page, '.side-by-side > section')).toBe(3)
    })
  })

  it('count what the API counts, in the same periods', async () => {
    const { sides } = await web.json<{ sides: { timeline: { matches: number; periods: object[] } }[] }>(
      '/v1/compare?officials=ada-brandt,olu-adeyemi',
    )
    await web.on('/compare?officials=ada-brandt,olu-adeyemi', {}, async (page) => {
      const counts = await page.locator('.sides tbody tr').first().locator('td').allTextContents()
      expect(counts).toEqual(sides.map(({ timeline }) => String(timeline.matches)))
      for (const [index, { timeline }] of sides.entries())
        expect(await page.locator('.bars').nth(index).locator('li').count()).toBe(timeline.periods.length)
    })
  })

  it('offer the names that a typed name may mean, and say when it means none', async () => {
    await web.on('/compare?officials=ada-brandt&with=a', {}, async (page) => {
      expect(await textOf(page, '#choices')).toContain('may be')
    })
    await web.on('/compare?officials=ada-brandt&with=Qwxzyv', {}, async (page) => {
      expect(await textOf(page, '#choices')).toContain('No person on record has a name like “Qwxzyv”')
    })
  })
})

describe('the versions of an article', () => {
  it('are compared word by word, drawn and in words', async () => {
    await web.on(`/articles/${article}`, { script: false }, async (page) => {
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
  (await web.json<{ items: { sha256: string }[] }>(`/v1/articles/${article}/snapshots`)).items

describe('a reader who reports an error', () => {
  it('gets a message to the operator that names the statement', async () => {
    const { items } = await web.json<{ items: { id: string }[] }>('/v1/statements?limit=1')
    const { id } = items[0]!
    await web.on(`/statements/${id}`, { script: false }, async (page) => {
      const href = await page
        .locator('main')
        .getByRole('link', { name: 'Report an error' })
        .getAttribute('href')
      expect(href).toMatch(/^mailto:corrections@paper\.example\?/)
      const query = new URLSearchParams(href!.slice(href!.indexOf('?')))
      expect(query.get('subject')).toContain(id)
      expect(query.get('body')).toContain(`${web.origin}/v1/statements/${id}`)
    })
    await web.on('/about', { script: false }, async (page) => {
      expect(await textOf(page, 'a[href="mailto:corrections@paper.example"]')).toBe(
        'corrections@paper.example',
      )
    })
  })
})
