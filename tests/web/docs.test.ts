import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededService, type TestService } from '../support/seeded-service.ts'
import { launch } from './support/browser.ts'

let service: TestService
let browser: Browser
let page: Page

beforeAll(async () => {
  service = await seededService()
  const origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  browser = await launch()
  page = await browser.newPage()
  await page.goto(`${origin}/docs`)
})
afterAll(async () => {
  await browser?.close()
  await service.close()
})

/** Opens one operation of the page. Returns its selector. */
const open = async (tag: string, operation: string): Promise<string> => {
  const id = `#operations-${tag}-${operation}`
  const parameters = page.locator(`${id} .parameters`).first()
  if (!(await parameters.isVisible())) await page.locator(`${id} .opblock-summary-control`).click()
  await parameters.waitFor()
  return id
}

describe('"Try it" on the page of the API', () => {
  it.each([
    ['statements', 'listStatements', 'items'],
    ['dates', 'listDates', 'items'],
    ['officials', 'getOfficial', 'positions'],
  ])('finds results with its default values: %s, %s', async (tag, operation, list) => {
    const id = await open(tag, operation)
    const answered = page.waitForResponse((response) => response.url().includes('/v1/'))
    await page.locator(`${id} .execute`).click()
    const answer = await answered
    expect([answer.url(), answer.status()]).toEqual([answer.url(), 200])
    const body = (await answer.json()) as Record<string, unknown[]>
    expect(body[list]!.length, answer.url()).toBeGreaterThan(0)
  })

  it('fills in only defaults', async () => {
    const id = await open('statements', 'listStatements')
    const rows = page.locator(`${id} tr[data-param-name]`)
    const filled: Record<string, string> = {}
    for (const row of await rows.all()) {
      const name = (await row.getAttribute('data-param-name'))!
      const field = row.locator('input, select, textarea').first()
      const value = (await field.count()) > 0 ? await field.inputValue() : ''
      if (value !== '') filled[name] = value
    }
    expect(filled).toEqual({
      match: 'within',
      vanished: 'exclude',
      limit: '20',
      count: 'none',
    })
  })

  it('shows an example of a parameter that it does not fill in', async () => {
    const id = await open('statements', 'listStatements')
    const row = page.locator(`${id} tr[data-param-name="said_from"]`)
    expect(await row.textContent()).toContain('2024-09-15')
  })
})
