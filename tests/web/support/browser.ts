import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Keeps Chromium from looking up hosts of its own. */
const OFFLINE = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts headless Chromium: Debian's, or the one that the environment variable CHROMIUM names. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: OFFLINE })

export interface View {
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly script?: boolean
  /** The cookie of a session of the review desk, and the origin for which it counts. */
  readonly session?: { readonly name: string; readonly value: string; readonly url: string } | undefined
}

/** The longest time for one step on a page, in milliseconds. A slow machine needs more than the 30 seconds of Playwright. */
const STEP_MS = 220_000

/** Opens an empty page. */
export async function openPage(
  browser: Browser,
  { scheme = 'light', width = 1280, script = true, session }: View = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: script,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(STEP_MS)
  if (session) await context.addCookies([{ ...session, httpOnly: true, sameSite: 'Lax' }])
  return { page: await context.newPage(), context }
}
