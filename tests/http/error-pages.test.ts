import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/core/errors.ts'
import type { App } from '../../src/http/instance.ts'
import { PROBLEMS } from '../../src/http/problem-table.ts'
import { createLibrary } from './app.ts'

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

it('the guide has one section per code, in order, and says what the table says', () => {
  const sections = markdown.split(/^## /m).slice(1)
  expect(sections.map((section) => section.split('\n')[0])).toEqual([...ERROR_CODES])
  for (const [index, code] of ERROR_CODES.entries()) {
    const { status, title, happened, remedy } = PROBLEMS[code]
    const said = [`${title}, HTTP status ${status}.`, happened, `**What to do:** ${remedy}`]
    expect(sections[index]!.trim().split('\n\n')).toEqual([code, ...said])
  }
})

it('the page has one section per code, in order, and says what the table says', () => {
  const ids = [...page.matchAll(/<h2 id="(\w+)">/g)].map((match) => match[1])
  expect(ids).toEqual([...ERROR_CODES])
  for (const code of ERROR_CODES) {
    for (const words of [PROBLEMS[code].happened, PROBLEMS[code].remedy]) expect(text(page)).toContain(words)
  }
})

it('the page runs nothing and styles itself by a hash the policy names', async () => {
  const { headers } = await app.inject('/docs/errors')
  const style = /<style>(.*?)<\/style>/s.exec(page)![1]!
  const hash = createHash('sha256').update(style).digest('base64')
  expect(headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}'`)
  expect(page).not.toMatch(/<script|https?:\/\//)
})
