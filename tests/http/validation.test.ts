import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/http/instance.ts'
import { createLibrary } from './library.ts'

let app: App
beforeAll(async () => {
  app = await createLibrary()
})
afterAll(() => app.close())

describe('parameters', () => {
  it.each([
    ['limt=3', 'limt', 'unknown_parameter', 'Did you mean "limit"?'],
    ['Limit=3', 'Limit', 'unknown_parameter', 'Did you mean "limit"?'],
    ['feilds=id', 'feilds', 'unknown_parameter', 'Did you mean "fields"?'],
    ['zzzzzzzz=1', 'zzzzzzzz', 'unknown_parameter', 'Use one of limit, cursor, count'],
    ['fields=titel', 'fields', 'invalid_parameter', 'Did you mean "title"?'],
    ['fields=id,', 'fields', 'invalid_parameter', '"" is not one of id, title, pages.'],
    ['expand=autor', 'expand', 'invalid_parameter', 'Did you mean "author"?'],
    ['sort=page', 'sort', 'invalid_parameter', 'Did you mean "pages"?'],
    ['count=exat', 'count', 'invalid_parameter', 'Did you mean "exact"?'],
    ['kind=novell', 'kind', 'invalid_parameter', 'Did you mean "novel"?'],
    [
      'limit=1&limit=2',
      'limit',
      'invalid_parameter',
      'Send this parameter once. The request has it 2 times.',
    ],
    ['q=a&q=b&q=c', 'q', 'invalid_parameter', 'Send this parameter once. The request has it 3 times.'],
    ['sort=pages&sort=pages', 'sort', 'invalid_parameter', 'Send this parameter once'],
    ['illustrated=yes', 'illustrated', 'invalid_parameter', 'Must be true or false.'],
    ['min=1.5', 'min', 'invalid_parameter', 'from 0 to 1'],
    ['min=-0', 'min', 'invalid_parameter', 'from 0 to 1'],
    ['min=1e-3', 'min', 'invalid_parameter', 'from 0 to 1'],
    ['min=', 'min', 'invalid_parameter', 'from 0 to 1'],
    ['q=a%00b', 'q', 'invalid_parameter', 'Contains a NUL character at offset 1'],
    [`q=${'x'.repeat(101)}`, 'q', 'invalid_parameter', 'at most 100 characters'],
    [`cursor=${'x'.repeat(4097)}`, 'cursor', 'invalid_parameter', '4096'],
  ])('answers 400 to ?%s and names the parameter', async (query, parameter, code, message) => {
    const answer = await app.inject(`/v1/books?${query}`)
    expect(answer.statusCode).toBe(400)
    const fault = answer.json().errors[0]
    expect(fault).toMatchObject({ parameter, code })
    expect(fault.message).toContain(message)
    expect(answer.json().detail).toContain(message)
  })

  it.each([
    ['0'],
    ['-1'],
    ['1.5'],
    ['NaN'],
    ['Infinity'],
    ['1e2'],
    ['0x10'],
    [''],
    ['%20'],
    ['٣'],
    ['99999999999999999999'],
  ])('answers 400 to limit=%s', async (value) => {
    const answer = await app.inject(`/v1/books?limit=${encodeURI(value)}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors[0].parameter).toBe('limit')
  })

  it.each([
    ['', 20, 20],
    ['limit=1', 1, 1],
    ['limit=100', 100, 47],
    ['limit=101', 100, 47],
    ['limit=999999999999999', 100, 47],
    ['limit=007', 7, 7],
  ])('?%s uses limit %i', async (query, used, items) => {
    const body = (await app.inject(`/v1/books?${query}`)).json()
    expect(body.page.limit).toBe(used)
    expect(body.items).toHaveLength(items)
  })

  it('accepts lists with commas or repeated parameters, and removes duplicates', async () => {
    for (const query of ['fields=id,title', 'fields=id&fields=title', 'fields=title,id,id&fields=%20id']) {
      const body = (await app.inject(`/v1/books?limit=1&${query}`)).json()
      expect(Object.keys(body.items[0]).sort()).toEqual(['id', 'title'])
    }
  })

  it('answers 400 to an identifier that is neither a UUID nor a slug', async () => {
    for (const id of ['Book', 'a--b', '-a', 'a_b', 'a%2Fb', 'é', '%F0%9F%93%96']) {
      const answer = await app.inject(
        `/v1/books/${encodeURI(decodeURIComponent(id))}`.replace('a/b', 'a%2Fb'),
      )
      expect([id, answer.statusCode, answer.json().code]).toEqual([id, 400, 'invalid_parameter'])
    }
  })

  it('lists all faults in one response, at most fifty', async () => {
    const two = (await app.inject('/v1/books?limit=0&min=2&bogus=1')).json()
    expect(two.code).toBe('unknown_parameter')
    expect(two.errors.map((fault: { parameter: string }) => fault.parameter).sort()).toEqual([
      'bogus',
      'limit',
      'min',
    ])
    const many = Array.from({ length: 400 }, (_, index) => `p${index}=1`).join('&')
    expect((await app.inject(`/v1/books?${many}`)).json().errors).toHaveLength(50)
  })
})

describe('bodies', () => {
  const post = (payload: unknown) =>
    app.inject({ method: 'POST', url: '/v1/books', payload: payload as object })

  it.each([
    [{}, '/title', 'Is required.'],
    [{ title: 5 }, '/title', 'Expected string, received number.'],
    [{ title: '' }, '/title', 'Must not be empty.'],
    [{ title: 'a\0' }, '/title', 'NUL character at offset 1'],
    [{ title: 'ab\ud800c' }, '/title', 'half of a surrogate pair at offset 2'],
    [{ title: 'x', pagse: 1 }, '/pagse', 'Did you mean "pages"?'],
    [{ title: 'x', 'a/b~c': 1 }, '/a~1b~0c', 'not a field of this object'],
    [{ title: 'x', tags: [{ name: 'a' }, { nam: 'b', name: 'c' }] }, '/tags/1/nam', 'Did you mean "name"?'],
    [{ title: 'x', tags: [{ name: 3 }] }, '/tags/0/name', 'Expected string'],
  ])('answers 422 to %j and points to %s', async (payload, pointer, message) => {
    const raw = JSON.stringify(payload)
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/books',
      headers: { 'content-type': 'application/json' },
      payload: raw,
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].pointer).toBe(pointer)
    expect(answer.json().errors[0].message).toContain(message)
  })

  it('removes fields from a response that its schema does not declare', async () => {
    const answer = await post({ title: 'Lanterns 📖' })
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toEqual({ id: 'book-99', title: 'Lanterns 📖', pages: 1 })
  })
})
