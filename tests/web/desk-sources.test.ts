import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SourceService, sourceService } from '../api/source-service.ts'
import { articlePage, type FeedServer, RSS, rssOf, startFeedServer } from '../support/feed-server.ts'
import { launch, openPage, type View } from './support/browser.ts'
import { accessibilityFaults, overflow, smallTargets } from './support/measure.ts'
import { reviewerKey, signInWith } from './support/session.ts'

let service: SourceService
let browser: Browser
let session: View['session']

beforeAll(async () => {
  service = await sourceService()
  session = await signInWith(service.url, await reviewerKey(service.database.db, service.now()))
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await service.close()
})

/** Starts a server with a feed of an article and of a page that is missing. */
async function gazette(): Promise<FeedServer> {
  const server = await startFeedServer()
  server.on('/feed.xml', rssOf([{ link: '/ferry' }, { link: '/missing' }]), RSS)
  server.on('/ferry', articlePage('The ferry runs all winter'))
  return server
}

/** Runs a check in a browser that signed in. */
async function at(path: string, view: View, check: (page: Page) => Promise<void>): Promise<void> {
  const { page, context } = await openPage(browser, { ...view, session })
  try {
    await page.goto(service.url + path)
    await check(page)
  } finally {
    await context.close()
  }
}

const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().textContent()) ?? ''

/** Follows the feed of a server. Returns the path of its page. */
async function follow(page: Page, url: string): Promise<string> {
  await page.goto(`${service.url}/desk/sources`)
  await page.getByLabel('Address of a feed').fill(url)
  await page.locator('#publisher').fill('The Gazette')
  await page.getByRole('button', { name: 'Follow it' }).click()
  expect(await textOf(page, '.done')).toContain('The feed is followed')
  return new URL(page.url()).pathname
}

it('a feed is followed, shows what became of each entry, is paused, resumed and removed', async () => {
  const server = await gazette()
  await at('/desk/sources', { script: false }, async (page) => {
    const path = await follow(page, `${server.origin}/feed.xml`)
    await service.visit()
    await page.goto(service.url + path)
    const entries = await page.locator('.rows li').allTextContents()
    expect(entries.find((entry) => entry.includes('/ferry'))).toMatch(/1 new statement[\s\S]*new$/)
    expect(entries.find((entry) => entry.includes('/missing'))).toContain('404')

    await page.getByRole('button', { name: 'Pause it' }).click()
    expect(await textOf(page, '.done')).toContain('Paused')
    await page.getByRole('button', { name: 'Follow it again' }).click()
    expect(await textOf(page, '.done')).toContain('Followed again')
    await page.getByLabel('Minutes between two looks').fill('60')
    await page.locator('#publisher').fill('')
    await page.getByRole('button', { name: 'Save' }).click()
    const source = (await service.ask('GET', path.replace('/desk', '/v1'))).body
    expect(source).toMatchObject({ status: 'active', interval_minutes: 60, publisher: null })

    await page.getByLabel('Remove it for good').check()
    await page.getByRole('button', { name: 'Remove the source' }).click()
    expect(await textOf(page, '.done')).toContain('Removed')
    expect((await service.ask('GET', path.replace('/desk', '/v1'))).status).toBe(404)
  })
})

it('an address without a feed is refused with a reason, and stays in its field', async () => {
  const server = await gazette()
  await at('/desk/sources', { script: false }, async (page) => {
    await page.getByLabel('Address of a feed').fill(`${server.origin}/ferry`)
    await page.getByRole('button', { name: 'Follow it' }).click()
    expect(await textOf(page, '[role=alert]')).toContain('names no feed')
    expect(await page.getByLabel('Address of a feed').inputValue()).toBe(`${server.origin}/ferry`)
  })
})

it('two people do not overwrite each other', async () => {
  const server = await gazette()
  await at('/desk/sources', { script: false }, async (page) => {
    const path = await follow(page, `${server.origin}/feed.xml`)
    const other = await page.context().newPage()
    await other.goto(service.url + path)
    await other.getByRole('button', { name: 'Pause it' }).click()
    await page.getByLabel('Minutes between two looks').fill('90')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await textOf(page, '[role=alert]')).toContain('Another person changed the source')
    expect((await service.ask('GET', path.replace('/desk', '/v1'))).body.interval_minutes).toBe(15)
  })
})

it('the pages suit every reader, in light and dark, narrow and wide', async () => {
  const server = await gazette()
  let path = ''
  await at('/desk/sources', {}, async (page) => {
    path = await follow(page, `${server.origin}/feed.xml`)
  })
  await service.visit()
  for (const shown of ['/desk/sources', path])
    for (const scheme of ['light', 'dark'] as const)
      for (const width of [320, 1280])
        await at(shown, { scheme, width }, async (page) => {
          const found = {
            faults: await accessibilityFaults(page),
            small: await smallTargets(page),
            overflow: await overflow(page),
          }
          expect(found, `${shown} ${scheme} ${width}`).toEqual({ faults: [], small: [], overflow: 0 })
        })
})
