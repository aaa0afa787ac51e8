import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seed } from '../../src/features/articles/ingestion/seed.ts'
import { read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

/** Tests the seeded service against the statements that a careful reader finds in the source article. */
let service: EmptyService
let request: ReturnType<typeof supertest>
let text: string
let statements: Statement[]

interface Evidence {
  readonly start: number
  readonly end: number
  readonly exact: string
}
interface Statement {
  readonly type: string
  readonly segments: readonly Evidence[]
  readonly quoted: readonly Evidence[]
  readonly cue: Evidence | null
  readonly speaker: {
    readonly name: string | null
    readonly organization: { readonly name: string } | null
    readonly role: string | null
    readonly attribution: string
    readonly mention: Evidence | null
  }
  readonly said: {
    readonly edtf: string
    readonly earliest: string | null
    readonly latest: string | null
    readonly basis: string
    readonly expression: Evidence | null
  }
}

const getJson = async (url: string) => (await request.get(url).expect(200)).body

beforeAll(async () => {
  service = await emptyService()
  await seed(service.database.db, NOW)
  request = supertest(service.url)
  const { items } = await getJson('/v1/articles')
  text = (await request.get(items[0].links.text).expect(200)).text
  statements = (await getJson('/v1/statements?limit=100')).items
})
afterAll(() => service.close())

type Offsets = readonly [start: number, end: number]

interface Expected {
  readonly type: 'direct' | 'mixed' | 'indirect'
  readonly content: readonly Offsets[]
  readonly speaker: Offsets
  readonly cue: Offsets
  readonly name: string | null
  readonly attribution: string
  readonly said: readonly [basis: string, earliest: string | null, latest: string]
  readonly expression?: Offsets
}

const UNDATED = ['publication', null, '2025-01-31'] as const

/** The expected statements in text order; offsets are [start, end) in UTF-16 code units. */
const EXPECTED: readonly Expected[] = [
  {
    type: 'indirect',
    content: [[83, 238]],
    speaker: [240, 278],
    cue: [279, 292],
    name: 'John Kirby',
    attribution: 'named',
    said: UNDATED,
  },
  {
    type: 'direct',
    content: [[501, 613]],
    speaker: [615, 617],
    cue: [618, 624],
    name: 'John Kirby',
    attribution: 'pronoun',
    said: UNDATED,
  },
  {
    type: 'direct',
    content: [[831, 1036]],
    speaker: [1038, 1040],
    cue: [1041, 1050],
    name: 'John Kirby',
    attribution: 'pronoun',
    said: UNDATED,
  },
  {
    type: 'direct',
    content: [
      [1280, 1410],
      [1412, 1622],
    ],
    speaker: [1624, 1629],
    cue: [1630, 1634],
    name: 'John Kirby',
    attribution: 'named',
    said: UNDATED,
  },
  {
    type: 'indirect',
    content: [[1735, 1935]],
    speaker: [1677, 1719],
    cue: [1720, 1734],
    name: 'Vedant Patel',
    attribution: 'named',
    said: ['relative-to-publication', '2024-08-01', '2024-08-31'],
    expression: [1659, 1675],
  },
  {
    type: 'mixed',
    content: [[2007, 2109]],
    speaker: [1953, 1997],
    cue: [1998, 2006],
    name: 'Matthew Miller',
    attribution: 'named',
    said: ['relative-to-narrative', '2024-09-01', '2024-09-30'],
    expression: [1937, 1951],
  },
  {
    type: 'indirect',
    content: [[2148, 2288]],
    speaker: [2125, 2146],
    cue: [2112, 2124],
    name: null,
    attribution: 'organization',
    said: UNDATED,
  },
  {
    type: 'direct',
    content: [[2799, 3012]],
    speaker: [3014, 3016],
    cue: [3017, 3021],
    name: 'Matthew Miller',
    attribution: 'pronoun',
    said: ['bounded', '2024-11-26', '2025-01-31'],
  },
  {
    type: 'direct',
    content: [[3322, 3562]],
    speaker: [3564, 3569],
    cue: [3570, 3574],
    name: 'Vedant Patel',
    attribution: 'named',
    said: ['relative-to-publication', '2024-12-01', '2024-12-31'],
    expression: [3116, 3126],
  },
]

/** The start offsets of paraphrases that may, but need not, be statements. */
const OPTIONAL: readonly number[] = [460, 683, 1161, 1219]

/** Parts that are not statements: the standfirst, a quoted subheading, the reporter's own words. */
const NEVER: readonly Offsets[] = [
  [2, 71],
  [1052, 1118],
  [2290, 2335],
  [3625, 3673],
]

const offsetsOf = ({ start, end }: Evidence): Offsets => [start, end]
const overlaps = ([start, end]: Offsets, [from, to]: Offsets): boolean => start < to && from < end
const at = (content: readonly Offsets[]) =>
  statements.find(({ segments }) => JSON.stringify(segments.map(offsetsOf)) === JSON.stringify(content))

describe.each(EXPECTED.map((expected, index) => [index + 1, expected] as const))(
  'statement %i',
  (_number, expected) => {
    it('has the expected words, speaker, cue and date', () => {
      const found = at(expected.content)
      expect(found, `no statement at ${JSON.stringify(expected.content)}`).toBeDefined()
      const { type, speaker, cue, said } = found!
      expect(type).toBe(expected.type)
      expect(speaker).toMatchObject({ name: expected.name, attribution: expected.attribution })
      expect(offsetsOf(speaker.mention!)).toEqual(expected.speaker)
      expect(offsetsOf(cue!)).toEqual(expected.cue)
      expect([said.basis, said.earliest, said.latest]).toEqual(expected.said)
      if (expected.expression) expect(offsetsOf(said.expression!)).toEqual(expected.expression)
    })
  },
)

describe('beyond the nine expected statements', () => {
  it('there are only permitted statements', () => {
    const others = statements.filter(
      ({ segments }) =>
        !EXPECTED.some(({ content }) => JSON.stringify(content) === JSON.stringify(segments.map(offsetsOf))),
    )
    for (const { segments } of others) {
      const { start, exact } = segments[0]!
      expect(OPTIONAL, exact).toContain(start)
    }
    for (const { segments } of statements) {
      for (const segment of segments) {
        const never = NEVER.filter((place) => overlaps(place, offsetsOf(segment)))
        expect(never, segment.exact).toEqual([])
      }
    }
  })
})

describe('evidence', () => {
  it('is exact everywhere: text.slice(start, end) === exact', () => {
    const evidenceIn = (value: unknown): Evidence[] => {
      if (typeof value !== 'object' || value === null) return []
      const nested = Object.values(value).flatMap(evidenceIn)
      return 'exact' in value ? [value as Evidence, ...nested] : nested
    }
    const all = evidenceIn(statements)
    expect(all.length).toBeGreaterThan(30)
    for (const { start, end, exact } of all) expect(text.slice(start, end)).toBe(exact)
  })

  it('marks only quoted words as verbatim', () => {
    for (const { type, segments, quoted } of statements) {
      if (type === 'direct') expect(quoted).toEqual(segments)
      if (type === 'indirect') expect(quoted).toEqual([])
    }
    const mixed = at([[2007, 2109]])
    expect(mixed?.quoted.map(offsetsOf)).toEqual([[2044, 2109]])
  })
})

describe('the lists of the seeded service', () => {
  it('have the two statements of one person by slug, newest first, each with its date', async () => {
    const { items, page } = await getJson('/v1/statements?official=vedant-patel&count=exact')
    expect(items.map(({ said }: Statement) => said.edtf)).toEqual(['2024-12', '2024-08'])
    expect(page.count).toBe(2)
  })

  it('have the dates with their precision', async () => {
    const { items } = await getJson('/v1/dates?sort=said')
    const bounds = items.map(({ earliest, latest }: Statement['said']) => [earliest, latest])
    expect(bounds).toEqual([
      ['2024-08-01', '2024-08-31'],
      ['2024-09-01', '2024-09-30'],
      ['2024-11-26', '2025-01-31'],
      ['2024-12-01', '2024-12-31'],
    ])
    for (const edtf of ['2024-08', '2024-09', '2024-12']) {
      expect(items.map((item: { edtf: string }) => item.edtf)).toContain(edtf)
    }
  })

  it('have three officials with their printed positions', async () => {
    const { items } = await getJson('/v1/officials')
    const people = items.map(
      (official: { slug: string; positions: { title: string; organization: { name: string } | null }[] }) => [
        official.slug,
        official.positions.map(({ title }) => title.toLowerCase()).toSorted(),
        [...new Set(official.positions.map(({ organization }) => organization?.name.toLowerCase()))],
      ],
    )
    expect(people).toEqual([
      ['john-kirby', expect.arrayContaining([expect.stringContaining('advisor')]), ['white house']],
      [
        'matthew-miller',
        expect.arrayContaining([expect.stringContaining('spokesperson')]),
        ['state department'],
      ],
      [
        'vedant-patel',
        expect.arrayContaining([expect.stringContaining('spokesperson')]),
        expect.arrayContaining(['state department']),
      ],
    ])
  })

  it('stay the same after a second seed', async () => {
    const size = () =>
      read(
        service.database.db,
        'SELECT (SELECT count(*) FROM statements) AS s, (SELECT position FROM ledger) AS p',
      )
    const before = await size()
    await seed(service.database.db, NOW)
    expect(await size()).toEqual(before)
  })
})
