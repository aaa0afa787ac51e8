import { SAID_BASES, type SaidBasis } from '../../../core/vocabulary.ts'
import { attribute, type Content, html } from '../../markup/html.ts'
import { publishedInWords, saidInWords } from '../../words/dates.ts'
import { reasonRow, reviewFields } from '../shell/fields.ts'
import type { DeskRequest } from '../shell/mount.ts'
import type { Workspace } from './read.ts'

/** How a date is known, as choices. */
const BASIS_CHOICES: Readonly<Record<SaidBasis, string>> = {
  stated: 'The article prints the date',
  'relative-to-publication': 'Counted from the date of publication, as in “yesterday”',
  'relative-to-narrative': 'Counted from a date given before, as in “the next day”',
  bounded: 'Another date limits it',
  publication: 'Not dated: on or before publication',
}

/** Draws the form that corrects when the words were said. */
export function dateForm(desk: DeskRequest, { statement }: Workspace, next: string): Content {
  const { id, said, article } = statement
  return html`<details class="correction" id="date"><summary>Correct the date</summary>
<form method="post" action="/desk/statements/${id}/date">${reviewFields(desk, statement, next)}
<p class="note">So far: said ${saidInWords(said, article.published)}${said.expression && html` (“<bdi>${said.expression.exact}</bdi>”)`}; ${publishedInWords(article.published)}.</p>
<div class="form-row"><label for="edtf">Said</label><input id="edtf" name="edtf" type="text" value="${said.edtf}" required autocomplete="off" aria-describedby="edtf-note"></div>
<p class="note" id="edtf-note">A day <code>2024-09-05</code>, a month <code>2024-09</code>, a year <code>2024</code>, a period <code>2024-08/2024-09</code>, or up to a day <code>../2024-11-26</code>.</p>
<div class="form-row"><label for="basis">How it is known</label><select id="basis" name="basis">${SAID_BASES.map(
    (basis) =>
      html`<option value="${basis}"${attribute('selected', basis === said.basis)}>${BASIS_CHOICES[basis]}</option>`,
  )}</select></div>
${said.expression && html`<p class="tick-row"><label class="tick"><input type="checkbox" name="phrase" value="keep" checked> <span>The phrase “<bdi>${said.expression.exact}</bdi>” still tells it</span></label></p>`}
${reasonRow('date-reason')}
<p><button type="submit">Correct the date</button></p></form></details>`
}
