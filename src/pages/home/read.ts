import type { FastifyReply, FastifyRequest } from 'fastify'
import { fold } from '../../core/names.ts'
import type { Db } from '../../database/db.ts'
import { type PresentedPage, readStatements, resolveFilters } from '../../features/statements/list.ts'
import { parseStatementQuery } from '../../features/statements/parameters.ts'
import type { Timeline } from '../../features/timelines/schema.ts'
import { readCoverage } from '../../record/articles/domain.ts'
import type { Coverage } from '../../record/articles/schema.ts'
import type { Statement } from '../../record/statements/schema.ts'
import { ofUrl, readTimeline } from '../search/read.ts'
import { periodInWords } from '../words/dates.ts'

/** The statements on the first page. */
const SHOWN = 6
const LATEST = `/v1/statements?distinct=utterance&facets=official,organization,publisher&limit=${SHOWN}&said_basis=stated,relative-to-publication,relative-to-narrative`
/** All statements, with their facets. */
const ALL = `/v1/statements?facets=official,organization,publisher&limit=${SHOWN}`

/** Everything that the first page shows. */
export interface Home {
  readonly latest: PresentedPage
  readonly all: PresentedPage
  readonly coverage: Coverage
  readonly timeline: Timeline
  /** Questions that the record answers. */
  readonly examples: readonly string[]
}

/** Reads what the first page shows: the latest dated statements, who speaks most, and what the record covers. */
export async function readHome(request: FastifyRequest, reply: FastifyReply, db: Db): Promise<Home> {
  const listOf = (url: string) => readStatements(ofUrl(request, url), reply, db, parseStatementQuery(url))
  const asked = ofUrl(request, '/v1/statements')
  const { filters } = await resolveFilters(asked, db, parseStatementQuery(asked.url))
  const [latest, all, coverage, timeline] = await Promise.all([
    listOf(LATEST),
    listOf(ALL),
    request.server.readCache.get(request.dataVersion, 'coverage', () => readCoverage(db)),
    readTimeline(asked, db, filters),
  ])
  return { latest, all, coverage, timeline, examples: examplesFrom(latest, all) }
}

/** The words of a phrase in an example. */
const PHRASE_WORDS = 4

/** Makes questions from statements on record, so that each has an answer. */
function examplesFrom({ items }: PresentedPage, all: PresentedPage): string[] {
  const speakers = all.page.facets?.official ?? []
  const dated = items.find(
    (item) => item.speaker?.official && (item.said?.precision === 'month' || item.said?.precision === 'day'),
  )
  const topic = items.map(topicOf).find((word) => word !== null)
  const phrase = [...items, ...all.items].map(phraseOf).find((words) => words !== null)
  const examples = [
    dated &&
      `What did ${dated.speaker!.official!.name} say in ${periodInWords(dated.said!.earliest!.slice(0, 7))}?`,
    speakers[0] && topic && `${speakers[0].name} on ${topic}`,
    speakers[1] && `What did ${speakers[1].name} say?`,
    phrase && `“${phrase}”`,
  ]
  return [...new Set(examples.filter((one) => typeof one === 'string'))]
}

/** Days and months have capital letters too. */
const CALENDAR =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

/** Returns a name in the middle of a quotation, such as a country; null if there is none. */
const topicOf = ({ text = '', speaker }: Partial<Statement>): string | null => {
  const own = fold(speaker?.official?.name ?? '')
  const names = [...text.matchAll(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}(?![\p{L}’'])/gu)].map(([name]) => name)
  return names.find((name) => !own.includes(fold(name)) && !CALENDAR.test(name)) ?? null
}

/** Returns the first words of a quotation; null if it is not a quotation or shorter. */
const phraseOf = ({ text = '', type }: Partial<Statement>): string | null => {
  const words = type === 'direct' ? text.split(/\s+/).slice(0, PHRASE_WORDS) : []
  return words.length === PHRASE_WORDS && words.every((word) => /^[\p{L}’'-]+$/u.test(word))
    ? words.join(' ')
    : null
}
