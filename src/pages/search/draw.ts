import { canonicalUrl } from '../../http/canonical-url.ts'
import { type Content, html } from '../markup/html.ts'
import { pager } from '../parts/pager.ts'
import { statementCard } from '../parts/statement-card.ts'
import { timelineBars } from '../parts/timeline-bars.ts'
import type { Page } from '../shell/layout.ts'
import { counted, number } from '../words/dates.ts'
import { pageUrl, searchUrl } from './address.ts'
import { chips } from './chips.ts'
import { facets } from './facets.ts'
import { filterForm } from './filters.ts'
import { nothing } from './nothing.ts'
import type { Search } from './read.ts'

/** Draws the box for questions. @param kept the filters that stay when another question is asked. */
export const searchBox = (question: string, kept: URLSearchParams = new URLSearchParams()): Content =>
  html`<form class="ask" action="/" method="get" role="search">
<label for="q">Ask in plain words: a name, a topic, a time</label>
<div class="field"><input id="q" name="q" type="search" value="${question}" maxlength="500" autocomplete="off" placeholder="what did … say about … in December 2024"><button type="submit">Search</button></div>
${[...kept].map(([name, value]) => !ASKED.has(name) && html`<input type="hidden" name="${name}" value="${value}">`)}
</form>`

/** The parameters that belong to a question, and not to its filters. */
const ASKED: ReadonlySet<string> = new Set(['q', 'literal', 'cursor', 'reading', 'today', 'sort', 'match'])

/** Draws the results of a search. */
export function searchPage(search: Search): Page {
  const { query, list, listUrl, timeline, reading, narrowing } = search
  const { items, page } = list
  const question = query.get('q') ?? ''
  const matches = page.facets?.matches ?? items.length
  const title = question === '' ? 'Statements' : question
  const isFirst = page.prev === null
  return {
    title,
    section: 'search',
    head: html`<link rel="alternate" type="application/atom+xml" href="${formatUrl(listUrl, 'atom')}" title="This search as a feed"><meta name="robots" content="noindex">`,
    main: html`<h1 class="vh">${question === '' ? 'Statements on record' : `Search: ${question}`}</h1>
<div class="top">${searchBox(question, query)}</div>
${chips(search)}
${filterForm(query)}
<div class="columns">
<section class="results" aria-labelledby="results-title">
<h2 id="results-title">${items.length === 0 ? 'No statements' : headingOf(matches, page.facets?.estimated ?? false)}</h2>
${leftOut(search)}
${items.length === 0 ? nothing(page.nothing_found) : html`<ol class="cards">${items.map((item) => statementCard(item))}</ol>`}
${pager(pageUrl(query, page.prev, reading), pageUrl(query, page.next, reading))}
</section>
<div class="beside">
${isFirst && items.length > 0 && timelineBars(timeline, (period) => searchUrl(query, narrowing(period)))}
${facets(search)}
${elsewhere(listUrl)}
</div>
</div>`,
  }
}

const headingOf = (matches: number, isEstimate: boolean): string =>
  isEstimate ? `About ${number(matches)} statements` : counted(matches, 'statement')

function leftOut({ list: { page }, query }: Search): Content {
  const left = page.left_out
  if (!left || left.undated + left.wider === 0) return null
  const amount = left.capped
    ? `more than ${number(left.undated + left.wider)}`
    : number(left.undated + left.wider)
  const url = searchUrl(query, { match: 'overlap', ...paramsOf(left.url) })
  return html`<p class="note">${amount} more may have been said then: the articles give no date, or a wider one. <a href="${url}">Show them too</a></p>`
}

/** Returns the period of a URL of the API, so that a period of the question stays when the match changes. */
function paramsOf(apiUrl: string): Record<string, string> {
  const query = new URLSearchParams(apiUrl.slice(apiUrl.indexOf('?') + 1))
  return Object.fromEntries([...query].filter(([name]) => name === 'said_from' || name === 'said_to'))
}

const formatUrl = (listUrl: string, format: string): string => canonicalUrl(listUrl, [], { format })

const FORMATS = [
  ['atom', 'Feed (Atom)'],
  ['json-feed', 'JSON Feed'],
  ['csv', 'Spreadsheet (CSV)'],
] as const

function elsewhere(listUrl: string): Content {
  return html`<section class="elsewhere"><h2>Take this search along</h2><ul>${FORMATS.map(
    ([format, words]) => html`<li><a href="${formatUrl(listUrl, format)}">${words}</a></li>`,
  )}<li><a href="${listUrl}">API (JSON)</a></li></ul></section>`
}
