import type { Official } from '../../record/officials/schema.ts'
import type { Organization } from '../../record/organizations/schema.ts'
import type { StatementCount } from '../../record/statement-counts/schema.ts'
import { type Content, html } from '../markup/html.ts'
import { countedValues } from '../parts/counted-values.ts'
import { statementCard } from '../parts/statement-card.ts'
import { timelineBars } from '../parts/timeline-bars.ts'
import { searchUrl } from '../search/address.ts'
import type { Page } from '../shell/layout.ts'
import { counted, dateInWords, number } from '../words/dates.ts'
import { listed } from '../words/statements.ts'
import { positionStrip } from './positions.ts'
import type { Spoken } from './read.ts'

const EMPTY = new URLSearchParams()
/** The people, organizations and publishers beside the statements. */
const VALUES_MAX = 8

/** Draws the page of a person. */
export function officialPage(official: Official, spoken: Spoken, today: string): Page {
  const { positions, statements } = official
  const { first_said, latest_said } = statements
  return page('official', official, spoken, {
    lead: html`${sizeOf(statements)} on record, ${periodInWords(first_said, latest_said)}.`,
    before:
      positions.length > 0 &&
      html`<section aria-labelledby="positions"><h2 id="positions">Positions</h2>${positionStrip(positions, today)}</section>`,
  })
}

/** Draws the page of an organization. */
export const organizationPage = (organization: Organization, spoken: Spoken): Page =>
  page('organization', organization, spoken, {
    lead: html`${sizeOf(organization.statements)} of the organization itself and of people who spoke for it, ${periodInWords(spoken.timeline.first?.said, spoken.timeline.latest?.said)}.`,
    before: null,
  })

type Dated = NonNullable<Official['statements']['first_said']>

/** Says when the first and the latest of some statements were made. */
const periodInWords = (first: Dated | null | undefined, latest: Dated | null | undefined): string =>
  first && latest
    ? `the first dated words ${dateInWords(first)}, the latest ${dateInWords(latest)}`
    : 'none of them dated'

const sizeOf = ({ count, estimated }: StatementCount): string =>
  `${estimated ? 'About ' : ''}${counted(count, 'statement')}`

interface Special {
  readonly lead: Content
  readonly before: Content
}

function page(
  kind: 'official' | 'organization',
  { name, slug, aliases, identifiers }: Official | Organization,
  { list, timeline, denials }: Spoken,
  { lead, before }: Special,
): Page {
  const { facets } = list.page
  const all = searchUrl(EMPTY, { [kind]: slug })
  const api = `/v1/statements?${kind}=${slug}`
  return {
    title: name,
    description: `What ${name} is reported to have said, and when.`,
    head: html`<link rel="canonical" href="/${kind}s/${slug}"><link rel="alternate" type="application/atom+xml" href="${api}&format=atom" title="Statements of ${name}">`,
    main: html`<header class="subject"><h1 dir="auto">${name}</h1>
${aliases.length > 0 && html`<p class="note">Also printed as <bdi>${listed(aliases)}</bdi>.</p>`}
<p class="lead">${lead}</p></header>
<div class="columns">
<div>
${before}
<section class="results" aria-labelledby="latest"><h2 id="latest">Latest words</h2>
<ol class="cards">${list.items.map((item) => statementCard(item))}</ol>
<p class="more"><a href="${all}">All statements, to search and narrow</a></p></section>
</div>
<div class="beside">
${timelineBars(timeline, (period) => searchUrl(EMPTY, { [kind]: slug, said_from: period, said_to: period }))}
<div class="facets">
${
  kind === 'official'
    ? countedValues(facets?.organization, {
        title: 'Spoke for',
        most: VALUES_MAX,
        hrefOf: (value) => `/organizations/${value}`,
      })
    : countedValues(facets?.official, {
        title: 'Who spoke',
        most: VALUES_MAX,
        hrefOf: (value) => `/officials/${value}`,
      })
}
${countedValues(facets?.publisher, { title: 'Published by', most: VALUES_MAX, hrefOf: (value) => searchUrl(EMPTY, { [kind]: slug, publisher: value }) })}
</div>
<form action="/compare" method="get" class="compare"><h2>Compare</h2><input type="hidden" name="${kind}s" value="${slug}"><label for="with">With another ${kind === 'official' ? 'person' : 'organization'}</label> <span class="field"><input id="with" name="with" type="text" required maxlength="200" autocomplete="off"> <button type="submit" class="quiet">Compare</button></span></form>
<section><h2>More</h2><ul>
${denials > 0 && html`<li><a href="${searchUrl(EMPTY, { [kind]: slug, polarity: 'denied' })}">Denials</a> <span class="count">${number(denials)}</span></li>`}
<li><a href="${searchUrl(EMPTY, { [kind]: slug, type: 'direct' })}">Only whole quotations</a></li>
<li><a href="/dates?${kind}=${slug}">All dates</a></li>
<li><a href="${api}&format=atom">Feed (Atom)</a></li><li><a href="${api}&format=csv">Spreadsheet (CSV)</a></li><li><a href="${api}">Data (JSON)</a></li><li><a href="/desk/${kind}s/${slug}">Correct it, with a key</a></li></ul>
${identifiers.length > 0 && html`<p class="note">${identifiers.map(({ scheme, value }) => html`<bdi>${scheme}: ${value}</bdi> `)}</p>`}</section>
</div></div>`,
  }
}
