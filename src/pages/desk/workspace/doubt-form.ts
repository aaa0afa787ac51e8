import { type Content, html } from '../../markup/html.ts'
import { reasonRow, reviewFields } from '../shell/fields.ts'
import type { DeskRequest } from '../shell/mount.ts'
import type { Workspace } from './read.ts'

/** Draws the form that disputes or retracts a statement. A rejected statement allows neither. */
export function doubtForm(desk: DeskRequest, { statement }: Workspace, next: string): Content {
  const { id, status } = statement
  if (status === 'rejected') return null
  return html`<details class="correction" id="doubt"><summary>Dispute or retract it</summary>
<form method="post" action="/desk/statements/${id}/decide">${reviewFields(desk, statement, next)}
<p class="note">${status === 'disputed' ? 'The statement is disputed: lists show it with a mark.' : 'Lists show a disputed statement with a mark.'} No reader sees a retracted one: its address says who retracted it, when and why.</p>
${reasonRow('doubt-reason')}
<p class="decide">${status !== 'disputed' && html`<button type="submit" name="decision" value="dispute">Dispute it</button> `}<button type="submit" class="reject" name="decision" value="retract">Retract it</button></p></form></details>`
}
