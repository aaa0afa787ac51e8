import { shownWords } from '../../../core/wording.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { type Content, html } from '../../markup/html.ts'
import { publishedInWords } from '../../words/dates.ts'
import { reasonRow, reviewFields } from '../shell/fields.ts'
import type { DeskRequest } from '../shell/mount.ts'
import type { Workspace } from './read.ts'

/** The most characters of the words of a report. */
const WORDS_MAX = 160

/** Draws the forms that decide which statements report the same words as this one. */
export function reportsForm(desk: DeskRequest, { statement, reports }: Workspace, next: string): Content {
  const path = `/desk/statements/${statement.id}`
  return html`<details class="correction" id="reports"><summary>Join or part reports of these words</summary>
${
  reports.length > 0 &&
  html`<form method="post" action="${path}/part">${reviewFields(desk, statement, next)}
<fieldset class="choices"><legend>Which report is of other words?</legend>${reports.map(reportChoice)}
${reports.length > 1 && html`<label class="tick"><input type="radio" name="other" value="all" required> <span>All of them: this statement stands alone</span></label>`}</fieldset>
${reasonRow('part-reason')}
<p><button type="submit">Part them</button></p></form>`
}
<form method="post" action="${path}/join">${reviewFields(desk, statement, next)}
<div class="form-row"><label for="other">Address of another statement that reports these words</label><input id="other" name="other" type="text" maxlength="500" required spellcheck="false" autocomplete="off"></div>
${reasonRow('join-reason')}
<p><button type="submit">Join them</button></p></form></details>`
}

const reportChoice = ({ id, text, type, article }: Statement): Content => {
  const words = shownWords(text, type)
  return html`<label class="tick"><input type="radio" name="other" value="${id}" required> <span><bdi>${words.length > WORDS_MAX ? `${[...words].slice(0, WORDS_MAX).join('')}…` : words}</bdi> <span class="note"><bdi>${article.publisher ?? 'publisher unknown'}</bdi>, ${publishedInWords(article.published)}</span></span></label>`
}
