import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { withClient } from './database.ts'

/** How a large database is filled. By default, all statements are generated at once, in a database with all indexes. */
export interface FillOptions {
  /** The number of statements that are generated at once: a multiple of 15, the statements of an article. */
  readonly chunk?: number
  /** The number of statements with words of their own: a multiple of `chunk`. The others are copies of them. */
  readonly distinct?: number
  /** Drops indexes before and creates them again after, which takes less time for millions of statements. */
  readonly indexesLast?: boolean
  /** Is called after each chunk and each index. */
  readonly progress?: (line: string) => void
}

const FILES = new URL('fill/', import.meta.url)
const PER_ARTICLE = 15

/** The indexes that are faster to create at the end. Those of keys stay. */
const SECONDARY_INDEXES = `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i WHERE NOT i.indisunique AND i.indrelid IN
    ('statements'::regclass, 'statement_keys'::regclass, 'revisions'::regclass, 'article_words'::regclass,
     'articles'::regclass, 'snapshots'::regclass)`

/**
 * Fills a migrated, empty database with a number of generated statements, and the articles, people and organizations
 * they need: every span covers its words in the text. The same number gives the same rows, in chunks or at once.
 */
export const fill = (
  url: string,
  statements: number,
  {
    chunk = Math.max(PER_ARTICLE, statements),
    distinct = statements,
    indexesLast = false,
    progress,
  }: FillOptions = {},
): Promise<void> =>
  withClient(url, async (client) => {
    if (chunk < statements && chunk % PER_ARTICLE !== 0)
      throw new Error(`A chunk of ${chunk} statements is no multiple of ${PER_ARTICLE}.`)
    if (distinct < statements && distinct % chunk !== 0)
      throw new Error(`${distinct} statements are no multiple of the ${chunk} of a chunk.`)
    await skipForeignKeys(client)
    const indexes = indexesLast ? await dropIndexes(client) : []
    await set(client, 'statements', statements)
    await set(client, 'distance', distinct)
    await run(client, 'functions')
    await run(client, 'people')
    for (let first = 0; first < statements; first += chunk) {
      const end = Math.min(statements, first + chunk)
      await set(client, 'first', first)
      await set(client, 'end', end)
      await run(client, first < distinct ? 'statements' : 'copies')
      progress?.(`${end} of ${statements} statements`)
    }
    for (const { name, definition } of indexes) {
      await client.query(definition)
      progress?.(`index ${name}`)
    }
    await run(client, 'end')
    progress?.('VACUUM ANALYZE')
    await client.query('VACUUM ANALYZE')
  })

/** Turns off the checks of foreign keys, which take as long as the inserts. The generated rows are consistent. */
const skipForeignKeys = (client: pg.Client): Promise<unknown> =>
  client.query('SET session_replication_role = replica').catch((error: { code?: string }) => {
    if (error.code !== '42501') throw error
  })

async function dropIndexes(client: pg.Client): Promise<{ name: string; definition: string }[]> {
  await client.query("SET maintenance_work_mem = '1GB'")
  const { rows } = await client.query<{ name: string; definition: string }>(SECONDARY_INDEXES)
  await client.query(`DROP INDEX ${rows.map(({ name }) => name).join(', ')}`)
  return rows
}

const set = (client: pg.Client, name: string, value: number): Promise<unknown> =>
  client.query('SELECT set_config($1, $2, false)', [`bench.${name}`, String(value)])

const run = async (client: pg.Client, file: string): Promise<unknown> =>
  client.query(await readFile(new URL(`${file}.sql`, FILES), 'utf8'))
