import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Command, commandsIn, pretty, steady, withOutputs } from '../docs/console.ts'
import { seededService, type TestService } from '../support/seeded-service.ts'

/**
 * The responses below `$ curl …` in the console blocks of the documents are the responses of the seeded service, with
 * stable ids, times and cursors. To update them after a change: `UPDATE_README=1 npx vitest run tests/api/documents.test.ts`.
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

it('the README shows responses of the service', () => {
  expect(PAGES).toContain('README.md')
})

it.each(PAGES)('%s shows the responses of the service', async (page) => {
  const file = new URL(page, ROOT)
  const markdown = readFileSync(file, 'utf8')
  const commands = commandsIn(markdown)
  const answers: string[] = []
  for (const command of commands) answers.push(await answerTo(command))
  if (process.env['UPDATE_README']) return writeFileSync(file, withOutputs(markdown, answers))
  for (const [index, { url, shown }] of commands.entries()) {
    // A command without output is only run. A command with output must match the response.
    if (shown !== '') expect([url, JSON.parse(steady(shown))]).toEqual([url, JSON.parse(answers[index]!)])
  }
})
