import { attribute, type Content, html } from '../markup/html.ts'
import { ASSET_PATHS } from './assets.ts'

/** A page: its title, and what stands between the header and the footer. */
export interface Page {
  readonly title: string
  /** One sentence for search engines and previews. */
  readonly description?: string | undefined
  /** More elements for the head, such as links to feeds. */
  readonly head?: Content
  readonly main: Content
  /** The place of the page in the navigation. */
  readonly section?: Section
  /** True if the scripts of the page may send nothing, not even to this service. */
  readonly sendsNothing?: boolean
}

/** The links of the navigation. */
const SECTIONS = [
  { section: 'search', href: '/', words: 'Search' },
  { section: 'dates', href: '/dates', words: 'Dates' },
  { section: 'check', href: '/check', words: 'Check a quote' },
  { section: 'read', href: '/read', words: 'Read an article' },
  { section: 'about', href: '/about', words: 'About' },
] as const

type Section = (typeof SECTIONS)[number]['section']

const SERVICE = 'On Record'

/** Returns a whole HTML document. */
export function documentOf({ title, description, head, main, section }: Page): string {
  const shownTitle = title === SERVICE ? SERVICE : `${title} · ${SERVICE}`
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shownTitle}</title>
${description && html`<meta name="description" content="${description}">`}
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${ASSET_PATHS.style}">
<link rel="icon" href="${ASSET_PATHS.icon}" type="image/svg+xml">
<script src="${ASSET_PATHS.script}" defer></script>
${head}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
<p class="wordmark"><a href="/">On Record</a></p>
<nav aria-label="Main"><ul>${SECTIONS.map(
    ({ section: one, href, words }) =>
      html`<li><a href="${href}"${attribute('aria-current', one === section ? 'page' : false)}>${words}</a></li>`,
  )}</ul></nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="colophon">
<p>Who said what, when, and the exact characters that prove it.</p>
<ul><li><a href="/about">How it works, and how often it is right</a></li><li><a href="/about#correct">Report an error</a></li><li><a href="/docs">API</a></li><li><a href="/desk">Review desk</a></li></ul>
</footer>
</body>
</html>
`
  return page.toString()
}
