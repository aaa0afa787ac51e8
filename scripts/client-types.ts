// `npm run client:types`: writes the types of the TypeScript client from the OpenAPI document of the service.
// `npm run client:check`: fails if the written types differ from that document.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { pino } from 'pino'
import { openDatabase } from '../src/database/open.ts'
import { articleReaderHere } from '../src/features/articles/ingestion/domain.ts'
import { buildApp } from '../src/service/app.ts'
import { readConfig } from '../src/service/config.ts'

export const TYPES = new URL('../clients/typescript/src/schema.ts', import.meta.url)

/** The document needs no database, and connections are opened on demand. No server listens at this address. */
const NO_DATABASE = 'postgresql://nobody@127.0.0.1:1/none'

const HEAD = '// `npm run client:types` writes this file from /openapi.json. Do not edit it.\n'

/** Returns the file of types for an OpenAPI document. A field of a request that has a default is optional. */
export const typesOf = async (openapi: string): Promise<string> =>
  HEAD + astToString(await openapiTS(openapi, { defaultNonNullable: false }))

/** Returns the OpenAPI document of a service with the default settings. */
async function readDocument(): Promise<string> {
  const config = readConfig({ DATABASE_URL: NO_DATABASE })
  const log = pino({ level: 'silent' })
  const database = await openDatabase(config.database, log)
  const app = await buildApp({
    ...{ config, database, log, now: () => new Date() },
    ...{ reader: articleReaderHere, readingsAtOnce: 1 },
  })
  try {
    return (await app.inject('/openapi.json')).body
  } finally {
    await app.close()
    await database.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const types = await typesOf(await readDocument())
  if (!process.argv.includes('--check')) await writeFile(TYPES, types)
  else if ((await readFile(TYPES, 'utf8')) !== types) {
    process.stderr.write('The API changed, the types of its client did not. Run: npm run client:types\n')
    process.exitCode = 1
  }
}
