import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf, isAbridged, parseAbridged } from './abridged.ts'

const ANSWER = {
  items: [
    { id: 'a', text: 'The ferry will run all winter', tags: [1, 2, 3, 4] },
    { id: 'b', text: '“…”', tags: [] },
    { id: 'c', text: 'The bridge is shut', tags: [5] },
  ],
  page: { limit: 3, next: null },
}

const check = (shown: string): string | null => differenceOf(parseAbridged(shown), ANSWER)

describe('an abridged answer', () => {
  it.each([
    ['the answer in full', JSON.stringify(ANSWER)],
    ['only omitted fields', '{ … }'],
    ['some of the fields', '{ "page": { "next": null, … }, … }'],
    ['fields left out on both sides', '{ …, "page": { …, "next": null }, … }'],
    ['a whole value left out', '{ "items": …, "page": { "limit": 3, "next": … } }'],
    ['the first items of a list', '{ "items": [{ "id": "a", … }, …], … }'],
    ['the last items of a list', '{ "items": […, { "id": "c", … }], … }'],
    ['items left out in the middle', '{ "items": [{ "id": "a", … }, …, { "id": "c", … }], … }'],
    ['a list of numbers', '{ "items": [{ "tags": [1, …, 3, …], … }, …], … }'],
    ['the beginning of a text', '{ "items": [{ "text": "The ferry …", … }, …], … }'],
    ['the ends of a text', '{ "items": [{ "text": "The … run … winter", … }, …], … }'],
    ['a text that has the mark itself', '{ "items": [{ … }, { "text": "“…”", … }, { … }], … }'],
  ])('may show %s', (_, shown) => {
    expect(check(shown)).toBeNull()
  })

  it.each([
    ['a wrong value', '{ "page": { "limit": 4, … }, … }', 'the answer.page.limit is 3, not 4'],
    ['a field that is not there', '{ "pages": …, … }', 'the answer has no field "pages"'],
    ['fewer fields without a mark', '{ "page": … }', 'the answer has more fields: items'],
    [
      'a mark where no field is left out',
      '{ "items": …, "page": …, … }',
      'the answer has no more fields: remove the …',
    ],
    [
      'fewer items without a mark',
      '{ "items": [{ "id": "a", … }], … }',
      'the answer.items has 3 items, not 1',
    ],
    [
      'a mark where no item is left out',
      '{ "items": [{ … }, { … }, { … }, …], … }',
      'the answer.items has no items like those shown after item 3',
    ],
    [
      'items in another order',
      '{ "items": [{ "id": "b", … }, …, { "id": "a", … }], … }',
      'the answer.items[0].id is "a", not "b"',
    ],
    [
      'words that are not there',
      '{ "items": [{ "text": "The … swims … winter", … }, …], … }',
      'the answer.items[0].text is "The ferry will run all winter", not "The … swims … winter"',
    ],
    ['a mark where no words are left out', '{ "items": [{ "id": "a…", … }, …], … }', 'id is "a", not "a…"'],
    ['another type', '{ "items": { … }, … }', 'the answer.items is ['],
  ])('may not show %s', (_, shown, difference) => {
    expect(check(shown)).toContain(difference)
  })

  it('must be JSON apart from the marks', () => {
    expect(() => check('{ "items": … "page": … }')).toThrow(SyntaxError)
  })

  it('is the answer itself when nothing is left out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shown = JSON.stringify(value)
        fc.pre(!isAbridged(shown))
        expect(parseAbridged(shown)).toEqual(JSON.parse(shown))
        expect(differenceOf(parseAbridged(shown), JSON.parse(shown))).toBeNull()
      }),
    )
  })
})
