import { expect, it } from 'vitest'
import { parseEdtf } from '../../src/core/edtf.ts'
import { execute } from '../../src/database/sql.ts'
import { ingestArticle } from '../../src/features/articles/ingestion/domain.ts'
import { run } from '../support/cli.ts'
import { testDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { groupsIn } from '../support/sightings.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const WORDS = 'The old ferry stays in the harbour until the last ice of the winter is gone'

it('onrecord sightings groups the statements from before the upgrade once, and continues after a kill', async () => {
  const directory = await temporaryDirectory()
  const database = await testDatabase({ asOwner: true })
  const { db } = database
  for (const name of ['first', 'second', 'third'])
    await ingestArticle(
      db,
      {
        ...{ title: name, publisher: null, byline: null, dateline: null, language: 'en' },
        url: `https://gazette.example/${name}`,
        published: parseEdtf('2026-03-05'),
        publishedBasis: 'stated',
        text: `“${WORDS},” harbour master Ada Brandt said. This is the ${name} report.`,
      },
      NOW,
    )
  const groups = () => groupsIn(db, 'a.title')
  const expected = await groups()
  expect(expected).toHaveLength(1)
  await execute(db, 'TRUNCATE sightings, sighting_pairs', [])
  await execute(db, 'INSERT INTO sightings_due SELECT id FROM statements', [])

  const group = () => run(['sightings'], { directory, environment: { DATABASE_URL: database.url } })
  const killed = group()
  killed.child.kill('SIGKILL')
  await killed.ended
  const [first, again] = [await group().ended, await group().ended]
  expect([first.code, again.code]).toEqual([0, 0])
  expect(`${first.stdout}${first.stderr}`).toContain('Compared 3 statements')
  expect(`${again.stdout}${again.stderr}`).toContain('Compared 0 statements')
  expect(await groups()).toEqual(expected)
  await database.close()
})
