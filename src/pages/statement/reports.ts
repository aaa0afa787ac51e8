import { shownWords } from '../../core/wording.ts'
import type { Sightings } from '../../features/verification/sightings/schema.ts'
import { type Content, html } from '../markup/html.ts'
import { differences } from '../parts/differences.ts'
import { statementPath } from '../parts/statement-card.ts'
import { counted, publishedInWords } from '../words/dates.ts'
import { listed } from '../words/statements.ts'

/** Draws the other reports of an utterance, with what differs from the first report. */
export function reports(id: string, { reports: all, independent, disagreements }: Sightings): Content {
  return html`<section aria-labelledby="reports" class="reports"><h2 id="reports">${counted(all.length, 'report')} of these words</h2>
<p>${independent === all.length ? 'Each stands in a text of its own.' : `${counted(independent, 'independent report')}; the others are likely copies of one text.`} ${disagreements.length > 0 ? html`<strong>They disagree about the ${listed(disagreements)}.</strong>` : 'They agree about the speaker, the date and the words.'}</p>
<ol>${all.map((report, index) => reportItem(report, index === 0, report.statement.id === id))}</ol>
</section>`
}

function reportItem(
  { statement, comparison, speaker_agrees, said_agrees, copy_of }: Sightings['reports'][number],
  isFirst: boolean,
  isThis: boolean,
): Content {
  const { article, text, type, speaker } = statement
  const source = html`${article.publisher ? html`<cite><bdi>${article.publisher}</bdi></cite>` : 'Publisher unknown'}, ${publishedInWords(article.published)}`
  const words = html`<bdi>${shownWords(text, type)}</bdi>`
  return html`<li><p>${isThis ? html`<strong>This report:</strong> ${source}` : html`<a href="${statementPath(statement.id)}">${source}</a>`}${isFirst && html` <span class="note">first published</span>`}${copy_of && html` <span class="note">same words around it as another report: likely a copy</span>`}</p>
<p class="report-words">${words}</p>
${speaker_agrees.agrees === 'no' && html`<p class="flag-line">Another speaker: ${speaker ?? 'not named'}</p>`}
${said_agrees === 'no' && html`<p class="flag-line">Another date</p>`}
${!isFirst && differences(comparison)}</li>`
}
