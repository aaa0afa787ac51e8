import { fromDayNumber, toDayNumber } from '../../core/calendar.ts'
import { parseEdtf } from '../../core/edtf.ts'
import { canonicalUrl } from '../../http/canonical-url.ts'
import { type Content, html } from '../markup/html.ts'
import { statementCard } from '../parts/statement-card.ts'
import { timelineBars } from '../parts/timeline-bars.ts'
import { searchUrl } from '../search/address.ts'
import type { Page } from '../shell/layout.ts'
import { counted, dateInWords, dayInWords, momentInWords, number, periodInWords } from '../words/dates.ts'
import { type DatesView, UNDATED_MAX } from './read.ts'

const WIDTH = 1000

const inWords = (edtf: string): string => (edtf.length === 10 ? dayInWords(edtf) : periodInWords(edtf))

/** Draws the dates on which something was said: years, months or days, then vague dates, then undated statements. */
export function datesPage(view: DatesView): Page {
  const { period, timeline, units, vague, countedAt, list, undated, query } = view
  const title = period ? `Said in ${inWords(period.edtf)}`.replace(/in (\d+ \p{L}+ \d+)$/u, 'on $1') : 'Dates'
  const urlOf = (edtf: string): string => canonicalUrl(`/dates/${edtf}?${query}`)
  return {
    title,
    description: 'When things were said, by year, month and day.',
    section: 'dates',
    main: html`<h1>${title}</h1>
${trail(view)}
<div class="columns"><div>
${units.length > 0 && html`<section aria-labelledby="units"><h2 id="units">${UNIT_TITLES[period?.granularity ?? 'year']}</h2>${unitTable(units, urlOf)}</section>`}
${vague.length > 0 && vagueSpans(view)}
${list && html`<section class="results" aria-labelledby="said"><h2 id="said">What was said</h2>${list.items.length === 0 ? html`<p>No statement is dated to this time alone.</p>` : html`<ol class="cards">${list.items.map((item) => statementCard(item))}</ol>`}${list.page.next && html`<p class="more"><a href="${searchUrl(query, { said_from: period!.edtf, said_to: period!.edtf })}">All statements of this time</a></p>`}</section>`}
${countedAt !== null && html`<p class="note">Counted on ${momentInWords(countedAt)}; articles that were read since are not in these numbers.</p>`}
${units.length + vague.length === 0 && !list && html`<p>No dated statement matches.</p>`}
</div>
<div class="beside">
${timeline.periods.length > 1 && timelineBars(timeline, (edtf) => urlOf(edtf))}
${undated > 0 && undatedWords(view)}
</div></div>`,
  }
}

/** Says how many statements have no date, and leads to them. */
function undatedWords({ undated, period, query }: DatesView): Content {
  const amount =
    period && undated > UNDATED_MAX
      ? `More than ${number(UNDATED_MAX)} statements`
      : counted(undated, 'statement')
  const url = searchUrl(query, {
    said_basis: 'publication',
    ...(period && { published_from: period.edtf, published_to: period.edtf }),
  })
  return html`<section><h2>Without a date</h2><p>${amount}${period && ' of articles published then'} ${undated === 1 ? 'has' : 'have'} no date: the words were said on or before the day of publication. <a href="${url}">Read ${undated === 1 ? 'it' : 'them'}</a></p></section>`
}

const UNIT_TITLES = { year: 'Years', month: 'Months', day: 'Days' } as const

function trail({ period, query }: DatesView): Content {
  if (!period)
    return html`<p class="lead">When things were said. A date is as exact as the article gives it.</p>`
  const { edtf } = period
  const steps = [
    ['All years', `/dates?${query}`],
    ...(edtf.length > 4 ? [[edtf.slice(0, 4), `/dates/${edtf.slice(0, 4)}?${query}`]] : []),
    ...(edtf.length > 7 ? [[periodInWords(edtf.slice(0, 7)), `/dates/${edtf.slice(0, 7)}?${query}`]] : []),
  ] as [string, string][]
  return html`<nav class="trail" aria-label="Wider periods"><ol>${steps.map(([words, href]) => html`<li><a href="${canonicalUrl(href)}">${words}</a></li>`)}</ol></nav>`
}

const unitTable = (units: DatesView['units'], urlOf: (edtf: string) => string): Content =>
  html`<table class="units"><thead><tr><th scope="col">When</th><th scope="col">Statements</th><th scope="col">People</th></tr></thead><tbody>${units.map(
    ({ edtf, statements, officials }) =>
      html`<tr><th scope="row"><a href="${urlOf(edtf)}">${inWords(edtf)}</a></th><td>${number(statements)}</td><td>${number(officials)}</td></tr>`,
  )}</tbody></table>`

/** Draws the dates that are wider than a unit as spans on the line of the whole period, with their words and links. */
function vagueSpans({ vague, units, period, query }: DatesView): Content {
  const within = period ? parseEdtf(period.edtf) : null
  const dates = [...vague, ...(within ? [] : units)]
  const first = toDayNumber(within?.earliest ?? least(dates.map(({ earliest }) => earliest)))
  const last = toDayNumber(
    within?.latest ??
      least(
        dates.map(({ earliest, latest }) => latest ?? earliest),
        -1,
      ),
  )
  const at = (day: string): number =>
    Math.round(Math.min(1, Math.max(0, (toDayNumber(day) - first) / Math.max(1, last - first))) * WIDTH)
  return html`<section aria-labelledby="vague"><h2 id="vague">Less exact dates</h2><ol class="spans">${vague.map(
    (date) => {
      const { earliest, latest, statements } = date
      const [from, to] = [at(earliest), latest === null ? WIDTH : at(latest)]
      return html`<li><p><a href="${searchUrl(query, { said_from: earliest, ...(latest && { said_to: latest }) })}">${dateInWords(date).replace(/^./, (letter) => letter.toUpperCase())}</a> <span class="count">${number(statements)}</span></p>
<svg viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="line" x="0" y="4.5" width="${WIDTH}" height="1"></rect><rect x="${Math.min(from, WIDTH - 8)}" y="1" width="${Math.max(8, to - from)}" height="8"></rect></svg></li>`
    },
  )}</ol><p class="axis"><span>${dayInWords(fromDayNumber(first))}</span><span>${dayInWords(fromDayNumber(last))}</span></p></section>`
}

const least = (days: readonly string[], sign = 1): string =>
  days.toSorted((a, b) => (a < b ? -sign : sign))[0]!
