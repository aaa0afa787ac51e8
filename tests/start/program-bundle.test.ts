import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtProgram } from '../support/program.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** A copy of dist/ beside it, because the bundle finds its packages from there. */
const copy = at(`.dist-copy-${process.pid}`)
const source = join(copy, 'bundle', 'program.cjs')
const compiled = join(copy, 'bundle', `program-${process.version}.cache`)

beforeAll(() => {
  cpSync(dirname(builtProgram()), copy, { recursive: true })
})

afterAll(() => {
  rmSync(copy, { recursive: true, force: true })
})

function run(parameters: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, 'cli.js'), ...parameters], {
    cwd: copy,
    env: { PATH: process.env['PATH'] },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

it('runs commands from the bundle, else from the modules, with the same output', () => {
  expect(existsSync(compiled)).toBe(true)
  const calls = [['--help'], ['serve', '--port'], ['keys', 'create'], ['receipt', 'verify', 'nowhere.json']]
  const modules = join(copy, 'program.js')
  const module = readFileSync(modules)
  writeFileSync(modules, 'throw new Error("The modules were loaded.")')
  const bundled = calls.map(run)
  writeFileSync(modules, module)
  truncateSync(source, 100_000)
  expect(bundled).toEqual(calls.map(run))
  expect(bundled.map(({ status }) => status)).toEqual([0, 2, 2, 2])
})
