import { toDayNumber } from '../../core/calendar.ts'
import { parseEdtf } from '../../core/edtf.ts'
import type { Position } from '../../record/officials/schema.ts'
import { type Content, html } from '../markup/html.ts'
import { dateInWords } from '../words/dates.ts'

const BASIS_WORDS = {
  printed: 'printed beside the name in an article',
  roster: 'from a list of office holders',
  person: 'entered by a person',
} as const

const WIDTH = 1000

/** Draws the positions of a person as strips on one line of time, with their dates in words. */
export function positionStrip(positions: readonly Position[], today: string): Content {
  if (positions.length === 0) return null
  const spans = positions.map((position) => ({ position, ...daysOf(position, today) }))
  const days = spans.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null)
  const start = Math.min(...days)
  const length = Math.max(1, Math.max(...days) - start)
  return html`<ol class="positions">${spans.map(({ position, first, last }) => {
    const from = first === null ? null : Math.round(((first - start) / length) * WIDTH)
    const to = last === null ? null : Math.round(((last - start) / length) * WIDTH)
    const strip =
      from !== null &&
      to !== null &&
      html`<svg viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="line" x="0" y="4.5" width="${WIDTH}" height="1"></rect><rect x="${Math.min(from, WIDTH - 8)}" y="0" width="${Math.max(8, to - from)}" height="10"></rect></svg>`
    return html`<li><p><strong><bdi>${position.title}</bdi></strong>${position.organization && html`, <a href="/organizations/${position.organization.slug}"><bdi>${position.organization.name}</bdi></a>`}<br><span class="note">${periodOf(position)}; ${BASIS_WORDS[position.basis]}</span></p>${strip}</li>`
  })}</ol>`
}

/** Returns the first and the last day of a position as numbers; null if unknown. */
function daysOf({ from, to }: Position, today: string): { first: number | null; last: number | null } {
  const first = from === null ? null : (parseEdtf(from)?.earliest ?? null)
  if (first === null) return { first: null, last: null }
  const last = to === null ? today : (parseEdtf(to)?.latest ?? today)
  return { first: toDayNumber(first), last: Math.max(toDayNumber(first), toDayNumber(last)) }
}

function periodOf({ from, to }: Position): string {
  const inWords = (edtf: string): string => {
    const date = parseEdtf(edtf)
    return date ? dateInWords(date).replace(/^(?:on|in) /, '') : edtf
  }
  if (from === null && to === null) return 'dates not known'
  if (from === null) return `until ${inWords(to!)}`
  return to === null ? `since ${inWords(from)}` : `from ${inWords(from)} to ${inWords(to)}`
}
