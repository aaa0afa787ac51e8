import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../support/cli.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const ARTICLE = at('prisma/seed/article.txt')

let folder: string
let source: string
let compiled: string
let files: { source: Buffer; compiled: Buffer }

/** Builds the start of the program and its bundle. The modules beside them only say that they ran. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-bundle-'))
  buildSync({ entryPoints: [at('src/cli.ts')], outfile: join(folder, 'cli.js'), format: 'esm' })
  const program = readFileSync(join(folder, 'cli.js'), 'utf8').replace(/(import\("[^"]+)\.ts"/g, '$1.js"')
  writeFileSync(join(folder, 'cli.js'), program)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  mkdirSync(join(folder, 'commands'))
  writeFileSync(
    join(folder, 'commands', 'start-extract.js'),
    'export const startExtract = async () => { process.stdout.write("modules"); return "ended" }',
  )
  writeFileSync(
    join(folder, 'program.js'),
    'export const runProgram = async () => void process.stdout.write("program")',
  )
  const bundle = join(folder, 'bundle')
  spawnSync(process.execPath, [at('scripts/bundle.mjs'), bundle], { stdio: 'inherit' })
  rmSync(join(bundle, 'program.cjs'))
  spawnSync(process.execPath, [at('scripts/bundle.mjs'), bundle, '--compile'], { stdio: 'inherit' })
  source = join(folder, 'bundle', 'extract.cjs')
  compiled = join(folder, 'bundle', `extract-${process.version}.cache`)
  files = { source: readFileSync(source), compiled: readFileSync(compiled) }
})

beforeEach(() => {
  writeFileSync(source, files.source)
  writeFileSync(compiled, files.compiled)
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function start(parameters: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'cli.js'), 'extract', ...parameters],
    { cwd: folder, env: { PATH: process.env['PATH'] }, encoding: 'utf8', input },
  )
  return { code: status, stdout, stderr }
}

async function startModules(parameters: readonly string[], input = '') {
  const { child, ended } = run(['extract', ...parameters], { directory: folder })
  child.stdin?.end(input)
  const { code, stdout, stderr } = await ended
  return { code, stdout, stderr }
}

describe('the bundle of onrecord extract', () => {
  it.each([
    ['text', [ARTICLE]],
    ['JSON', [ARTICLE, '--json', '--published', '2025-01']],
    ['evidence', ['--explain', '--published', '2025-01-03', ARTICLE]],
    ['a missing file', ['nowhere.txt']],
  ])('prints the same as the modules: %s', async (_, parameters) => {
    expect(start(parameters)).toEqual(await startModules(parameters))
  })

  it('reads standard input as the modules do', async () => {
    const text = `\ufeff${readFileSync(ARTICLE, 'utf8').repeat(20)}`
    expect(start(['--json'], text)).toEqual(await startModules(['--json'], text))
    const line = `${JSON.stringify({ id: 'é', text })}\n`
    expect(start(['--predictions'], line)).toEqual(await startModules(['--predictions'], line))
  })

  it('leaves help and mistakes to the whole program', () => {
    for (const parameters of [['--help'], ['--jsn'], ['--published', 'soon'], ['a', 'b'], ['--published']]) {
      expect(start(parameters).stdout).toBe('program')
    }
  })
})

describe('damaged compiled code', () => {
  it.each([0, 8, 24, 1000, 100_000, -5, -1])('is compiled again if byte %i differs', async (place) => {
    const damaged = Buffer.from(files.compiled)
    const index = place < 0 ? damaged.length + place : place
    damaged[index] = damaged[index]! ^ 0x55
    writeFileSync(compiled, damaged)
    expect(start([ARTICLE])).toEqual(await startModules([ARTICLE]))
  })

  it('is compiled again if it is cut, empty, missing or of another source', async () => {
    const expected = await startModules([ARTICLE])
    for (const length of [0, 3, 5000]) {
      writeFileSync(compiled, files.compiled.subarray(0, length))
      expect(start([ARTICLE])).toEqual(expected)
    }
    rmSync(compiled)
    expect(start([ARTICLE])).toEqual(expected)
    writeFileSync(compiled, files.compiled)
    writeFileSync(source, Buffer.concat([files.source, Buffer.from('\n')]))
    expect(start([ARTICLE])).toEqual(expected)
  })
})

it('runs the modules if the source of the bundle is damaged or missing', () => {
  writeFileSync(source, files.source.subarray(0, 5000))
  expect(start([ARTICLE]).stdout).toBe('modules')
  rmSync(source)
  expect(start([ARTICLE]).stdout).toBe('modules')
})
