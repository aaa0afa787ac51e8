import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/core/errors.ts'
import type { App } from '../../src/http/instance.ts'
import { PROBLEMS } from '../../src/http/problem-table.ts'
import { createLibrary } from './library.ts'

const markdown = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')

let app: App
let page: string
beforeAll(async () => {
  app = await createLibrary()
  page = (await app.inject('/docs/errors')).body
})
afterAll(() => app.close())

const text = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

it('docs/errors.md has one section for each code, in order, with the texts of the table', () => {
  const sections = markdown.split(/^## /m).slice(1)
  expect(sections.map((section) => section.split('\n')[0])).toEqual([...ERROR_CODES])
  for (const [index, code] of ERROR_CODES.entries()) {
    const { status, title, happened, remedy } = PROBLEMS[code]
    const paragraphs = [`${title}, HTTP status ${status}.`, happened, `**What to do:** ${remedy}`]
    expect(sections[index]!.trim().split('\n\n')).toEqual([code, ...paragraphs])
  }
})

it('/docs/errors has one section for each code, in order, with the texts of the table', () => {
  const ids = [...page.matchAll(/<h2 id="(\w+)">/g)].map((match) => match[1])
  expect(ids).toEqual([...ERROR_CODES])
  for (const code of ERROR_CODES) {
    for (const words of [PROBLEMS[code].happened, PROBLEMS[code].remedy]) expect(text(page)).toContain(words)
  }
})

it('/docs/errors has no script, and its policy allows its style by hash', async () => {
  const { headers } = await app.inject('/docs/errors')
  const style = /<style>(.*?)<\/style>/s.exec(page)![1]!
  const hash = createHash('sha256').update(style).digest('base64')
  expect(headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}'`)
  expect(page).not.toMatch(/<script|https?:\/\//)
})
