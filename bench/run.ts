import { isDeepStrictEqual, parseArgs } from 'node:util'
import { closingAll } from './closing.ts'
import { createDatabase, select } from './database.ts'
import { fill } from './fill.ts'
import { benchLists } from './lists.ts'
import { type Load, type Measurement, measure } from './load.ts'
import { PROBES, pathOfPage, timeProbes } from './probes.ts'
import { type ServerProcess, startBare, startService } from './processes.ts'
import { report } from './report.ts'
import { readSize } from './sizes.ts'

const HELP = `npm run bench [-- --quick | --size 200k,1m]

Fills a new database with generated statements, then loads the service, the service without its cache of answers, and a
bare server with the same requests, in turn, from 32 connections each. BENCH_DATABASE_URL is the URL of a PostgreSQL server; by default, the benchmark starts
one in a temporary directory. --quick: fewer statements, shorter rounds. --size: instead of loading the service, measures
lists with every filter, pair of filters and order at these numbers of statements, and how they grow between them.
`

const FULL = { statements: 200_000, rounds: 7, seconds: 4, repeats: 15, farPage: 9000 }
const QUICK = { statements: 20_000, rounds: 3, seconds: 1.5, repeats: 5, farPage: 900 }
const WARM_UP_SECONDS = 2
const PATHS = 400
/** The kinds of answers that are compared, with the paths of each. */
const KINDS = { list: 'list', 'filtered list': 'filtered', 'one statement': 'one' } as const

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, size: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help) process.stdout.write(HELP)
else if (values.size) await benchLists(values.size.split(',').map((text) => readSize(text)))
else await bench(values.quick ? QUICK : FULL)

function bench(size: typeof FULL): Promise<void> {
  return closingAll(async (opened) => {
    const database = await createDatabase(process.env['BENCH_DATABASE_URL'])
    opened(database.close)
    say(`Filling the database with ${size.statements} statements`)
    await fill(database.url, size.statements)
    const service = await startService(database.url)
    opened(service.stop)
    const uncached = await startService(database.url, { ONRECORD_ANSWER_CACHE_BYTES: '0' })
    opened(uncached.stop)
    const bare = await startBare(database.url)
    opened(bare.stop)
    await compare({ service, uncached, bare }, await findPaths(database.url), size)
  })
}

interface Paths {
  readonly list: readonly string[]
  readonly filtered: readonly string[]
  readonly one: readonly string[]
}

async function findPaths(url: string): Promise<Paths> {
  const statements = await select<{ id: string }>(
    url,
    `SELECT id FROM statements WHERE status <> 'retracted' ORDER BY hashtext(id::text) LIMIT ${PATHS}`,
  )
  const officials = await select<{ slug: string }>(
    url,
    `SELECT slug FROM officials WHERE id IN (SELECT official_id FROM statements GROUP BY official_id HAVING count(*) > 50)
     ORDER BY hashtext(slug) LIMIT ${PATHS}`,
  )
  const filters = 'type=direct,mixed&said_from=2018-03-01&said_to=2024-06-30'
  return {
    list: ['/v1/statements'],
    filtered: officials.map(({ slug }) => `/v1/statements?official=${slug}&${filters}`),
    one: statements.map(({ id }) => `/v1/statements/${id}`),
  }
}

interface Servers {
  readonly service: ServerProcess
  /** The service without its cache of answers. */
  readonly uncached: ServerProcess
  readonly bare: ServerProcess
}

async function compare(
  { service, uncached, bare }: Servers,
  paths: Paths,
  { rounds, seconds, repeats, farPage }: typeof FULL,
): Promise<void> {
  for (const [path] of Object.values(paths)) await checkSame(service.origin, bare.origin, path)
  const etag = (await fetch(new URL('/v1/statements', service.origin))).headers.get('etag') ?? ''
  const loads: Record<string, Load> = {
    ...Object.fromEntries(
      (['list', 'filtered list', 'one statement'] as const).flatMap((name) =>
        Object.entries({ service, uncached, bare }).map(([server, { origin }]) => [
          `${name}, ${server}`,
          { origin, paths: paths[KINDS[name]], status: 200 },
        ]),
      ),
    ),
    'empty answer, bare': { origin: bare.origin, paths: ['/empty'], status: 200 },
    'list unchanged (304), service': {
      origin: service.origin,
      paths: paths.list,
      headers: { 'if-none-match': etag },
      status: 304,
    },
  }
  for (const load of Object.values(loads)) await measure(load, WARM_UP_SECONDS)
  const measured = new Map<string, Measurement[]>(Object.keys(loads).map((name) => [name, []]))
  for (let round = 1; round <= rounds; round++) {
    say(`Round ${round} of ${rounds}`)
    for (const [name, load] of Object.entries(loads)) measured.get(name)!.push(await measure(load, seconds))
  }
  const memory = await service.memory()
  say(`Reading on to page ${farPage}`)
  const farPath = await pathOfPage(service.origin, farPage)
  const probes = [
    { name: 'page 1', path: '/v1/statements' },
    { name: `page ${farPage}`, path: farPath },
    ...PROBES,
  ]
  const times = await timeProbes(service.origin, probes, repeats)
  process.stdout.write(report({ measured, memory, times, farPage: `page ${farPage}` }))
}

/** Throws if the two servers answer with different statements. Their work is then not the same. */
async function checkSame(one: string, other: string, path = ''): Promise<void> {
  const answers = await Promise.all(
    [one, other].map(async (origin) => (await fetch(new URL(path, origin))).json()),
  )
  const [mine, theirs] = answers.map((answer) => (answer as { items?: unknown }).items ?? answer)
  if (!isDeepStrictEqual(mine, theirs)) throw new Error(`The two servers answer ${path} differently.`)
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
