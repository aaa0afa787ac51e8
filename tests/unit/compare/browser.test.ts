import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { compare, readQuotation, readStatement } from '../../../src/compare/index.ts'

const SEGMENT = { start: 1, end: 48, exact: 'We will not sell the ferry before June, unless…' }
const QUOTE = 'We will sell the ferry before June'

const bundle = await build({
  entryPoints: ['src/compare/index.ts'],
  bundle: true,
  write: false,
  metafile: true,
  platform: 'browser',
  format: 'iife',
  globalName: 'comparison',
  minify: true,
})

describe('the comparison in a browser', () => {
  it('is bundled from its own files, core and the package diff alone', () => {
    const files = Object.keys(bundle.metafile.inputs)
    expect(files.length).toBeGreaterThan(40)
    expect(files.filter((file) => !/^src\/(compare|core)\/|^node_modules\/diff\//.test(file))).toEqual([])
  })

  it('needs only ECMAScript, and gives the same answer as in Node', () => {
    const bare = createContext(Object.create(null))
    runInContext(bundle.outputFiles[0]?.text ?? '', bare)
    Object.assign(bare, { quote: QUOTE, segment: SEGMENT })
    const answer = runInContext(
      `JSON.stringify(comparison.compare(comparison.readQuotation(quote), comparison.readStatement({
        type: 'direct',
        segments: [segment],
        quoted: [segment],
      })))`,
      bare,
    )
    const statement = readStatement({ type: 'direct', segments: [SEGMENT], quoted: [SEGMENT] })
    const direct = compare(readQuotation(QUOTE), statement)
    expect(direct).toMatchObject({ verdict: 'altered', changes: [{ kind: 'negation' }] })
    expect(answer).toBe(JSON.stringify(direct))
  })
})
