import { pino } from 'pino'
import { openDatabase } from '../src/database/open.ts'
import { articleReaderHere } from '../src/features/articles/ingestion/domain.ts'
import { buildApp } from '../src/service/app.ts'
import { readConfig } from '../src/service/config.ts'
import { closingAll } from './closing.ts'
import { articleOf } from './partition-load.ts'

const log = pino({ level: 'warn' })
const QUARTER_MS = 91.3125 * 24 * 3_600_000
const LIMITS = { poolMax: 3, acquireTimeoutMs: 60_000, statementTimeoutMs: 60_000 }
const SETTINGS = {
  ...{ ONRECORD_RATE_LIMIT: '0', ONRECORD_OVERLOAD_DELAY_MS: '0', ONRECORD_ANSWER_CACHE_BYTES: '0' },
}

/** Sends articles to a service whose clock is ahead by one quarter, by two, and so on: their ids are of these quarters. */
export const fillQuarters = (url: string, key: string, quarters: number, articles: number): Promise<void> =>
  closingAll(async (opened) => {
    const database = await openDatabase({ url, ownerUrl: url, dataDirectory: '', ...LIMITS }, log)
    opened(() => database.close())
    let clock = Date.now()
    const app = await buildApp({
      ...{ config: readConfig(SETTINGS), database, log, now: () => new Date(clock) },
      ...{ reader: articleReaderHere, readingsAtOnce: 1 },
    })
    opened(() => app.close())
    await app.ready()
    const headers = { authorization: `Bearer ${key}` }
    for (let quarter = 1; quarter <= quarters; quarter++) {
      clock += QUARTER_MS
      for (let article = 0; article < articles; article++) {
        const payload = articleOf(1_000_000 * quarter + article)
        const answer = await app.inject({ method: 'POST', url: '/v1/articles', headers, payload })
        if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`)
      }
    }
  })
