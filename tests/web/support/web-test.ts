import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { seededService, type TestService } from '../../support/seeded-service.ts'
import { launch, openPage, type View } from './browser.ts'
import { accessibilityFaults, overflow, smallTargets } from './measure.ts'

/** Checks a page that is open in a browser. */
type Check<Result> = (page: Page, context: BrowserContext) => Promise<Result>

/** A seeded service that listens, and a browser to look at its pages. */
export interface WebTest {
  readonly service: TestService
  readonly browser: Browser
  readonly origin: string
  /** Reads JSON from a path. */
  json<Answer>(path: string): Promise<Answer>
  /** Opens a path in a view, runs a check, and closes the page. */
  on<Result>(path: string, view: View, check: Check<Result>): Promise<Result>
  close(): Promise<void>
}

/**
 * Starts a service and a browser.
 * @param fill puts more on record before the service listens.
 */
export async function startWebTest(
  environment: Record<string, string> = {},
  fill: (service: TestService) => Promise<unknown> = async () => {},
): Promise<WebTest> {
  const service = await seededService(environment)
  await fill(service)
  const origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launch()
  return {
    ...{ service, browser, origin },
    json: async <Answer>(path: string) => (await (await fetch(origin + path)).json()) as Answer,
    async on(path, view, check) {
      const { page, context } = await openPage(browser, view)
      try {
        await page.goto(origin + path)
        return await check(page, context)
      } finally {
        await context.close()
      }
    },
    async close() {
      await browser.close()
      await service.close()
    },
  }
}

/**
 * Expects that a page has no fault that axe finds, no small control, and needs no scrolling to the side, in light and
 * dark, narrow and wide.
 * @param prepare brings the page into the state to check.
 */
export async function expectToSuitEveryReader(
  web: WebTest,
  path: string,
  session?: View['session'],
  prepare?: (page: Page) => Promise<unknown>,
): Promise<void> {
  for (const scheme of ['light', 'dark'] as const)
    for (const width of [320, 1280]) {
      const found = await web.on(path, { scheme, width, session }, async (page) => {
        await prepare?.(page)
        return {
          faults: await accessibilityFaults(page),
          small: await smallTargets(page),
          overflow: await overflow(page),
        }
      })
      expect(found, `${scheme} ${width}`).toEqual({ faults: [], small: [], overflow: 0 })
    }
}

/** Returns the text of the first element that a selector finds. */
export const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().textContent()) ?? ''

/** Counts the elements that a selector finds, when the page that a click opened has arrived in full. */
export async function countOf(page: Page, selector: string): Promise<number> {
  await page.waitForLoadState()
  return page.locator(selector).count()
}
