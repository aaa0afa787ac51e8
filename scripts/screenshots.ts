// `npm run screenshots [-- NAME… [--into DIRECTORY]]`: takes pictures of the pages in Chromium, on a record of invented
// articles and the source article. Without names, takes all pictures, each as far as a window shows.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { openDatabase } from '../src/database/open.ts'
import { upgradeDatabase } from '../src/database/upgrade.ts'
import { articleReaderHere } from '../src/features/articles/ingestion/domain.ts'
import { seed } from '../src/features/articles/ingestion/seed.ts'
import { buildApp } from '../src/service/app.ts'
import { readConfig } from '../src/service/config.ts'
import { ingestArticles } from '../tests/web/support/articles.ts'
import { launch, openPage, type View } from '../tests/web/support/browser.ts'
import { ingestNamesakes } from '../tests/web/support/namesakes.ts'
import { PICTURES } from '../tests/web/support/pictures.ts'
import { reviewerKey, sendJob, signInWith } from '../tests/web/support/session.ts'

const NOW = new Date('2025-07-15T09:00:00.000Z')
const VIEWS: Readonly<Record<string, View>> = {
  light: {},
  dark: { scheme: 'dark' },
  narrow: { width: 320 },
}

const given = process.argv.slice(2)
const option = given.indexOf('--into')
const into = option < 0 ? fileURLToPath(new URL('../docs/screenshots/', import.meta.url)) : given[option + 1]!
const names = option < 0 ? given : given.slice(0, option)

const data = mkdtempSync(join(tmpdir(), 'onrecord-pictures-'))
const config = readConfig({
  ONRECORD_DATA_DIRECTORY: data,
  ONRECORD_RATE_LIMIT: '0',
  ONRECORD_OVERLOAD_DELAY_MS: '0',
})
const log = pino({ level: 'silent' })
const database = await openDatabase(config.database, log)
try {
  await upgradeDatabase(database, log)
  await seed(database.db, NOW)
  await ingestArticles(database.db, NOW)
  await ingestNamesakes(database.db, NOW)
  const reading = { reader: articleReaderHere, readingsAtOnce: 1 }
  const app = await buildApp({ config, database, log, now: () => NOW, ...reading })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launch()
  const session = await signInWith(origin, await reviewerKey(database.db, NOW))
  await sendJob(origin, session)
  mkdirSync(into, { recursive: true })
  for (const [name, { path, prepare, isSignedIn }] of Object.entries(PICTURES)) {
    if (names.length > 0 && !names.includes(name)) continue
    for (const [view, settings] of Object.entries(VIEWS)) {
      const { page, context } = await openPage(browser, { ...settings, ...(isSignedIn && { session }) })
      await page.goto(origin + (typeof path === 'string' ? path : await path(origin)))
      await prepare?.(page)
      await page.screenshot({ path: join(into, `${name}-${view}.png`), fullPage: names.length > 0 })
      await context.close()
    }
  }
  await browser.close()
  await app.close()
} finally {
  await database.close()
  rmSync(data, { recursive: true, force: true })
}
