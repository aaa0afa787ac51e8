import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const source = (path: string): URL => new URL(`../../${path}`, import.meta.url)

it.each([
  ['README.md', 'engine'],
  ['docs/verifying.md', 'compare'],
])('the program in %s prints what its comments say', async (page, name) => {
  const library: object = await import(source(`src/${name}/index.ts`).href)
  const program = /^```js\n(import .*?)^```$/ms.exec(readFileSync(source(page), 'utf8'))![1]!
  const body = program.replace(/^import (\{.*?\}) from 'onrecord\/.*?'$/m, 'const $1 = library')
  const printed: string[] = []
  const log = (...words: unknown[]): number => printed.push(words.join(' '))
  new Function('library', 'console', body)(library, { log })
  expect(printed).toEqual([...program.matchAll(/\/\/ (.*)$/gm)].map(([, comment]) => comment))
})
