import { STATEMENT_SORTS } from '../src/record/statements/schema.ts'
import { select } from './database.ts'

/** A request that is measured, or whose answers are compared. */
export interface Request {
  readonly name: string
  readonly path: string
  /** The body to send with POST. Without it, the request is a GET. */
  readonly body?: object
}

/** Records of the filled database that the requests name. */
export interface Sample {
  readonly id: string
  readonly text: string
  readonly slug: string
}

/** A day after which the load publishes and corrects. Answers about earlier days stay the same. */
export const LAST_DAY = '2026-06-30'

/** Finds a statement of a person who is quoted often: one that was published early, so that the load does not change it. */
export async function findSample(url: string): Promise<Sample> {
  const [sample] = await select<Sample & Record<string, string>>(
    url,
    `SELECT s.id, s.text, o.slug FROM statements s JOIN officials o ON o.id = s.official_id
     WHERE s.type = 'direct' AND s.status = 'machine' AND o.slug = 'ada-aldern' AND s.published_latest < '2020-01-01'
     ORDER BY s.id LIMIT 1`,
  )
  if (!sample) throw new Error('There are too few statements. Ask for 5,000 at least.')
  return sample
}

/** Returns the requests that are measured. Their answers can contain what the load writes. */
export const measuredRequests = ({ id, text, slug }: Sample): Request[] => [
  ...STATEMENT_SORTS.map((sort) => ({
    name: `statements, sort=${sort}`,
    path: `/v1/statements?sort=${sort}`,
  })),
  { name: 'statements of one official', path: `/v1/statements?official=${slug}` },
  { name: 'statements of one official, counted', path: `/v1/statements?official=${slug}&count=exact` },
  { name: 'statements with a common word', path: '/v1/statements?q=bridge' },
  { name: 'statements with two rare words', path: `/v1/statements?q=${lastWords(text, 2).join('+')}` },
  { name: 'facets of one official', path: `/v1/statements?official=${slug}&facets=publisher,type,year` },
  { name: 'one statement', path: `/v1/statements/${id}` },
  { name: 'a quotation by its keys', path: '/v1/verify', body: { quote: lastWords(text, 20).join(' ') } },
  { name: 'publishers', path: '/v1/publishers' },
  { name: 'dates', path: '/v1/dates' },
  { name: 'dates of one official by month', path: `/v1/dates?official=${slug}&granularity=month` },
  { name: 'timeline of one official', path: `/v1/officials/${slug}/timeline` },
]

/** Returns the requests whose answers must be the same before and after. */
export const comparedRequests = ({ id, text, slug }: Sample): Request[] =>
  [
    ...STATEMENT_SORTS.map((sort) => `/v1/statements?sort=${sort}&published_to=${LAST_DAY}&count=none`),
    `/v1/statements?official=${slug}&published_to=${LAST_DAY}&count=none`,
    `/v1/statements?official=${slug}&said_from=2019&said_to=2019&count=exact`,
    `/v1/statements?official=${slug}&said_from=2019&said_to=2019&facets=publisher,type,year`,
    `/v1/statements?q=${lastWords(text, 2).join('+')}&published_to=${LAST_DAY}&sort=-said&count=none`,
    `/v1/statements?type=mixed&status=verified&said_to=2019-03&count=none`,
    `/v1/statements/${id}`,
    `/v1/statements/${id}/sightings`,
    `/v1/statements/${id}/annotation`,
    '/v1/articles?publisher=The+Daily+3&limit=50',
    '/v1/changes?after=5000&limit=50',
    `/v1/export?format=ndjson&official=${slug}&said_from=2019&said_to=2019`,
  ].map((path) => ({ name: path, path }))

const lastWords = (text: string, count: number): string[] =>
  text
    .replace(/[“”,.]/g, '')
    .split(' ')
    .slice(-count)

/** Sends a request, and returns the body of the answer. */
export async function send(origin: string, { path, body }: Request): Promise<string> {
  const posted = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(new URL(path, origin), posted)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`)
  return text
}
