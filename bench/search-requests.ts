import { select } from './database.ts'

/** Requests of one kind, and the aims for them at a million statements, in milliseconds. */
export interface SearchKind {
  readonly name: string
  readonly paths: readonly string[]
  /** The bodies to send with POST, one for each path; without them, the requests are reads with GET. */
  readonly bodies?: readonly object[]
  readonly p50?: number
  readonly p95: number
}

/** Checks the last 20 words of statements as quotations. */
const checks = (
  name: string,
  samples: readonly { readonly text: string }[],
  change: (words: string[]) => string[],
): SearchKind => ({
  name,
  paths: samples.map(() => '/v1/verify'),
  bodies: samples.map(({ text }) => ({ quote: change(text.split(' ').slice(-20)).join(' ') })),
  ...{ p50: 15, p95: 60 },
})

/** The number of quotations in a draft, and the length of a draft in characters. */
const QUOTATIONS = 12
const DRAFT_LENGTH = 5_000
const NARRATION =
  ' The meeting went on until late in the evening, and those who had come by train left before it ended.'

/** The changes of the quotations of a draft, in turn. The last one gives words that are not on record. */
const CHANGES: readonly ((words: string[]) => string[])[] = [
  (words) => words,
  (words) => words.with(10, 'never'),
  (words) => words.slice(-8),
  (words) => words,
  (words) => words.with(5, 'seventeen').with(14, 'perhaps'),
  (words) => words.toReversed(),
]

/** Writes drafts of five thousand characters with twelve quotations: right, changed, cut, and of another person. */
const drafts = (samples: readonly Sample[]): SearchKind => {
  const draftAt = (draft: number): string => {
    const paragraphs = Array.from({ length: QUOTATIONS }, (_, index) => {
      const { text, name } = samples[(draft * QUOTATIONS + index) % samples.length]!
      const words = text.replace(/[“”]/g, '').split(' ').slice(-20)
      const speaker = index % CHANGES.length === 3 ? samples[draft % samples.length]!.name : name
      return `“${CHANGES[index % CHANGES.length]!(words).join(' ')},” ${speaker} said.`
    })
    const room = (DRAFT_LENGTH - paragraphs.join('\n\n').length) / QUOTATIONS
    const narration = NARRATION.repeat(Math.max(1, Math.round(room / NARRATION.length)))
    return paragraphs.map((paragraph) => paragraph + narration).join('\n\n')
  }
  return {
    name: 'verify a draft of 12 quotations',
    paths: samples.map(() => '/v1/verify:draft'),
    bodies: samples.map((_, draft) => ({ text: draftAt(draft), published: '2026-03-10' })),
    p95: 400,
  }
}

/** Words and phrases that very many statements have. */
const COMMON = [
  'the',
  'people',
  'bridge',
  'winter budget',
  'school programme',
  'promise stands',
  'will be ready',
  'of the',
]

interface Sample {
  readonly text: string
  readonly slug: string
  readonly name: string
  readonly role: string
  readonly earliest: string
  readonly latest: string
}

/**
 * Returns the requests of each kind. They take their words and names from random statements, so that each search finds
 * something.
 * @param count the number of requests of each kind.
 */
export async function searchKinds(databaseUrl: string, count: number): Promise<SearchKind[]> {
  const samples = await select<Sample & Record<string, string>>(
    databaseUrl,
    `SELECT s.text, o.slug, o.name, s.role, (s.said_earliest - 400)::text AS earliest, (s.said_latest + 400)::text AS latest
     FROM statements s JOIN officials o ON o.id = s.official_id
     WHERE s.status = 'machine' AND s.said_earliest IS NOT NULL AND s.role IS NOT NULL
     ORDER BY hashtext(s.id::text) LIMIT ${count}`,
  )
  const each = (path: string, make: (sample: Sample, index: number) => Record<string, string>): string[] =>
    samples.map((sample, index) => `${path}?${new URLSearchParams(make(sample, index))}`)
  const list = (make: (sample: Sample, index: number) => Record<string, string>): string[] =>
    each('/v1/statements', make)
  return [
    {
      name: 'two rare words',
      paths: list(({ text }) => ({ q: lastWords(text, -2) })),
      ...{ p50: 10, p95: 40 },
    },
    { name: 'a phrase', paths: list(({ text }) => ({ q: `"${lastWords(text, -4)}"` })), p50: 10, p95: 40 },
    { name: 'very common words', paths: list((_sample, index) => ({ q: common(index) })), p95: 200 },
    { name: 'a common phrase', paths: list((_sample, index) => ({ q: `"${common(index)}"` })), p95: 200 },
    {
      name: 'common word, person, dates',
      paths: list(({ slug, earliest, latest }, index) => ({
        q: common(index),
        official: slug,
        said_from: earliest,
        said_to: latest,
      })),
      p95: 60,
    },
    {
      name: 'rare word, -said',
      paths: list(({ text }) => ({ q: lastWords(text, -1), sort: '-said' })),
      p95: 60,
    },
    {
      name: 'common word, -said',
      paths: list((_sample, index) => ({ q: common(index), sort: '-said' })),
      p95: 60,
    },
    {
      name: 'no match',
      paths: list(({ text }, index) => ({ q: `${lastWords(text, -1)} ${common(index)} zzzz${index}` })),
      p95: 60,
    },
    {
      name: 'no match, with filters to drop',
      paths: list(({ slug, text }, index) => ({
        ...{ q: `${lastWords(text, -1)} zzzz${index}`, official: slug },
        ...{ said_from: '2019-03', said_to: '2019-04', type: 'mixed' },
      })),
      p95: 60,
    },
    {
      name: 'plain question',
      paths: each('/v1/search', ({ name, text }) => ({
        q: `what did ${name} say about ${lastWords(text, -2)}`,
      })),
      p95: 60,
    },
    {
      name: 'facets of a rare search',
      paths: list(({ text }) => ({ q: lastWords(text, -2), facets: 'official,publisher,type,month' })),
      p95: 60,
    },
    {
      name: 'facets of a common search',
      paths: list((_sample, index) => ({ q: common(index), facets: 'official,publisher,type,month' })),
      p95: 200,
    },
    {
      name: 'facets of a person',
      paths: list(({ slug }) => ({ official: slug, facets: 'organization,publisher,status,year' })),
      p95: 200,
    },
    {
      name: 'suggest, beginnings',
      paths: each('/v1/suggest', ({ name }, index) => ({ q: begun(name, index) })),
      p95: 30,
    },
    {
      name: 'suggest, slips',
      paths: each('/v1/suggest', ({ name }, index) => ({ q: misspelt(name, index) })),
      p95: 30,
    },
    { name: 'suggest, titles', paths: each('/v1/suggest', ({ role }) => ({ q: role })), p95: 30 },
    { name: 'officials by name', paths: each('/v1/officials', ({ name }) => ({ q: name })), p95: 60 },
    {
      name: 'articles by words',
      paths: each('/v1/articles', ({ text }) => ({ q: lastWords(text, -2) })),
      p95: 60,
    },
    checks('verify 20 words', samples, (words) => words),
    checks('verify 20 words, one changed', samples, (words) => words.with(10, 'never')),
    drafts(samples),
    {
      name: 'timeline of a person',
      paths: samples.map(({ slug }) => `/v1/officials/${slug}/timeline`),
      p95: 200,
    },
    {
      name: 'dates of a person by month',
      paths: each('/v1/dates', ({ slug }) => ({ official: slug, granularity: 'month' })),
      p95: 60,
    },
    {
      name: 'changes of a person',
      paths: each('/v1/changes', ({ slug }) => ({ official: slug })),
      p95: 60,
    },
    ...Object.entries(LISTS).map(([name, path]) => ({
      name,
      paths: samples.slice(0, 20).map(() => path),
      p95: 60,
    })),
  ]
}

/** Lists that grow with the record. */
const LISTS: Readonly<Record<string, string>> = {
  'all statements': '/v1/statements',
  'all articles': '/v1/articles',
  'articles of a publisher': '/v1/articles?publisher=The+Daily+3',
  'all officials': '/v1/officials',
  'all organizations': '/v1/organizations',
  'all publishers': '/v1/publishers',
  'all dates': '/v1/dates',
  'all dates by month': '/v1/dates?granularity=month',
  'all changes': '/v1/changes',
  'changes of statements': '/v1/changes?subject=statement',
  'changes of organizations': '/v1/changes?subject=organization&after=10000',
  retractions: '/v1/changes?action=retracted',
  'erasures, none': '/v1/changes?action=erased',
}

const common = (index: number): string => COMMON[index % COMMON.length]!

const lastWords = (text: string, from: number): string =>
  text.replace('”', '').split(' ').slice(from).join(' ')

/** Returns the beginning of a name, or of a family name. */
function begun(name: string, index: number): string {
  const word = index % 2 === 0 ? name : name.split(' ').at(-1)!
  return word.slice(0, 3 + (index % 3))
}

/** Returns a name without one of the letters of its last word. */
function misspelt(name: string, index: number): string {
  const place = name.lastIndexOf(' ') + 2 + (index % 3)
  return name.slice(0, place) + name.slice(place + 1)
}
