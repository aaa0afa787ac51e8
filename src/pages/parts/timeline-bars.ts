import type { Timeline, TimelinePeriod } from '../../features/timelines/schema.ts'
import { type Content, html } from '../markup/html.ts'
import { counted, number, periodInWords } from '../words/dates.ts'

/** The height of the tallest bar, in units of the drawing. */
const HEIGHT = 100
/** The smallest height of a bar, so that one statement is visible. */
const LEAST = 4

const COVERAGE_WORDS = {
  none: 'no article on record was published then',
  few: 'few articles on record were published then',
  usual: null,
} as const

/**
 * Draws the statements of a timeline as bars, with the same numbers as a table. Marks the periods that the record does
 * not cover.
 * @param urlOf returns the address of the list of a period.
 * @param most the count of the tallest bar. Default: the largest count of the timeline.
 */
export function timelineBars(
  timeline: Timeline,
  urlOf: (period: string) => string,
  { most }: { readonly most?: number } = {},
): Content {
  const { periods, by, uncounted } = timeline
  const tallest = Math.max(1, most ?? Math.max(...periods.map(({ statements }) => statements)))
  if (periods.length === 0) return null
  const hasGaps = periods.some(({ coverage }) => coverage !== 'usual')
  return html`<figure class="timeline">
<figcaption>Statements by ${by} in which the words were said${timeline.estimated.statements && ', estimated from a sample'}</figcaption>
<div class="scroll"><ol class="bars" data-count="${periods.length}">${periods.map((period) => bar(period, tallest, urlOf))}</ol></div>
<p class="legend">${hasGaps && html`<span class="key"><span class="swatch gap" aria-hidden="true"></span> the record has few articles of that time, or none: an empty place is not a silence.</span> `}${uncountedInWords(uncounted, by)}</p>
<details><summary>The same as a table</summary>
<table><caption class="vh">Statements by ${by}</caption><thead><tr><th scope="col">${by === 'month' ? 'Month' : 'Year'}</th><th scope="col">Statements</th><th scope="col">Of all on record</th><th scope="col">Articles published</th></tr></thead>
<tbody>${periods.map(
    ({ edtf, statements, recorded, articles }) =>
      html`<tr><th scope="row">${periodInWords(edtf)}</th><td>${number(statements)}</td><td>${number(recorded)}</td><td>${number(articles)}</td></tr>`,
  )}</tbody></table></details>
</figure>`
}

function bar(
  { edtf, statements, coverage }: TimelinePeriod,
  most: number,
  urlOf: (period: string) => string,
): Content {
  const height = statements === 0 ? 0 : Math.max(LEAST, Math.round((statements / most) * HEIGHT))
  const gap = COVERAGE_WORDS[coverage]
  const label = `${periodInWords(edtf)}: ${counted(statements, 'statement')}${gap ? `; ${gap}` : ''}`
  const drawing = html`<svg viewBox="0 0 10 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect x="0" y="${HEIGHT - height}" width="10" height="${height}"></rect></svg>`
  const inside = html`<span class="vh">${label}</span>${drawing}<span class="tick" aria-hidden="true">${tickOf(edtf)}</span>`
  const place = coverage === 'usual' ? '' : 'gap'
  return statements === 0
    ? html`<li class="${place}"><span title="${label}">${inside}</span></li>`
    : html`<li class="${place}"><a href="${urlOf(edtf)}" title="${label}">${inside}</a></li>`
}

const MONTH_LETTERS = 'JFMAMJJASOND'

/** Returns the short label under a bar: the first letter of a month, with the year in January, or the year. */
const tickOf = (period: string): string => {
  if (period.length === 4) return `’${period.slice(2)}`
  const month = Number(period.slice(5))
  return month === 1 ? period.slice(0, 4) : MONTH_LETTERS[month - 1]!
}

function uncountedInWords({ undated, wider }: Timeline['uncounted'], by: string): Content {
  const parts = [
    undated > 0 && `${counted(undated, 'statement')} without a date`,
    wider > 0 && `${counted(wider, 'statement')} with a date wider than a ${by}`,
  ].filter(Boolean)
  return parts.length > 0 && `Not drawn: ${parts.join(' and ')}.`
}
