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

const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...pagesIn('docs'),
  ...pagesIn('clients'),
]

/** Removes code, in which brackets are not links. */
const proseOf = (markdown: string): string =>
  markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '`')

/** Lists the folders and files below a folder, except installed and built files. */
const entriesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^(?:\.git|\.data|node_modules|dist|coverage)$/.test(entry.name)) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? [path, ...entriesIn(path)] : [path]
  })

/**
 * Every path of the repository, and every last part of such a path: `src/http/paging.ts`, `http/paging.ts`,
 * `paging.ts`.
 */
const PATHS = new Set(
  entriesIn('').flatMap((path) => {
    const parts = path.split('/')
    return parts.map((_, index) => parts.slice(index).join('/'))
  }),
)

/**
 * Texts that look like a path of the repository and are none: examples, files made at run time, media types, dates,
 * packages.
 */
const ELSEWHERE =
  /^(?:dist|\.data|postgres)\/|^(?:receiver\.mjs|\.json|onrecord\/(?:compare|engine)|roster\/office)$|^(?:application|text)\/|^\d{4}-|\/bylines(?:\/|$)/

/** Finds the paths in code spans: texts with a slash, or with the ending of a file. */
const pathsIn = (markdown: string): string[] =>
  [...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)]
    .map(([, path]) => path!)
    .filter((path) => path.includes('/') || /\.(?:ts|mjs|cjs|prisma|sql|json|md)$/.test(path))
    .filter((path) => !ELSEWHERE.test(path))

const linksIn = (markdown: string): string[] => [
  ...[...proseOf(markdown).matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map(([, target]) => target!),
  ...[...proseOf(markdown).matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map(([, target]) => target!),
]

/** Finds the anchors of all headings, as Markdown hosts build them. */
const anchorsIn = (markdown: string): string[] =>
  [...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )

/** Returns the reason why a link is broken. Returns null if it works or leads to another site. */
function faultOf(page: string, target: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return null
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), decodeURIComponent(path))
  if (relative(ROOT, file).startsWith('..')) return 'leaves the repository'
  if (!existsSync(file)) return 'no such file'
  if (!anchor || !file.endsWith('.md')) return null
  return anchorsIn(readFileSync(file, 'utf8')).includes(anchor) ? null : 'no such heading'
}

it('finds the pages of the repository', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['README.md', join('docs', 'errors.md')]))
})

it.each(PAGES)('%s has no broken link within the repository', (page) => {
  const links = linksIn(readFileSync(join(ROOT, page), 'utf8'))
  const faults = links.map((target) => [target, faultOf(page, target)]).filter(([, fault]) => fault !== null)
  expect(faults).toEqual([])
})

it.each(PAGES)('%s names no path that does not exist', (page) => {
  const paths = pathsIn(readFileSync(join(ROOT, page), 'utf8'))
  const missing = paths.filter((path) => !PATHS.has(path.replace(/\/$/, '')))
  expect(missing).toEqual([])
})
