import type { FacetValue } from '../../features/statements/formats/schema.ts'
import { type Content, html } from '../markup/html.ts'
import { statementCard } from '../parts/statement-card.ts'
import { timelineBars } from '../parts/timeline-bars.ts'
import { searchUrl } from '../search/address.ts'
import { searchBox } from '../search/draw.ts'
import { coverageInWords } from '../search/nothing.ts'
import type { Page } from '../shell/layout.ts'
import { counted, number } from '../words/dates.ts'
import type { Home } from './read.ts'

const EMPTY = new URLSearchParams()
/** The speakers and publishers on the first page. */
const NAMES_MAX = 10

/** Draws the first page. */
export function homePage({ latest, all, coverage, timeline, examples }: Home): Page {
  const { facets } = all.page
  const shown = latest.items.length > 0 ? latest : all
  return {
    title: 'On Record',
    description: 'Who said what, when, and the exact characters that prove it.',
    section: 'search',
    head: html`<link rel="alternate" type="application/atom+xml" href="/v1/statements?format=atom" title="Latest statements">`,
    main: html`<div class="front">
<h1>Who said what, when, and the exact characters that prove it.</h1>
${searchBox('')}
${examples.length > 0 && html`<p class="examples">Try ${examples.map((example, index) => html`${index > 0 && html`<span aria-hidden="true"> · </span>`}<a href="${searchUrl(EMPTY, { q: example })}"><bdi>${example}</bdi></a>`)}</p>`}
</div>
<div class="columns">
<section class="results" aria-labelledby="latest">
<h2 id="latest">${latest.items.length > 0 ? 'Latest dated words' : 'On record'}</h2>
${
  shown.items.length === 0
    ? html`<p>Nothing is on record yet. Send an article to the service, and its statements appear here.</p>`
    : html`<ol class="cards">${shown.items.map((item) => statementCard(item))}</ol>
<p class="more"><a href="${searchUrl(EMPTY, { sort: '-said' })}">All ${counted(facets?.matches ?? shown.items.length, 'statement')}</a></p>`
}
</section>
<div class="beside">
<section class="coverage"><h2>What the record covers</h2><p>${coverageInWords(coverage)} It holds ${counted(facets?.matches ?? 0, 'statement')}. Words that are not in it may still have been said.</p></section>
${timelineBars(timeline, (period) => searchUrl(EMPTY, { said_from: period, said_to: period }))}
<div class="facets">${names('People quoted most', facets?.official, (value) => `/officials/${value}`)}
${names('Organizations', facets?.organization, (value) => `/organizations/${value}`)}
${names('Publishers', facets?.publisher, (value) => searchUrl(EMPTY, { publisher: value }))}</div>
</div>
</div>`,
  }
}

const names = (
  title: string,
  values: readonly FacetValue[] | undefined,
  hrefOf: (value: string) => string,
): Content =>
  values &&
  values.length > 0 &&
  html`<section><h2>${title}</h2><ul>${values
    .slice(0, NAMES_MAX)
    .map(
      ({ value, name, count }) =>
        html`<li><a href="${hrefOf(value)}"><bdi>${name ?? value}</bdi></a> <span class="count">${number(count)}</span></li>`,
    )}</ul></section>`
