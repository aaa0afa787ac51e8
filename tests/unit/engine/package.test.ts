import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryDirectory } from '../../support/directories.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const COMPILER = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')

const CONSUMER = `import { type Extraction, extract, parseEdtf } from 'onrecord/engine'

const text = '“The ferry runs all winter,” Harbour Master Ada Brandt said.'
const extraction: Extraction = extract(text, { published: parseEdtf('2025-01-15') })
const name: string | null | undefined = extraction.statements[0]?.speaker.name
// @ts-expect-error The front door does not export the steps of the pipeline.
import { segment } from 'onrecord/engine'
// @ts-expect-error The date of publication is an EDTF date, not text.
extract(text, { published: '2025-01-15' })

export const found = [name, segment]
`
const SCRIPT = `
  import { extract } from 'onrecord/engine'
  import { extract as same } from 'onrecord'
  const { statements } = extract('“The ferry runs all winter,” Harbour Master Ada Brandt said.')
  console.log(JSON.stringify([statements[0].speaker.name, extract === same]))
`

const COMPARISON = `import { compare, type Comparison, readQuotation, readStatement } from 'onrecord/compare'

const segment = { start: 1, end: 20, exact: 'The bridge is open,' }
const statement = readStatement({ type: 'direct', segments: [segment], quoted: [segment] })
const { verdict }: Comparison = compare(readQuotation('The bridge is not open'), statement)
// @ts-expect-error The quotation is read first.
compare('The bridge is open', statement)

export const found: string = verdict
`
const COMPARISON_SCRIPT = `
  import { compare, readQuotation, readStatement } from 'onrecord/compare'
  const segment = { start: 1, end: 20, exact: 'The bridge is open,' }
  const statement = readStatement({ type: 'direct', segments: [segment], quoted: [segment] })
  console.log(compare(readQuotation('The bridge is not open'), statement).verdict)
`

/** Runs a program to its end and returns its exit code with all it printed. */
function outcome(directory: string, ...parameters: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: directory,
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

/** Installs the package with only its compiled engine and comparison, and returns the directory of the program that uses it. */
async function installed(): Promise<string> {
  const directory = await temporaryDirectory()
  const home = join(directory, 'node_modules', 'onrecord')
  mkdirSync(home, { recursive: true })
  copyFileSync(join(ROOT, 'package.json'), join(home, 'package.json'))
  const compiled = outcome(
    ROOT,
    COMPILER,
    ...['-p', 'tsconfig.engine.json', '--outDir', join(home, 'dist'), '--emitDeclarationOnly', 'false'],
    ...['--tsBuildInfoFile', join(directory, 'tsbuildinfo')],
  )
  expect(compiled).toEqual({ status: 0, output: '' })
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }')
  return directory
}

describe('the package', () => {
  it('brings onrecord/engine and onrecord/compare, which run in Node and have types', async () => {
    const directory = await installed()
    expect(outcome(directory, '--input-type=module', '--eval', SCRIPT)).toEqual({
      status: 0,
      output: '["Ada Brandt",true]\n',
    })
    cpSync(join(ROOT, 'node_modules', 'diff'), join(directory, 'node_modules', 'diff'), { recursive: true })
    expect(outcome(directory, '--input-type=module', '--eval', COMPARISON_SCRIPT)).toEqual({
      status: 0,
      output: 'altered\n',
    })
    writeFileSync(join(directory, 'consumer.ts'), CONSUMER)
    writeFileSync(join(directory, 'comparison.ts'), COMPARISON)
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023']
    expect(outcome(directory, COMPILER, ...flags, 'consumer.ts', 'comparison.ts')).toEqual({
      status: 0,
      output: '',
    })
  })
})
