import { expect, it } from 'vitest'
import { run, serve } from '../support/cli.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { articlePage, RSS, rssOf, startFeedServer } from '../support/feed-server.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function setting() {
  const server = await startFeedServer()
  server.on('/feed.xml', rssOf([{ link: '/ferry' }, { link: '/missing' }]), RSS)
  server.on('/ferry', articlePage('The ferry runs \u001b[31mall winter'))
  const directory = await temporaryDirectory()
  const environment = {
    DATABASE_URL: await createTestDatabase(),
    ONRECORD_FETCH_ALLOW: server.host,
    ONRECORD_SITE_PAUSE_MS: '0',
    ONRECORD_RATE_LIMIT: '0',
  }
  const made = run(['keys', 'create', '--name', 'desk', '--scope', 'ingest'], { directory, environment })
  const headers = {
    authorization: `Bearer ${(await made.ended).stdout.trim()}`,
    'content-type': 'application/json',
  }
  return { server, directory, environment, headers }
}

it('onrecord watch prints statements as they come, pauses its sources at the end, and continues later', async () => {
  const { server, directory, environment } = await setting()
  const url = `${server.origin}/feed.xml`
  const watching = run(['watch', url], { directory, environment })
  while (!watching.output().includes('ferry runs')) await pause(50)
  watching.child.kill('SIGINT')
  const first = await watching.ended
  expect(first.code).toBe(0)
  expect(first.stderr).toContain(`Watching The Gazette, every 15 minutes: ${url}`)
  expect(first.stdout).toMatch(
    new RegExp(
      `^\\d\\d:\\d\\d .*Ada Brandt.*: “The ferry runs \\[31mall winter.*${server.origin}/ferry$`,
      'm',
    ),
  )
  expect(first.stdout).not.toContain('\u001b')

  server.on('/feed.xml', rssOf([{ link: '/ferry' }, { link: '/tram' }]), RSS)
  server.on('/tram', articlePage('The tram is late'))
  const again = await run(['watch', '--once', '--json', url], { directory, environment }).ended
  expect(again.code).toBe(0)
  const statements = again.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(statements.map(({ article }) => article.url)).toContain(`${server.origin}/tram`)
  expect(server.requests.filter((path) => path === '/ferry')).toHaveLength(1)
})

it('onrecord watch names the address that is no feed, and ends with 1', async () => {
  const { server, directory, environment } = await setting()
  server.on('/page', articlePage('No feed'))
  const refused = await run(['watch', `${server.origin}/page`], { directory, environment }).ended
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('names no feed')
})

it('the service polls sources itself, or leaves them to workers, through the queue', async () => {
  const { server, directory, environment, headers } = await setting()
  const service = await serve({ directory, environment: { ...environment, ONRECORD_WORKER: 'off' } })
  const body = JSON.stringify({ url: `${server.origin}/feed.xml` })
  const sent = await fetch(`${service.url}/v1/sources`, { method: 'POST', headers, body })
  const { links } = (await sent.json()) as { links: { self: string } }
  const workers = [1, 2].map(() => run(['worker'], { directory, environment }))
  for (;;) {
    const source = await (await fetch(service.url + links.self, { headers })).json()
    const { ingested } = (source as { entries: { ingested: number } }).entries
    if (ingested === 1) break
    await pause(100)
  }
  expect(server.requests.filter((path) => path === '/ferry')).toHaveLength(1)
  for (const { child } of workers) child.kill('SIGTERM')
  for (const { ended } of workers) expect(await ended).toMatchObject({ code: 0, stderr: '' })
})
