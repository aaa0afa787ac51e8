import { expect, it } from 'vitest'
import { readMigrations } from '../../src/database/migration-files.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { run } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { counted, pause, randomOf, report } from './counts.ts'

const TIMES = counted(2, 20)

/** Everything that migrations make: columns, indexes, constraints, functions and triggers. */
const SCHEMA = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name AS line
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT proname || ' ' || md5(prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT tgname || ' ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal
  ORDER BY 1`

async function linesOf(url: string, sql: string): Promise<string[]> {
  const client = await connectOnce(url)
  try {
    return (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line)
  } finally {
    await client.end()
  }
}

const applied = (url: string): Promise<string[]> =>
  linesOf(
    url,
    `SELECT migration_name AS line FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY started_at`,
  )

it('applies every migration once when two migrators run and one is killed in the middle', {
  timeout: 900_000,
}, async () => {
  const directory = await temporaryDirectory()
  const names = (await readMigrations()).map(({ name }) => name)
  const expected = await linesOf(await createTestDatabase(), SCHEMA)
  const random = randomOf(3)
  let killedWithin = 0
  for (let time = 0; time < TIMES; time++) {
    const url = await createTestDatabase({ isEmpty: true })
    const migrator = () => run(['migrate'], { directory, environment: { DATABASE_URL: url } })
    const [one, other] = [migrator(), migrator()]
    // The first migrator that has applied some migrations is killed. The other must go on.
    const enough = Math.ceil(random() * (names.length / 2))
    const countOf = ({ output }: typeof one): number => output().split('Applied the migration').length - 1
    while (countOf(one) < enough && countOf(other) < enough) await pause(2)
    const [killed, left] = countOf(one) >= enough ? [one, other] : [other, one]
    killed.child.kill('SIGKILL')
    await killed.ended
    if (countOf(killed) < names.length) killedWithin++
    expect((await left.ended).code).toBe(0)
    expect(await applied(url)).toEqual(names)
    expect(await linesOf(url, SCHEMA)).toEqual(expected)
    expect((await migrator().ended).code).toBe(0)
    expect(await applied(url)).toEqual(names)
  }
  expect(killedWithin).toBeGreaterThan(0)
  report('two migrators', { times: TIMES, 'killed within': killedWithin })
})
