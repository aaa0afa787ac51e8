import { describe, expect, it } from 'vitest'
import { loadArticle } from '../../../../../src/features/articles/ingestion/load-article.ts'
import { fromNinjs } from '../../../../../src/features/articles/ingestion/ninjs.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const TEXT_MAX = 2_000_000
const HTML_MAX = 3_000_000

/** Answers every address with one document. */
const serving = (mediaType: string, content: string) => async (url: string) => ({
  url,
  mediaType,
  charset: 'utf-8',
  bytes: Buffer.from(content),
})
const nothing = async (): Promise<never> => {
  throw new Error('nothing is fetched here')
}
const long = (length: number): string => 'word '.repeat(length / 5 + 1).slice(0, length)
const url = 'https://gazette.example/ferry'

describe('the limit of a text', () => {
  it.each([
    ['text', (text: string) => loadArticle({ text }, nothing, NOW)],
    ['HTML', (text: string) => loadArticle({ html: `<p>${text}</p>` }, nothing, NOW)],
    ['a fetched page', (text: string) => loadArticle({ url }, serving('text/html', `<p>${text}</p>`), NOW)],
    ['a fetched text', (text: string) => loadArticle({ url }, serving('text/plain', text), NOW)],
    [
      'a body of a ninjs item',
      (value: string) =>
        loadArticle(fromNinjs({ uri: url, bodies: [{ contenttype: 'text/plain', value }] }), nothing, NOW),
    ],
  ])('holds for %s', async (_name, load) => {
    // The last character is no space, which HTML would lose.
    expect((await load(`${long(TEXT_MAX - 1)}.`)).text).toHaveLength(TEXT_MAX)
    await expect(load(`${long(TEXT_MAX)}.`)).rejects.toMatchObject({
      code: 'unreadable_article',
      message: expect.stringContaining('Send it in several parts'),
    })
  })

  it('of HTML is the same for a fetched page and for a sent page', async () => {
    const page = (length: number): string => '<p>Two words.</p><!--'.padEnd(length, '-')
    for (const load of [
      (html: string) => loadArticle({ html }, nothing, NOW),
      (html: string) => loadArticle({ url }, serving('text/html', html), NOW),
    ]) {
      expect((await load(page(HTML_MAX))).text).toBe('Two words.')
      await expect(load(page(HTML_MAX + 1))).rejects.toMatchObject({ code: 'unreadable_article' })
    }
  })
})
