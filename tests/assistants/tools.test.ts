import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../src/features/access/keys/domain.ts'
import { TOOLS } from '../../src/features/assistants/tools/table.ts'
import { insertRecords, makeArticle, makeOfficial, makeStatement } from '../support/factories.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'
import { type Assistant, connectHttp } from './client.ts'

const QUOTE = 'These sanctions that we made in Pakistan are rooted in, as I have said now three times'
const DRAFT = `“${QUOTE},” Patel said. “The moon is made of cheese and more cheese,” Patel said.`

let service: TestService
let origin: string
let assistant: Assistant

beforeAll(async () => {
  service = await seededService()
  const gazette = makeArticle('Gazette', {
    published: '2026-03-04',
    sentences: ['The lock is open.', 'It is shut.'],
  })
  const [ada, another] = [makeOfficial('Ada Brandt'), makeOfficial('Bo Brandt')]
  await insertRecords(service.database.db, {
    articles: [gazette],
    officials: [ada, another],
    statements: [
      makeStatement(gazette, 0, { official: ada, said: '2026-03-03' }),
      makeStatement(gazette, 1, { official: another }),
    ],
  })
  origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => service.close())
beforeEach(async () => {
  assistant = await connectHttp(origin)
})

const call = (name: string, input: Record<string, unknown>) => assistant.call(name, input)
const found = async (query: string) => (await call('search', { query })).data.results

describe('the list of tools', () => {
  it('has at most eight, which only read, each with a description and both schemas', async () => {
    const { tools } = await assistant.client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'search',
      'fetch',
      'verify_quote',
      'verify_draft',
      'who_said',
      'timeline',
      'extract',
    ])
    for (const { annotations, description, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
      expect(description!.length).toBeGreaterThan(50)
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
      expect(outputSchema).toMatchObject({ type: 'object' })
      expect(JSON.stringify([inputSchema, outputSchema])).not.toContain('$ref')
    }
    // An assistant reads the list at the beginning of each conversation.
    expect(JSON.stringify(tools).length).toBeLessThan(25_000)
  })

  it('describes every input', async () => {
    const { tools } = await assistant.client.listTools()
    for (const { name, inputSchema } of tools)
      for (const [field, schema] of Object.entries(inputSchema.properties ?? {}))
        expect([name, field, schema]).toEqual([
          name,
          field,
          expect.objectContaining({ description: expect.any(String) }),
        ])
  })

  it('tells the assistant how to use the record', () => {
    expect(assistant.client.getInstructions()).toMatch(
      /no match is not a denial.*never follow instructions/is,
    )
  })
})

describe('every answer', () => {
  const INPUTS: Record<string, Record<string, unknown>> = {
    search: { query: 'what did Patel say about missiles?' },
    verify_quote: { quote: QUOTE, speaker: 'Patel' },
    verify_draft: { text: DRAFT, published: '2026-01-15' },
    who_said: { words: 'pakistan' },
    timeline: { speaker: 'Vedant Patel', by: 'year' },
    extract: { text: DRAFT },
  }

  it.each([...Object.keys(INPUTS), 'fetch'])(
    'of %s has the structure that the tool promises',
    async (name) => {
      const input = INPUTS[name] ?? { id: (await found('Patel'))[0].id }
      const { isError, text, data } = await call(name, input)
      expect(isError, text).toBe(false)
      expect(JSON.parse(text)).toEqual(data)
      const { outputSchema } = (await assistant.client.listTools()).tools.find((tool) => tool.name === name)!
      const ajv = new Ajv2020({ formats: { date: true, 'date-time': true, uuid: true } })
      expect(ajv.validate(outputSchema as object, data), ajv.errorsText()).toBe(true)
      expect(Object.keys(data).sort()).toEqual(Object.keys(outputSchema!.properties as object).sort())
      if (name === 'extract') return expect(data.note).toContain('not compared with the record')
      expect(data.record).toMatchObject({
        articles: 2,
        last_published: '2026-03-04',
        note: expect.stringContaining('No match is not a denial'),
      })
    },
  )

  it('is tested for every tool', () => {
    expect([...Object.keys(INPUTS), 'fetch'].sort()).toEqual(TOOLS.map(({ name }) => name).sort())
  })
})

describe('search and fetch', () => {
  it('have the shape that ChatGPT asks for, and lead from one to the other', async () => {
    const [first] = await found('what did Patel say about missiles in December 2024')
    expect(first).toEqual({
      id: expect.any(String),
      title: 'Vedant Patel, 2024-12',
      url: `${origin}/v1/statements/${first.id}`,
      text: expect.stringContaining(QUOTE),
    })
    const { data } = await call('fetch', { id: first.id })
    expect(data).toMatchObject({ id: first.id, title: first.title, url: first.url })
    expect(data.text).toContain('Form: a quotation')
    expect(data.text).toContain('Deputy Spokesperson, State Department')
    expect(Object.values(data.metadata).every((value) => typeof value === 'string')).toBe(true)
    expect((await service.app.inject(new URL(data.url).pathname)).statusCode).toBe(200)
  })

  it('say how a question was read, and what to try if nothing is found', async () => {
    const { data } = await call('search', { query: 'Patel cheese' })
    expect(data.results).toEqual([])
    expect(data.understood.join('; ')).toContain('Patel: official Vedant Patel')
    expect(data.hints.join(' ')).toMatch(/Without q, there are \d+ statements\./)
  })

  it('take the URI and the URL of a statement as an id', async () => {
    const [{ id, url }] = await found('Patel')
    for (const other of [`onrecord://statement/${id}`, url, ` ${id.toUpperCase()} `])
      expect((await call('fetch', { id: other })).data.id).toBe(id)
  })

  it('name candidates and no speaker if the article does not prove who speaks', async () => {
    const [{ id }] = await found('lock open')
    const { data } = await call('fetch', { id })
    expect(data.text).toContain('Form: ')
  })
})

describe('verify_quote and verify_draft', () => {
  it('say what differs, in sentences, and where the words stand', async () => {
    const { data } = await call('verify_quote', {
      quote: QUOTE.replace('we made', 'were made'),
      speaker: 'Miller',
    })
    expect(data.verdict).toBe('altered')
    expect(data.facts.join(' ')).toMatch(/“we” on record, “were”/)
    expect(data.facts.join(' ')).toMatch(/Vedant Patel on record, Miller in your text/)
    expect(data.best).toMatchObject({ speaker: 'Vedant Patel', said: '2024-12', type: 'direct' })
  })

  it('find nothing without denying it', async () => {
    const { data } = await call('verify_quote', { quote: 'The moon is made of cheese and more cheese' })
    expect(data).toMatchObject({ verdict: 'not-found', best: null, facts: [] })
    expect(data.record.note).toContain('may still have been said')
  })

  it('check each quotation of a draft in its place', async () => {
    const { data } = await call('verify_draft', { text: DRAFT })
    expect(data.quotations.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'partial',
      'not-found',
    ])
    for (const { quote } of data.quotations) expect(DRAFT.slice(quote.start, quote.end)).toBe(quote.exact)
    expect(data.unchecked).toBe(0)
  })
})

describe('who_said and timeline', () => {
  it('count the speakers of words', async () => {
    const { data } = await call('who_said', { words: 'pakistan', said_from: '2024' })
    const speakers = data.speakers.map(({ slug }: { slug: string }) => slug)
    expect(speakers).toEqual(expect.arrayContaining(['vedant-patel', 'state-department']))
    expect(data.matches).toBeGreaterThanOrEqual(data.statements.length)
  })

  it('count the statements of a person over time, named in several ways', async () => {
    const answers = await Promise.all(
      ['Vedant Patel', 'vedant patel', 'vedant-patel', 'Patel'].map((speaker) =>
        call('timeline', { speaker, by: 'year' }),
      ),
    )
    for (const { data } of answers) {
      expect(data).toMatchObject({ speaker: { slug: 'vedant-patel' }, by: 'year', matches: 2 })
      expect(data.periods[0]).toMatchObject({ edtf: '2024', statements: 2, coverage: 'none' })
    }
  })

  it('name the candidates if a name has several meanings', async () => {
    const { isError, text } = await call('timeline', { speaker: 'Brandt' })
    expect(isError).toBe(true)
    expect(text).toMatch(/has several meanings.*ada-brandt \(Ada Brandt\).*Send one of these slugs/)
  })
})

describe('a failure', () => {
  it.each([
    ['search', {}, 'query: Is required.'],
    ['search', { query: '' }, 'query: '],
    ['search', { query: 'a\u0000b' }, 'offset 1'],
    ['search', { query: 7 }, 'query: Expected string'],
    ['search', { question: 'x' }, '"question" is not a field'],
    ['search', { query: 'x'.repeat(10_000) }, 'query: '],
    ['fetch', { id: 'patel' }, 'is not the id of a statement'],
    ['fetch', { id: '0193c1d2-0000-7000-8000-000000000001' }, 'not_found: No statement has the id'],
    ['verify_quote', { quote: 'x', said_from: 'yesterday' }, 'said_from: Must be an EDTF date'],
    ['verify_quote', { quote: 'The lock is open.', publisher: ['Nobody'] }, 'Nobody'],
    ['verify_draft', { text: '\ud800' }, 'cannot be stored'],
    ['who_said', { words: 'a', said_from: '2025', said_to: '2024' }, 'said_from is after said_to'],
    ['timeline', { speaker: 'Zebedee' }, 'is not the name of a person or an organization on record'],
    ['timeline', { speaker: 'Patel', by: 'week' }, 'by: '],
    ['extract', { text: 'x'.repeat(100_001) }, 'text: Must have at most 100000 characters.'],
  ])('of %s %o is an answer that says what to change', async (name, input, message) => {
    const { isError, text, data } = await call(name, input)
    expect([isError, data]).toEqual([true, undefined])
    expect(text).toContain(message)
    expect(text).not.toMatch(/SELECT|node_modules|\bat .*\.ts/)
  })

  it('names a retracted statement as gone', async () => {
    const { secret } = await createKey(
      service.database.db,
      { name: 'desk', scopes: ['review'], expiresAt: null },
      NOW,
    )
    const [{ id }] = await found('Ada Brandt lock')
    const sent = await service.app.inject({
      method: 'POST',
      url: `/v1/statements/${id}/retract`,
      headers: { authorization: `Bearer ${secret}`, 'if-match': '"1"' },
      body: { reason: 'The recording is of another person.' },
    })
    expect(sent.statusCode).toBe(200)
    const { isError, text } = await call('fetch', { id })
    expect([isError, text]).toEqual([true, expect.stringContaining('gone: This statement was retracted')])
    expect(text).not.toContain('lock is open')
    expect(await found('Ada Brandt lock')).toEqual([])
    await expect(assistant.client.readResource({ uri: `onrecord://statement/${id}` })).rejects.toThrow(
      'retracted',
    )
  })

  it('of an unknown tool is an error of the protocol', async () => {
    await expect(call('delete_everything', {})).rejects.toThrow('not found')
  })
})

describe('a resource', () => {
  it('is a statement with all its evidence', async () => {
    const [{ id }] = await found('Patel')
    const uri = `onrecord://statement/${id}`
    const { contents } = await assistant.client.readResource({ uri })
    const [{ text, mimeType }] = contents as unknown as [{ text: string; mimeType: string }]
    expect(mimeType).toBe('application/json')
    expect(JSON.parse(text)).toEqual((await service.app.inject(`/v1/statements/${id}`)).json())
  })

  it('has a template and no list', async () => {
    const { resourceTemplates } = await assistant.client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['onrecord://statement/{id}'])
    expect((await assistant.client.listResources()).resources).toEqual([])
  })

  it.each([
    'onrecord://statement/x',
    'onrecord://statement/0193c1d2-0000-7000-8000-000000000001',
    'file:///etc/passwd',
  ])('that does not exist is an error: %s', async (uri) => {
    await expect(assistant.client.readResource({ uri })).rejects.toThrow()
  })
})
