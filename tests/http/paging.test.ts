import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/core/errors.ts'
import { type Position, slicePage } from '../../src/core/page.ts'
import { createCursors } from '../../src/http/cursor.ts'
import type { App } from '../../src/http/instance.ts'
import { runs } from '../support/runs.ts'
import { BOOKS, createLibrary } from './library.ts'

const position = fc.record<Position>({
  sort: fc.string(),
  values: fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 4 }),
  id: fc.string({ unit: 'grapheme' }),
  direction: fc.constantFrom('next', 'prev'),
})

describe('a cursor', () => {
  const cursors = createCursors('secret')

  it('decodes to the position that was encoded', () => {
    fc.assert(
      fc.property(position, fc.string(), (given, scope) => {
        const cursor = cursors.encode(given, scope)
        expect(cursor).toMatch(/^[\w-]+$/)
        expect(cursors.decode(cursor, given.sort, scope)).toEqual(given)
      }),
    )
  })

  const original: Position = { sort: '-said', values: ['2024-09-05', null, 3], id: 'a-1', direction: 'next' }
  const cursor = cursors.encode(original, '/v1/books?q=a')
  const codeOf = (text: string, sort = '-said', scope = '/v1/books?q=a', from = cursors): string => {
    try {
      from.decode(text, sort, scope)
      return 'read'
    } catch (error) {
      return error instanceof DomainError ? error.code : String(error)
    }
  }

  it('is invalid after any change (10,000 mutations)', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. \0é'
    const character = fc.constantFrom(...alphabet)
    const at = fc.nat(cursor.length)
    const mutation = fc.oneof(
      fc.tuple(at, character).map(([i, c]) => cursor.slice(0, i) + c + cursor.slice(i + 1)),
      fc.tuple(at, character).map(([i, c]) => cursor.slice(0, i) + c + cursor.slice(i)),
      fc.tuple(at, at).map(([i, j]) => cursor.slice(0, i) + cursor.slice(j)),
      fc.tuple(at, at).map(([i, j]) => cursor.slice(i) + cursor.slice(0, j)),
      fc.string(),
      fc.base64String(),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    )
    fc.assert(
      fc.property(mutation, (text) => {
        fc.pre(text !== cursor)
        expect(codeOf(text)).toBe('invalid_cursor')
      }),
      runs(10_000),
    )
  })

  it('is valid for one list, one sort and one key', () => {
    expect(codeOf(cursor)).toBe('read')
    expect(codeOf(cursor, 'said')).toBe('invalid_cursor')
    expect(codeOf(cursor, '-said', '/v1/books?q=b')).toBe('invalid_cursor')
    expect(codeOf(cursor, '-said', '/v1/films?q=a')).toBe('invalid_cursor')
    expect(codeOf(cursor, '-said', '/v1/books?q=a', createCursors('other'))).toBe('invalid_cursor')
    expect(codeOf('x'.repeat(1_000_000))).toBe('invalid_cursor')
  })
})

describe('a page', () => {
  const keyed = (row: number) => ({ key: { values: [row], id: String(row) }, item: row })
  const ascending = (limit: number, at: Position | null, rows: readonly number[]) => {
    const from = at === null ? Number.NEGATIVE_INFINITY : Number(at.values[0])
    const near =
      at?.direction === 'prev' ? rows.filter((row) => row < from).reverse() : rows.filter((row) => row > from)
    return slicePage({ limit, sort: 's', position: at }, near.slice(0, limit + 1).map(keyed))
  }

  it('links visit every row once, forwards and backwards', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 10 }),
        (given, limit) => {
          const rows = given.sort((a, b) => a - b)
          const forwards: number[] = []
          let page = ascending(limit, null, rows)
          expect(page.prev).toBeNull()
          for (;;) {
            forwards.push(...page.items)
            if (page.next === null) break
            page = ascending(limit, page.next, rows)
          }
          expect(forwards).toEqual(rows)
          let backwards = [...page.items]
          while (page.prev !== null) {
            page = ascending(limit, page.prev, rows)
            expect(page.next).not.toBeNull()
            backwards = [...page.items, ...backwards]
          }
          expect(backwards).toEqual(rows)
        },
      ),
    )
  })
})

describe('a list over HTTP', () => {
  let app: App
  beforeAll(async () => {
    app = await createLibrary()
  })
  afterAll(() => app.close())

  const relations = (link: string): Record<string, string> =>
    Object.fromEntries([...link.matchAll(/<([^>]*)>; rel="(\w+)"/g)].map((match) => [match[2]!, match[1]!]))

  it.each(['', '&sort=-pages', '&q=a%20b&kind=novel,poem'])(
    'returns every item once if a client follows next%s',
    async (filters) => {
      const seen: string[] = []
      let url: string | null = `/v1/books?limit=10${filters}`
      while (url !== null) {
        const answer: Awaited<ReturnType<App['inject']>> = await app.inject(url)
        const { items, page } = answer.json()
        seen.push(...items.map((book: { id: string }) => book.id))
        const { first, prev, next } = relations(String(answer.headers.link))
        expect({ first, prev: prev ?? null, next: next ?? null }).toEqual({
          first: page.first,
          prev: page.prev,
          next: page.next,
        })
        expect((await app.inject(page.self)).json()).toEqual(answer.json())
        url = page.next
      }
      expect(seen).toHaveLength(BOOKS.length)
      expect(new Set(seen).size).toBe(BOOKS.length)
    },
  )

  it('accepts a cursor with other view parameters, but not with other filters', async () => {
    const { page } = (await app.inject('/v1/books?limit=10&q=a')).json()
    const cursor = new URL(page.next, 'http://x').searchParams.get('cursor')
    const statusOf = async (query: string) => {
      const answer = await app.inject(`/v1/books?cursor=${cursor}&${query}`)
      return answer.statusCode === 200 ? 200 : answer.json().code
    }
    expect(await statusOf('q=a')).toBe(200)
    expect(await statusOf('q=a&limit=3&fields=id&count=exact&expand=author')).toBe(200)
    expect(await statusOf('q=a&sort=pages')).toBe(200)
    expect(await statusOf('q=b')).toBe('invalid_cursor')
    expect(await statusOf('')).toBe('invalid_cursor')
    expect(await statusOf('q=a&kind=poem')).toBe('invalid_cursor')
    expect(await statusOf('q=a&sort=-pages')).toBe('invalid_cursor')
  })

  it('returns the count only if asked to', async () => {
    expect((await app.inject('/v1/books')).json().page.count).toBeNull()
    expect((await app.inject('/v1/books?count=exact&limit=1')).json().page.count).toBe(BOOKS.length)
  })
})
