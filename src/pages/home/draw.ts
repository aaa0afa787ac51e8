import { html } from '../markup/html.ts'
import { countedValues } from '../parts/counted-values.ts'
import { statementCard } from '../parts/statement-card.ts'
import { timelineBars } from '../parts/timeline-bars.ts'
import { searchUrl } from '../search/address.ts'
import { searchBox } from '../search/draw.ts'
import { coverageInWords } from '../search/nothing.ts'
import type { Page } from '../shell/layout.ts'
import { counted } from '../words/dates.ts'
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
<div class="facets">${countedValues(facets?.official, { title: 'People quoted most', most: NAMES_MAX, hrefOf: (value) => `/officials/${value}` })}
${countedValues(facets?.organization, { title: 'Organizations', most: NAMES_MAX, hrefOf: (value) => `/organizations/${value}` })}
${countedValues(facets?.publisher, { title: 'Publishers', most: NAMES_MAX, hrefOf: (value) => searchUrl(EMPTY, { publisher: value }) })}</div>
</div>
</div>`,
  }
}
