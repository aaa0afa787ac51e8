import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderCycles } from '../../scripts/folder-cycles.ts'

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boundaries-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Writes a source tree in which each file imports the files beside its name, and returns the rules it breaks. */
async function brokenRules(tree: Readonly<Record<string, readonly string[]>>): Promise<string[]> {
  for (const [file, imports] of Object.entries(tree)) {
    const lines = imports.map((path, index) => `import * as import${index} from '${path}'`)
    const uses = imports.map((_path, index) => `import${index}`)
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), [...lines, `export const uses = [${uses.join(', ')}]`, ''].join('\n'))
  }
  const { tsConfig: _tsConfig, ...rest } = options
  const { output } = await cruise(['src'], {
    ...rest,
    baseDir: folder,
    ruleSet: { forbidden },
    validate: true,
  })
  const { modules, summary } = output as ICruiseResult
  const cycles = folderCycles(modules, 'src/').map((cycle) => `folder cycle: ${cycle}`)
  return [...new Set([...summary.violations.map(({ rule }) => rule.name), ...cycles])].sort()
}

describe('the import rules', () => {
  it('accept an engine whose folders import only lower floors', async () => {
    const broken = await brokenRules({
      'src/core/span.ts': [],
      'src/engine/lexicon/words.ts': ['../../core/span.ts'],
      'src/engine/reader/words.ts': ['../lexicon/words.ts'],
      'src/engine/people/cast.ts': ['../reader/words.ts'],
      'src/engine/speakers/rules.ts': ['../people/cast.ts'],
      'src/engine/index.ts': ['./speakers/rules.ts'],
      'src/features/extraction/domain.ts': ['../../engine/index.ts'],
    })
    expect(broken).toEqual([])
  })

  it('keep the comparison pure, behind its front door, with the package diff in one place', async () => {
    const tree = {
      'node_modules/diff/index.ts': [],
      'src/compare/alignment/align.ts': ['../../../node_modules/diff/index.ts'],
      'src/compare/index.ts': ['./alignment/align.ts'],
    }
    expect(await brokenRules(tree)).toEqual([])
    const broken = await brokenRules({
      ...tree,
      'src/compare/verdict/compare.ts': ['../../../node_modules/diff/index.ts', '../../engine/index.ts'],
      'src/record/statements.ts': ['../compare/alignment/align.ts'],
    })
    expect(broken).toEqual([
      'compare-has-a-front-door',
      'compare-is-pure',
      'every-file-is-used',
      'only-alignment-uses-diff',
    ])
  })

  it('refuse an import from a lower floor to a higher floor', async () => {
    const broken = await brokenRules({
      'src/engine/lexicon/words.ts': ['../grammar/tag.ts'],
      'src/engine/grammar/tag.ts': [],
    })
    expect(broken).toEqual(['engine-floor-lexicon'])
  })

  it('refuse an import between two folders of one floor', async () => {
    const broken = await brokenRules({
      'src/engine/people/cast.ts': ['../dates/find.ts'],
      'src/engine/dates/find.ts': [],
    })
    expect(broken).toEqual(['engine-floor-people'])
  })

  it('refuse an import from a floor to the pipeline', async () => {
    const broken = await brokenRules({
      'src/engine/speakers/rules.ts': ['../extract.ts'],
      'src/engine/extract.ts': [],
    })
    expect(broken).toEqual(['engine-floor-speakers'])
  })

  it('refuse a folder of the engine that has no floor', async () => {
    const broken = await brokenRules({
      'src/engine/extract.ts': ['./topics/find.ts'],
      'src/engine/topics/find.ts': [],
    })
    expect(broken).toEqual(['engine-folders-have-a-floor'])
  })

  it('refuse an import from outside the engine to a file behind its front door', async () => {
    const broken = await brokenRules({
      'src/features/extraction/domain.ts': ['../../engine/extract.ts'],
      'src/engine/extract.ts': [],
    })
    expect(broken).toEqual(['engine-has-a-front-door'])
  })

  it('refuse a package, a built-in module and a feature in the engine', async () => {
    for (const path of ['node:fs', 'pg', '../features/keys/domain.ts']) {
      const broken = await brokenRules({
        'src/engine/extract.ts': [path],
        'src/features/keys/domain.ts': [],
      })
      expect(broken, path).toEqual(['engine-is-pure'])
    }
  })

  it('refuse an import from a lower layer to a higher layer, and a folder that has no layer', async () => {
    const broken = await brokenRules({
      'src/http/paging.ts': ['../features/dates/schema.ts'],
      'src/features/dates/schema.ts': [],
      'src/service/start.ts': ['../plugins/feed.ts'],
      'src/plugins/feed.ts': [],
    })
    expect(broken).toEqual(['folders-of-src-have-a-layer', 'layer-http', 'layer-service'])
  })

  it('refuse a cycle of files', async () => {
    const broken = await brokenRules({
      'src/engine/people/cast.ts': ['./names.ts'],
      'src/engine/people/names.ts': ['./cast.ts'],
    })
    expect(broken).toEqual(['no-circular'])
  })

  it('refuse a cycle of folders that no cycle of files shows', async () => {
    const broken = await brokenRules({
      'src/engine/people/names/a.ts': ['../roles/a.ts'],
      'src/engine/people/roles/a.ts': [],
      'src/engine/people/roles/b.ts': ['../names/b.ts'],
      'src/engine/people/names/b.ts': [],
    })
    expect(broken).toEqual([
      'folder cycle: src/engine/people/names → src/engine/people/roles → src/engine/people/names',
    ])
  })
})
