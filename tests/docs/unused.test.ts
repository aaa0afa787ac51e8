import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const KNIP = join(dirname(createRequire(import.meta.url).resolve('knip')), '../bin/knip.js')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unused-'))
  copyFileSync(join(ROOT, 'knip.json'), join(folder, 'knip.json'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', bin: 'src/cli.ts' }))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ include: ['src'] }))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Writes a source tree and returns the names that the check reports as unused. */
function unusedNames(tree: Readonly<Record<string, string>>): string[] {
  for (const [file, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const report = execFileSync(process.execPath, [KNIP, '--reporter', 'json', '--no-exit-code'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const { issues } = JSON.parse(report) as { issues: Record<string, { name: string }[]>[] }
  return issues.flatMap(({ files = [], exports = [], types = [] }) =>
    [...files, ...exports, ...types].map(({ name }) => name),
  )
}

describe('the check of unused code', () => {
  it('accepts exports that another file imports', () => {
    const unused = unusedNames({
      'src/cli.ts': "import { type Span, empty } from './core/span.ts'\nconsole.log(empty satisfies Span)\n",
      'src/core/span.ts':
        'export interface Span { start: number }\nexport const empty: Span = { start: 0 }\n',
    })
    expect(unused).toEqual([])
  })

  it('reports exported values, functions and types that no file imports', () => {
    const unused = unusedNames({
      'src/cli.ts': "import { used } from './core/span.ts'\nconsole.log(used)\n",
      'src/core/span.ts':
        'export const used = 1\nexport const VALUE = used\nexport function work() {}\nexport type Kind = typeof VALUE\n',
    })
    expect(unused.sort()).toEqual(['Kind', 'VALUE', 'work'])
  })

  it('reports a file that no other file imports', () => {
    const unused = unusedNames({
      'src/cli.ts': 'console.log(1)\n',
      'src/core/span.ts': 'export const VALUE = 1\n',
    })
    expect(unused).toEqual(['src/core/span.ts'])
  })
})
