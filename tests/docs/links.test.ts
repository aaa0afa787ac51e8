import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const pagesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return pagesIn(path)
    return entry.name.endsWith('.md') ? [path] : []
  })

const PAGES = [...readdirSync(ROOT).filter((name) => name.endsWith('.md')), ...pagesIn('docs')]

/** Without code, in which brackets are no links. */
const proseOf = (markdown: string): string =>
  markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '`')

const linksIn = (markdown: string): string[] => [
  ...[...proseOf(markdown).matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map(([, target]) => target!),
  ...[...proseOf(markdown).matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map(([, target]) => target!),
]

/** What a heading is called in links: as hosts of Markdown make it. */
const anchorsIn = (markdown: string): string[] =>
  [...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )

/** Why a link leads nowhere; null for one that leads somewhere, and for what is not ours to know. */
function faultOf(page: string, target: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return null
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), decodeURIComponent(path))
  if (relative(ROOT, file).startsWith('..')) return 'leads out of the repository'
  if (!existsSync(file)) return 'no such file'
  if (!anchor || !file.endsWith('.md')) return null
  return anchorsIn(readFileSync(file, 'utf8')).includes(anchor) ? null : 'no such heading'
}

it('there are pages to look at', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['README.md', join('docs', 'errors.md')]))
})

it.each(PAGES)('every link of %s within the repository leads somewhere', (page) => {
  const links = linksIn(readFileSync(join(ROOT, page), 'utf8'))
  const faults = links.map((target) => [target, faultOf(page, target)]).filter(([, fault]) => fault !== null)
  expect(faults).toEqual([])
})
