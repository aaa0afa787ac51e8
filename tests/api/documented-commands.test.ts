import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createKey, listKeys } from '../../src/features/access/keys/domain.ts'
import { startWebhookSender } from '../../src/features/changes/webhooks/sending/domain.ts'
import { lookForMatch } from '../../src/features/searches/following/domain.ts'
import { createGuard } from '../../src/net/guard.ts'
import { postGuarded } from '../../src/net/post.ts'
import { createTestDatabase, silent } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { type CommandResult, commandsOf, runCommands } from '../support/documented-commands.ts'
import { read } from '../support/factories.ts'
import { articlePage, RSS, rssOf, startFeedServer } from '../support/feed-server.ts'
import { readParquet } from '../support/parquet.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'

/** The preparation and the expected result of the commands of a page. Pages without an entry need no preparation. */
interface Page {
  /** The sections whose commands are run. Default: all. */
  readonly parts?: readonly string[]
  /** The error responses that the page expects, such as `GET /v1/statements/… 410`. */
  readonly refused?: readonly RegExp[]
  /** Creates the files that the page assumes. */
  readonly arrange?: (directory: string) => Promise<Partial<Arranged>>
  /** Creates the records that the page assumes. Returns replacements for the ids of the page. */
  readonly prepare?: (service: TestService) => Promise<Record<string, string>>
  readonly check?: (service: TestService, done: CommandResult) => Promise<void>
}

interface Arranged {
  /** Environment variables of the service. */
  readonly environment: Record<string, string>
  /** Replacements for the URLs of the page. */
  readonly replaced: Record<string, string>
}

const PAGE_OF_GAZETTE = `<!doctype html><html><head><title>Ferry</title></head><body><article>
  <p>“The ferry will run all winter,” harbour master Ada Brandt said on Tuesday.</p></article></body></html>`

/** The directory of the files that docs/exporting.md writes. */
let exportedTo = ''

/** Starts the web server whose articles the pages fetch. */
async function startGazette(): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE_OF_GAZETTE)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `127.0.0.1:${(server.address() as { port: number }).port}`
}

/** Returns a free port for the reader's own server. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Delivers webhooks to this machine. The clock has the real time, because receivers check it. */
function deliver({ database: { db } }: TestService): void {
  const guard = createGuard({ allow: ['127.0.0.1'] })
  const courier = startWebhookSender({
    db,
    now: () => new Date(),
    log: silent,
    giveUpMs: 3_600_000,
    lookForMatch,
    post: (endpoint, message, signal) => postGuarded(endpoint, { ...message, signal }, guard),
  })
  onTestFinished(() => courier.close())
}

/** Pages whose commands need their own database servers or containers. service-role.test.ts covers the first page. */
const NOT_RUN = ['docs/configuration.md', 'docs/operating.md']

const PAGES: Readonly<Record<string, Page>> = {
  'README.md': {
    parts: ['In a terminal'],
    async arrange(directory) {
      await writeFile(
        join(directory, 'article.txt'),
        'The ferry runs all winter, Ada Brandt said on Tuesday.',
      )
      const line = { id: '1', text: 'The bridge is shut, Bo Lindqvist said.', date: '2026-03-04' }
      await writeFile(join(directory, 'corpus.jsonl'), `${JSON.stringify(line)}\n`)
      return {}
    },
    async check(_service, { stdout }) {
      expect(stdout).toContain('Ada Brandt')
    },
  },
  'docs/assistants.md': {
    async check(_service, { stdout }) {
      expect(stdout.match(/"verify_quote"/g)).toHaveLength(1)
      expect(stdout).toMatch(/"verdict":"(?:partial|verbatim)"/)
      expect(stdout).toMatch(/^\{"result":.*onrecord:\/\/statement\//m)
    },
  },
  'docs/backup.md': {
    async arrange() {
      const url = await createTestDatabase({ isEmpty: true })
      return { replaced: { 'postgresql://onrecord:secret@db.example:5432/onrecord_restored': url } }
    },
    async check(_service, { stdout }) {
      expect(stdout).toContain('tuesday is whole.')
      expect(stdout).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/m)
      expect(stdout).toMatch(/^articles +1 {2}[0-9a-f]{16}$/m)
      expect(stdout).toContain('equal to the backup, byte by byte')
    },
  },
  'docs/ingesting.md': {
    async arrange(directory) {
      const gazette = await startGazette()
      const lines = ['The bridge is shut.', 'It snowed again.', 'Nobody crossed.'].map((words) =>
        JSON.stringify({ text: `${words} Bo Lindqvist said so on Tuesday.`, published: '2026-03-04' }),
      )
      await mkdir(join(directory, 'articles'))
      await writeFile(join(directory, 'articles', 'one.html'), PAGE_OF_GAZETTE.replace('ferry', 'tram'))
      await writeFile(join(directory, 'articles', 'two.md'), '*No one* asked, Cara Holm said on Tuesday.')
      await writeFile(
        join(directory, 'articles', 'three.vtt'),
        'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Cara Holm>It is over.\n',
      )
      for (const name of ['archive.ndjson', 'articles.ndjson']) {
        await writeFile(
          join(directory, name),
          `${lines.map((line) => line.replace('so', name)).join('\n')}\n`,
        )
      }
      return {
        environment: { ONRECORD_FETCH_ALLOW: gazette },
        replaced: { 'https://gazette.example': `http://${gazette}` },
      }
    },
    async check({ app }, { answers }) {
      expect(answers.filter((answer) => answer === 'POST /v1/articles 201').length).toBeGreaterThan(2)
      const { items } = (await app.inject('/v1/articles?limit=100')).json()
      expect(items.length).toBeGreaterThan(9)
    },
  },
  'docs/keys.md': {
    async prepare({ database }) {
      const old = await createKey(database.db, { name: 'old', scopes: ['read'], expiresAt: null }, NOW)
      return { '0193c1d2-0000-7000-8000-000000000001': old.key.id }
    },
    async check({ database }) {
      const keys = await listKeys(database.db)
      expect(keys.map(({ name, scopes }) => `${name}: ${scopes}`).sort()).toEqual([
        'Archive import: ingest',
        'Night desk: ingest,review',
        'old: read',
        'old: read',
      ])
      expect(keys.filter(({ revoked }) => revoked !== null)).toHaveLength(1)
    },
  },
  'docs/reviewing.md': {
    refused: [/^GET \/v1\/statements\/[\w-]+ 410$/, /^GET \/v1\/articles\/[\w-]+ 410$/],
    async check({ app }, { answers, stdout }) {
      const [id] = answers.flatMap(
        (answer) => /^POST \/v1\/statements\/(.*)\/verify 200$/.exec(answer)?.[1] ?? [],
      )
      const history = await app.inject(`/v1/statements/${id}/history?sort=version`)
      expect(history.json().items.map(({ action }: { action: string }) => action)).toEqual([
        'created',
        'verified',
        'corrected',
        'restored',
        'joined',
        'undone',
        'retracted',
        'restored',
      ])
      expect(stdout).toContain('"code":"gone"')
      const made = await app.inject('/v1/statements?organization=harbour-board')
      expect(made.json().items).toMatchObject([{ rule: 'person', status: 'verified' }])
      const { article } = made.json().items[0]
      const ofArticle = await app.inject(`/v1/articles/${article.id}/history?sort=version`)
      expect(ofArticle.json().items.map(({ action }: { action: string }) => action)).toEqual([
        'created',
        'corrected',
        'undone',
        'withdrawn',
        'restored',
      ])
      const erasures = await app.inject('/v1/changes?subject=article&action=erased')
      expect(erasures.json().items).toMatchObject([{ reason: 'Order 12/2026 of the district court.' }])
    },
  },
  'docs/exporting.md': {
    async arrange(directory) {
      exportedTo = directory
      return {}
    },
    async check({ app }, { answers, stdout }) {
      expect(stdout).toContain('that the US would continue to stand')
      expect(stdout).toContain('"type":"rich"')
      expect(answers.filter((answer) => answer.includes('/export'))).toHaveLength(2)
      const rows = await readParquet(await readFile(join(exportedTo, 'statements.parquet')))
      const { page } = (await app.inject('/v1/statements?count=exact')).json()
      expect(rows).toHaveLength(page.count)
      const csv = await readFile(join(exportedTo, 'statements.csv'), 'utf8')
      for (const { id } of rows) expect(csv).toContain(id)
      expect(await readFile(join(exportedTo, 'patel.csv'), 'utf8')).toMatch(/^id,url,.*\r\n.*Vedant Patel/)
    },
  },
  'docs/searching.md': {
    async check({ database }, { answers, stdout }) {
      expect(answers.filter((answer) => /\/matches\?.* 200$/.test(answer))).toHaveLength(2)
      expect(stdout).toContain('long-range ballistic missile programme')
      expect(await read(database.db, 'SELECT id FROM searches')).toEqual([])
    },
  },
  'docs/sources.md': {
    async arrange() {
      const gazette = await startFeedServer()
      const feed = rssOf([{ link: '/ferry', pubDate: 'Mon, 23 Nov 2026 09:00:00 +0100' }])
      const link = '<link rel="alternate" type="application/rss+xml" href="/world.xml">'
      gazette.on('/feed.xml', feed, RSS)
      gazette.on('/world.xml', feed, RSS)
      gazette.on('/world', `<html><head>${link}</head></html>`)
      gazette.on('/ferry', articlePage('The ferry will run all winter'))
      return {
        environment: { ONRECORD_FETCH_ALLOW: gazette.host, ONRECORD_SITE_PAUSE_MS: '0' },
        replaced: { 'https://gazette.example': gazette.origin },
      }
    },
    async check({ app }, { answers, stdout }) {
      expect(stdout).toMatch(/Ada Brandt.*: “The ferry will run all winter/)
      expect(
        answers.filter((answer) => answer.includes('/v1/sources')).map((answer) => answer.slice(-3)),
      ).toEqual(['201', '200', '200', '200', '200', '204'])
      const { items } = (await app.inject('/v1/articles?q=ferry')).json()
      expect(items).toHaveLength(1)
    },
  },
  'docs/webhooks.md': {
    async arrange(directory) {
      const page = await readFile(new URL('../../docs/webhooks.md', import.meta.url), 'utf8')
      await writeFile(join(directory, 'receiver.mjs'), /^```js\n(.*?)^```$/ms.exec(page)![1]!)
      const receiver = `127.0.0.1:${await freePort()}`
      return {
        environment: { ONRECORD_FETCH_ALLOW: receiver },
        replaced: { '127.0.0.1:4000': receiver },
      }
    },
    async prepare(service) {
      deliver(service)
      return {}
    },
    async check({ database }, { stdout }) {
      expect(stdout).toMatch(/^webhook\.test $/m)
      expect(stdout).toMatch(/statement\.created \/v1\/statements\/[0-9a-f-]{36}$/m)
      expect(stdout).toMatch(/search\.matched \/v1\/statements\/[0-9a-f-]{36}$/m)
      expect(stdout).toMatch(/"type":"webhook\.test".*"status":"delivered","code":204/)
      expect(stdout).toMatch(/whsec_[\w+/]+=*$/m)
      expect(await read(database.db, 'SELECT id FROM webhooks')).toEqual([])
    },
  },
}

const pages = [
  'README.md',
  ...(await readdir(new URL('../../docs/', import.meta.url))).map((name) => `docs/${name}`),
]
const withCommands: string[] = []
for (const page of pages) {
  if (!page.endsWith('.md') || NOT_RUN.includes(page)) continue
  if ((await commandsOf(page, PAGES[page]?.parts)).length > 0) withCommands.push(page)
}

it('every listed page has commands', () => {
  expect(withCommands).toEqual(expect.arrayContaining(Object.keys(PAGES)))
})

it.each(withCommands)('the commands of %s do what the page says', { timeout: 600_000 }, async (name) => {
  const { parts, refused = [], arrange, prepare, check } = PAGES[name] ?? {}
  const directory = await temporaryDirectory()
  const { environment = {}, replaced = {} } = (await arrange?.(directory)) ?? {}
  const service = await seededService(environment)
  onTestFinished(() => service.close())
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  const ids = (await prepare?.(service)) ?? {}
  const done = await runCommands(service, await commandsOf(name, parts), {
    directory,
    environment,
    replaced: { ...replaced, ...ids },
  })
  expect(done.code, `${done.stderr}\n${done.stdout.slice(-2000)}\n${done.answers.join('\n')}`).toBe(0)
  const failed = done.answers.filter((answer) => Number(answer.slice(-3)) >= 400)
  const unexpected = failed.filter((answer) => !refused.some((pattern) => pattern.test(answer)))
  expect(unexpected, done.stdout.slice(-3000)).toEqual([])
  await check?.(service, done)
})
