import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const ENGINE = new URL('../../src/engine/index.ts', import.meta.url)

it('the program in the README prints what its comments say', async () => {
  const engine: object = await import(ENGINE.href)
  const program = /^```js\n(import .*?)^```$/ms.exec(README)![1]!
  const body = program.replace(/^import (\{.*?\}) from 'onrecord\/engine'$/m, 'const $1 = engine')
  const printed: string[] = []
  const log = (...words: unknown[]): number => printed.push(words.join(' '))
  new Function('engine', 'console', body)(engine, { log })
  expect(printed).toEqual([...program.matchAll(/\/\/ (.*)$/gm)].map(([, comment]) => comment))
})
