import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run, serve } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'

const ON_RECORD =
  'Matthew Miller said the US stood “shoulder to shoulder with Pakistan in its fight against terrorism”.\n'
const ALTERED = ON_RECORD.replace('terrorism', 'poverty')

it('checks a draft against a database and against a service, and tells altered words by its exit code', async () => {
  const directory = await temporaryDirectory()
  const environment = { DATABASE_URL: await createTestDatabase(), ONRECORD_SEED: 'demo' }
  const { url } = await serve({ directory, environment })
  const [good, bad] = ['good.txt', 'bad.txt'].map((name) => join(directory, name)) as [string, string]
  await writeFile(good, ON_RECORD)
  await writeFile(bad, ALTERED)
  const verify = (...words: string[]) => run(['verify', ...words], { directory, environment }).ended

  for (const source of [[], ['--url', url]]) {
    const right = await verify(good, ...source)
    expect([right.code, right.stderr]).toEqual([0, ''])
    expect(right.stdout).toContain('1 quotation: 1 verbatim.')
    expect(right.stdout).not.toContain('\u001b')
    const wrong = await verify(bad, ...source)
    expect([wrong.code, wrong.stderr]).toEqual([1, ''])
    expect(wrong.stdout).toContain('[-terrorism-]{+poverty+}')
  }

  const piped = run(['verify', '--json'], { directory, environment })
  piped.child.stdin?.end(ALTERED)
  const { code, stdout } = await piped.ended
  expect(code).toBe(1)
  expect(JSON.parse(stdout).summary.verdicts).toEqual({ altered: 1 })

  const missing = await verify('missing.txt', '--url', url)
  expect([missing.code, missing.stdout]).toEqual([2, ''])
  expect(missing.stderr).toContain('ENOENT')
})
