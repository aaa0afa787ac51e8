import { expect, it } from 'vitest'
import {
  loadArticle,
  type NewArticle,
} from '../../../../../../src/features/articles/ingestion/load-article.ts'
import { SHELLS } from './shells.ts'
import { STORIES } from './stories.ts'

const NOW = new Date('2026-11-23T10:00:00Z')

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Returns the F1 of the words of a text. */
function f1(found: string, right: string): number {
  const left = new Map<string, number>()
  for (const word of wordsOf(right)) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of wordsOf(found)) {
    const rest = left.get(word) ?? 0
    if (rest > 0) common++
    left.set(word, rest - 1)
  }
  return (2 * common) / (wordsOf(found).length + wordsOf(right).length)
}

const pages = Object.entries(SHELLS).flatMap(([name, shell]) =>
  STORIES.map((story) => ({ name, story, page: shell(story) })),
)

const read = ({ page }: (typeof pages)[number]): Promise<NewArticle> =>
  loadArticle(
    { ...(page.address === null ? {} : { url: page.address }), html: page.html },
    async () => {
      throw new Error('nothing is fetched here')
    },
    NOW,
  )

it('reads pages of many publishing systems', async () => {
  const results = await Promise.all(pages.map(async (one) => ({ ...one, article: await read(one) })))
  const share = (right: number, of: number): number => right / of
  const dated = results.filter(({ page }) => page.published !== null)
  const signed = results.filter(({ page }) => page.byline !== null)
  const isDate = ({ page, article }: (typeof results)[number]): boolean =>
    (article.published?.edtf ?? null) === page.published
  const figures = {
    pages: results.length,
    published: share(dated.filter(isDate).length, dated.length),
    wrong: share(
      results.filter((one) => one.article.published !== null && !isDate(one)).length,
      results.length,
    ),
    byline: share(signed.filter(({ page, article }) => article.byline === page.byline).length, signed.length),
    title: share(
      results.filter(({ story, article }) => article.title === story.title).length,
      results.length,
    ),
    text: share(
      results.reduce((sum, { story, article }) => sum + f1(article.text, story.paragraphs.join('\n\n')), 0),
      results.length,
    ),
    lost: results.filter(({ story, article }) => f1(article.text, story.paragraphs.join(' ')) < 0.5).length,
  }
  console.info(figures)
  const faults = results.flatMap((one) => {
    const { name, story, page, article } = one
    const isRight = isDate(one) && article.title === story.title && article.byline === page.byline
    return isRight && f1(article.text, story.paragraphs.join(' ')) >= 0.9
      ? []
      : `${name}: ${article.published?.edtf} for ${page.published}, “${article.title}”, ${article.byline}, ${article.text.slice(0, 80)}`
  })
  expect(figures.pages).toBeGreaterThanOrEqual(60)
  expect(figures.published, faults.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(figures.wrong, faults.join('\n')).toBeLessThanOrEqual(0.01)
  expect(figures.byline, faults.join('\n')).toBeGreaterThanOrEqual(0.85)
  expect(figures.title, faults.join('\n')).toBeGreaterThanOrEqual(0.97)
  expect(figures.text, faults.join('\n')).toBeGreaterThanOrEqual(0.96)
  expect(figures.lost, faults.join('\n')).toBe(0)
})

const STUBS: readonly [string, string, string][] = [
  [
    'a paywall',
    '<h1>Kiln lit</h1><p>The kiln was lit at dawn.</p><p>Already a subscriber? Log in to continue reading.</p>',
    'article_behind_wall',
  ],
  [
    'a metered stub',
    '<p>Two lines of a story.</p><div>Subscribe to keep reading this story.</div>',
    'article_behind_wall',
  ],
  [
    'a consent wall',
    '<p>We and our partners use cookies to run this site. Accept all cookies to go on.</p>',
    'article_not_found',
  ],
  ['a redirect', '<p>Redirecting you to the story …</p>', 'article_not_found'],
  ['a test for robots', '<p>Checking your browser before you enter.</p>', 'article_not_found'],
  ['a missing page', '<h1>404</h1><p>The page you wanted could not be found.</p>', 'article_not_found'],
]

it.each(STUBS)('refuses %s', async (_name, body, code) => {
  const html = `<!doctype html><html><head><title>News</title></head><body>${body}</body></html>`
  const loading = loadArticle({ html }, () => Promise.reject(new Error('nothing is fetched here')), NOW)
  await expect(loading).rejects.toMatchObject({ code })
})

it.each([
  'Norland is already a member of the pact, and will register voters to read the full list for members.',
  'A notice on the door said “access denied”, and the clerk said that nobody could log in to the office.',
])('reads a short article: %s', async (text) => {
  const meta = '<meta property="article:published_time" content="2025-03-04T10:00:00Z">'
  const more =
    'The council met in the hall by the water, and talked for two hours about nothing else. '.repeat(2)
  const html = `<!doctype html><html><head>${meta}</head><body><article><p>${text}</p><p>${more}</p></article></body></html>`
  const article = await loadArticle({ html }, () => Promise.reject(new Error('nothing is fetched here')), NOW)
  expect(article.text).toContain(text)
})
