import { type Content, html } from '../markup/html.ts'
import { statementCard } from '../parts/statement-card.ts'
import { timelineBars } from '../parts/timeline-bars.ts'
import { searchUrl } from '../search/address.ts'
import type { Page } from '../shell/layout.ts'
import { dateInWords, number } from '../words/dates.ts'
import { listed, TYPE_WORDS } from '../words/statements.ts'
import { type ComparisonView, comparisonUrl, KINDS, SIDES_MAX, type Side } from './read.ts'

const EMPTY = new URLSearchParams()
const WORDS = {
  officials: { one: 'person', several: 'People' },
  organizations: { one: 'organization', several: 'Organizations' },
} as const

/** Draws a comparison of people or organizations, or the choice of those to compare. */
export function comparisonPage(view: ComparisonView): Page {
  const { names, kind, sides, topic, api, slugs } = view
  const title =
    names.length === 0
      ? `Compare two ${WORDS[kind].several.toLowerCase()}`
      : names.length === 1
        ? `Compare ${names[0]!.name} with …`
        : listed(names.map(({ name }) => name))
  return {
    title: names.length > 1 ? `${title} compared` : title,
    description: 'What each of them is reported to have said, in the same periods.',
    head:
      sides.length > 0
        ? html`<link rel="canonical" href="${comparisonUrl(kind, slugs, topic)}"><link rel="alternate" type="application/json" href="${api}">`
        : html`<meta name="robots" content="noindex">`,
    main: html`<header class="subject"><h1 dir="auto">${title}</h1>
${sides.length > 0 && html`<p class="lead">What each is reported to have said${topic !== '' && html` about “<bdi>${topic}</bdi>”`}, in the same periods and on the same scale. More words on record can mean more articles on record.</p>`}</header>
${
  sides.length > 0
    ? html`${facts(view)}${columns(view)}<div class="form-pair">${topicForm(view)}${names.length < SIDES_MAX && chooser(view, 'Add another')}</div>`
    : choice(view)
}
${sides.length > 0 && html`<p class="more"><a href="${api}">This comparison as data (JSON)</a></p>`}`,
  }
}

/** Draws the numbers of the sides as a table. */
function facts({ sides }: ComparisonView): Content {
  const dateOf = (end: Side['timeline']['first']): string =>
    end === null ? '–' : dateInWords(end.said).replace(/^(?:on|in) /, '')
  const rows: readonly (readonly [string, (side: Side) => Content])[] = [
    ['Statements', ({ timeline }) => number(timeline.matches)],
    ...(['direct', 'mixed', 'indirect'] as const).map(
      (type) => [sentence(TYPE_WORDS[type]), (side: Side) => number(countOf(side, type))] as const,
    ),
    ['First dated words', ({ timeline }) => dateOf(timeline.first)],
    ['Latest dated words', ({ timeline }) => dateOf(timeline.latest)],
    ['Without a date', ({ timeline }) => number(timeline.uncounted.undated)],
  ]
  return html`<div class="scroll" tabindex="0" role="region" aria-label="The sides in numbers"><table class="sides"><thead><tr><td></td>${sides.map(({ name }) => html`<th scope="col"><bdi>${name}</bdi></th>`)}</tr></thead><tbody>${rows.map(
    ([words, cellOf]) =>
      html`<tr><th scope="row">${words}</th>${sides.map((side) => html`<td>${cellOf(side)}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

const sentence = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase())

const countOf = ({ list }: Side, type: string): number =>
  list.page.facets?.type?.find(({ value }) => value === type)?.count ?? 0

/** Draws the timeline and the latest statements of each side, on one scale. */
function columns({ sides, kind, topic, slugs }: ComparisonView): Content {
  const most = Math.max(
    ...sides.flatMap(({ timeline }) => timeline.periods.map(({ statements }) => statements)),
  )
  return html`<div class="side-by-side">${sides.map(({ slug, name, timeline, list }) => {
    const filter = { [KINDS[kind]]: slug, ...(topic !== '' && { q: topic }) }
    const rest = slugs.filter((one) => one !== slug)
    return html`<section aria-labelledby="side-${slug}"><h2 id="side-${slug}"><a href="/${kind}/${slug}"><bdi>${name}</bdi></a></h2>
${timelineBars(timeline, (period) => searchUrl(EMPTY, { ...filter, said_from: period, said_to: period }), { most })}
${list.items.length === 0 ? html`<p>Nothing on record${topic !== '' && html` about “<bdi>${topic}</bdi>”`}.</p>` : html`<ol class="cards">${list.items.map((item) => statementCard(item))}</ol>`}
<p class="more"><a href="${searchUrl(EMPTY, filter)}">All of these<span class="vh"> by ${name}</span></a>${rest.length > 1 && html` · <a href="${comparisonUrl(kind, rest, topic)}">Leave out<span class="vh"> ${name}</span></a>`}</p></section>`
  })}</div>`
}

const topicForm = ({ kind, slugs, topic }: ComparisonView): Content =>
  html`<form action="/compare" method="get" class="panel"><input type="hidden" name="${kind}" value="${slugs.join(',')}"><h2>About a topic</h2>
<div class="form-row"><label for="topic">Only statements with these words</label><input id="topic" name="q" type="text" maxlength="200" value="${topic}" autocomplete="off"></div><button type="submit">Compare these words</button></form>`

/** Draws the form in which another name is typed. */
const chooser = ({ kind, slugs, topic, typed }: ComparisonView, title: string): Content =>
  html`<form action="/compare" method="get" class="panel"><h2>${title}</h2>${slugs.length > 0 && html`<input type="hidden" name="${kind}" value="${slugs.join(',')}">`}${topic !== '' && html`<input type="hidden" name="q" value="${topic}">`}
<div class="form-row"><label for="with">The name of ${kind === 'officials' ? 'a person' : 'an organization'}</label><input id="with" name="with" type="text" required maxlength="200" value="${typed}" autocomplete="off"></div><button type="submit">Compare</button></form>`

/** Draws the choice of another side. */
function choice(view: ComparisonView): Content {
  const { kind, slugs, topic, typed, choices } = view
  const title =
    typed === ''
      ? 'Quoted most'
      : choices.length === 0
        ? `No ${WORDS[kind].one} on record has a name like “${typed}”`
        : `“${typed}” may be`
  return html`<div class="choose">${chooser(view, slugs.length === 0 ? 'The first' : 'With whom?')}</div>
<section aria-labelledby="choices"><h2 id="choices">${title}</h2>${choices.length > 0 && html`<ul class="links column">${choices.map(({ slug, name }) => html`<li><a href="${comparisonUrl(kind, [...slugs, slug], topic)}"><bdi>${name}</bdi></a></li>`)}</ul>`}</section>`
}
