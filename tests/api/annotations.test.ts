import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertRecords, makeArticle, makeStatement } from '../support/factories.ts'
import { type EmptyService, emptyService } from './empty-service.ts'

const SENTENCES = Array.from({ length: 230 }, (_, index) => `Lock ${index} is open.`)
const long = makeArticle('Locks', { sentences: SENTENCES })
const empty = makeArticle('A leaflet')
const PROFILE = 'http://www.w3.org/ns/anno.jsonld'

let service: EmptyService
beforeAll(async () => {
  service = await emptyService()
  await insertRecords(service.database.db, {
    articles: [long, empty],
    statements: SENTENCES.map((_, index) =>
      makeStatement(long, index, { status: index === 7 ? 'rejected' : 'machine' }),
    ),
  })
})
afterAll(() => service.close())

const annotationsOf = ({ row }: { row: { id: string } }): string =>
  `${service.url}/v1/articles/${row.id}/annotations`

// biome-ignore lint/suspicious/noExplicitAny: the test checks the structure of responses.
const read = async (url: string): Promise<any> => (await fetch(url)).json()

it('is a collection whose pages lead to each other and have every annotation once, in text order', async () => {
  const collection = await read(annotationsOf(long))
  expect(collection).toMatchObject({
    '@context': PROFILE,
    id: annotationsOf(long),
    type: 'AnnotationCollection',
    label: 'Statements in Locks',
    total: 229,
  })
  const pages = [collection.first]
  for (let next = collection.first.next; next; next = pages.at(-1).next) pages.push(await read(next))
  expect(pages.map(({ type, startIndex }) => [type, startIndex])).toEqual([
    ['AnnotationPage', 0],
    ['AnnotationPage', 100],
    ['AnnotationPage', 200],
  ])
  expect(pages.at(-1).id).toBe(collection.last)
  expect(pages.slice(1).map(({ prev }) => prev)).toEqual(pages.slice(0, -1).map(({ id }) => id))
  for (const page of pages) {
    expect(page.partOf).toEqual({ id: collection.id, type: 'AnnotationCollection', total: 229 })
    expect(await read(page.id)).toEqual(page)
  }
  const items = pages.flatMap((page) => page.items)
  const starts = items.map(({ target }) => target[0].selector[0].start)
  expect(starts).toEqual([...starts].sort((one, other) => one - other))
  expect(new Set(items.map(({ id }) => id)).size).toBe(229)
})

it('has the media type of Web Annotations, and plain JSON on request', async () => {
  for (const url of [annotationsOf(long), `${annotationsOf(long)}/1`]) {
    const types = await Promise.all(
      ['*/*', 'application/ld+json', 'application/json'].map(async (accept) =>
        (await fetch(url, { headers: { accept } })).headers.get('content-type'),
      ),
    )
    const linked = `application/ld+json; profile="${PROFILE}"; charset=utf-8`
    expect(types).toEqual([linked, linked, 'application/json; charset=utf-8'])
  }
})

it('has an empty page for an article without statements', async () => {
  const { total, first, last } = await read(annotationsOf(empty))
  expect([total, first.items, last]).toEqual([0, [], first.id])
})

it('answers 404 after the last page, and 400 for a page that is no number', async () => {
  const after = await fetch(`${annotationsOf(long)}/3`)
  expect([after.status, await after.json()]).toEqual([
    404,
    expect.objectContaining({ detail: expect.stringContaining('/annotations/2') }),
  ])
  expect((await fetch(`${annotationsOf(long)}/first`)).status).toBe(400)
})
