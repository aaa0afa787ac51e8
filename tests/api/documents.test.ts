import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { differenceOf, isAbridged, parseAbridged } from '../docs/abridged.ts'
import { type Command, commandsIn, pretty, steady, withOutputs } from '../docs/console.ts'
import { seededService, type TestService } from '../support/seeded-service.ts'

/**
 * Compares the answers shown below `$ curl …` in the documents with the answers of a freshly seeded service. `steady`
 * makes ids, times and cursors the same in every run. A `…` in an answer stands for omitted parts.
 *
 * After a change of the answers, `UPDATE_README=1 npx vitest run tests/api/documents.test.ts` writes those shown in
 * full again. Edit those with a `…` by hand.
 */
const ROOT = new URL('../../', import.meta.url)
const PAGES = [
  'README.md',
  ...readdirSync(new URL('docs/', ROOT))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].filter((page) => commandsIn(readFileSync(new URL(page, ROOT), 'utf8')).length > 0)

let service: TestService

beforeAll(async () => {
  service = await seededService()
})
afterAll(() => service.close())

async function answerTo({ method, url, headers, payload }: Command): Promise<string> {
  const { body, statusCode } = await service.app.inject({
    method: method as 'GET',
    url,
    headers,
    ...(payload !== null && { payload }),
  })
  expect([404, 405, 500, 503], `${url}: ${body}`).not.toContain(statusCode)
  return pretty(JSON.parse(steady(body)))
}

it('finds answers to compare in the README and the guide to the API', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'docs/api.md']))
})

it.each(PAGES)('%s shows the responses of the service', async (page) => {
  const file = new URL(page, ROOT)
  const markdown = readFileSync(file, 'utf8')
  const commands = commandsIn(markdown)
  const answers: string[] = []
  for (const command of commands) answers.push(await answerTo(command))
  if (process.env['UPDATE_README']) {
    const outputs = commands.map(({ shown }, index) => (isAbridged(shown) ? shown : answers[index]!))
    return writeFileSync(file, withOutputs(markdown, outputs))
  }
  for (const [index, { url, shown }] of commands.entries()) {
    // A command without an answer only shows that it can be run.
    if (shown === '') continue
    expect(differenceOf(parseAbridged(shown), JSON.parse(answers[index]!)), url).toBeNull()
  }
})
