// The service on a database that is filled already: it applies no migration, and writes nothing. `export.ts` starts it.
import { pino } from 'pino'
import { openDatabase } from '../src/database/open.ts'
import { articleReaderHere } from '../src/features/articles/ingestion/domain.ts'
import { buildApp } from '../src/service/app.ts'
import { readConfig } from '../src/service/config.ts'
import { limitHeapGrowth } from '../src/service/heap.ts'

limitHeapGrowth()
const log = pino({ level: 'warn' })
const config = readConfig(process.env)
const database = await openDatabase(config.database, log)
const app = await buildApp({
  ...{ config, database, log, now: () => new Date() },
  ...{ reader: articleReaderHere, readingsAtOnce: 1 },
})
process.on('message', () => process.send!({ resident: process.memoryUsage().rss }))
process.on('disconnect', () => process.exit())
process.send!({ origin: await app.listen({ host: '127.0.0.1', port: 0 }) })
