import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { checkExtraction, extract, parseEdtf } from '../../../src/engine/index.ts'

const TEXT = `Mayor Rosa Imhof visited the old mill on 4 November 2024. The next day she said that the wheel would turn again.

“We will rebuild it stone by stone,” Imhof told reporters. Emil Petrik, 67, a baker, denied that flour had been lost.

“What did it cost?” asked one member of the council. According to the State Department, “nobody knows.”`

const bundle = await build({
  entryPoints: ['src/engine/index.ts'],
  bundle: true,
  write: false,
  metafile: true,
  platform: 'browser',
  format: 'iife',
  globalName: 'engine',
  minify: true,
})

describe('the engine in a browser', () => {
  it('is bundled from its own files and core alone', () => {
    const files = Object.keys(bundle.metafile.inputs)
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter((file) => !/^src\/(engine|core)\//.test(file))).toEqual([])
  })

  it('needs only ECMAScript, and gives the same answer as in Node', () => {
    const bare = createContext(Object.create(null))
    runInContext(bundle.outputFiles[0]?.text ?? '', bare)
    Object.assign(bare, { input: TEXT })
    const answer = runInContext(
      `JSON.stringify(engine.checkExtraction(input, engine.extract(input, {
        published: engine.parseEdtf('2025-01-15'),
        knownPeople: [],
      })))`,
      bare,
    )
    const direct = extract(TEXT, { published: parseEdtf('2025-01-15'), knownPeople: [] })
    expect(direct.statements).toHaveLength(5)
    expect(answer).toBe(JSON.stringify(checkExtraction(TEXT, direct)))
  })
})
