import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { NOW, seededService } from '../support/seeded-service.ts'
import { readExamples, writeOutputs } from './readme.ts'
import { compile, installClient, output } from './stranger.ts'

const DOCUMENTED_ORIGIN = 'http://127.0.0.1:3000'
/** Runtimes that the machine may lack. `.ci/run` installs them and names their programs. */
const { DENO, BUN } = process.env

let directory: string
const examples = await readExamples()

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'onrecord-client-'))
  await installClient(directory)
})
afterAll(() => rm(directory, { recursive: true, force: true }))

/** Compiles the programs of the page for a new service, and runs them. Returns what each prints. */
async function runExamples(commandOf: (file: string) => readonly [string, ...string[]]): Promise<string[]> {
  const service = await seededService()
  onTestFinished(() => service.close())
  const origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  const { secret } = await createKey(
    service.database.db,
    { name: 'desk', scopes: ['ingest'], expiresAt: null },
    NOW,
  )
  const programs = examples.map(({ program }, index): [string, string] => [
    `example-${index}`,
    program.replaceAll(DOCUMENTED_ORIGIN, origin),
  ])
  await compile(directory, Object.fromEntries(programs))
  const options = { cwd: directory, env: { ...process.env, ONRECORD_KEY: secret } }
  const outputs: string[] = []
  for (const [name] of programs) outputs.push(await output(commandOf(`${name}.js`), options))
  return outputs
}

describe('the installed package', () => {
  it('has no file but its declarations, its modules, its readme and its license', async () => {
    const list = ['npm', 'pack', '--dry-run', '--json', '--ignore-scripts'] as const
    const [packed] = JSON.parse(
      await output(list, { cwd: new URL('../../clients/typescript', import.meta.url).pathname }),
    )
    const others = packed.files
      .map(({ path }: { path: string }) => path)
      .filter((path: string) => !/^dist\/[a-z]+\.(?:d\.ts|js)$/.test(path))
    expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json'])
  })

  it('runs the examples of its page in Node.js, with the outputs of the page', async () => {
    const outputs = await runExamples((file) => [process.execPath, file])
    if (process.env['UPDATE_README']) await writeOutputs(outputs)
    expect(outputs).toEqual((await readExamples()).map(({ output: printed }) => printed))
  })

  it.skipIf(!DENO)('runs them in Deno, which DENO names', async () => {
    const outputs = await runExamples((file) => [DENO!, 'run', '--node-modules-dir=manual', '-A', file])
    expect(outputs).toEqual(examples.map(({ output: printed }) => printed))
  })

  it.skipIf(!BUN)('runs them in Bun, which BUN names', async () => {
    const outputs = await runExamples((file) => [BUN!, 'run', file])
    expect(outputs).toEqual(examples.map(({ output: printed }) => printed))
  })
})
