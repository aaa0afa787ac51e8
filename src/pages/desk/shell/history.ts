import type { HistoryEntry } from '../../../features/changes/history/schema.ts'
import { type Content, html } from '../../markup/html.ts'
import { dayInWords } from '../../words/dates.ts'

/** The most fields of a change that are named. */
const FIELDS_MAX = 8

/** Draws who changed what, when and why. */
export const historyList = (history: readonly HistoryEntry[]): Content =>
  html`<section aria-labelledby="history"><h2 id="history">History</h2><ol class="history">${history.map(
    ({ action, actor, reason, recorded, changed }) =>
      html`<li class="block"><time datetime="${recorded}">${dayInWords(recorded.slice(0, 10))}</time> ${action}${actor !== 'machine' && html` by <bdi>${actor}</bdi>`}${changed.length > 0 && changed.length < FIELDS_MAX && ` (${changed.join(', ')})`}${reason && html`: <bdi>${reason}</bdi>`}</li>`,
  )}</ol></section>`
