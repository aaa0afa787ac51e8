import { type Content, html } from '../../markup/html.ts'
import { reviewFields } from '../shell/fields.ts'
import type { DeskRequest } from '../shell/mount.ts'
import type { Workspace } from './read.ts'

/** The changes of the status that the desk offers, with the reasons for those that need none from the reviewer. */
export const DEFAULT_REASONS = {
  verify: 'Compared with the article.',
  reject: 'The article does not say this.',
  dispute: undefined,
  retract: undefined,
  restore: 'Looked at again.',
} as const

/** Where a workspace stands. */
export interface Place {
  /** The path to which the forms return. */
  readonly next: string
  /** The path of the next statement of the queue; null outside the queue and at its end. */
  readonly skip: string | null
}

/** Draws the form that accepts, rejects or restores a statement. */
export function decisionForm(desk: DeskRequest, { statement }: Workspace, { next, skip }: Place): Content {
  const { id, status } = statement
  return html`<form method="post" action="/desk/statements/${id}/decide" class="decision" aria-label="Decision">
${reviewFields(desk, statement, next)}
<div class="form-row"><label for="reason">Reason (optional; the public history shows it)</label><input id="reason" name="reason" type="text" maxlength="2000" autocomplete="off"></div>
<p class="decide">${
    status === 'rejected'
      ? html`<button type="submit" name="decision" value="restore">Put it back</button>`
      : html`${status !== 'verified' && html`<button type="submit" name="decision" value="verify" data-key="a">Accept<kbd class="desk-keys" hidden>a</kbd></button> `}<button type="submit" class="reject" name="decision" value="reject" data-key="x">Reject<kbd class="desk-keys" hidden>x</kbd></button>`
  }${skip && html` <a class="button" href="${skip}" data-key="s">Skip<kbd class="desk-keys" hidden>s</kbd></a>`}</p>
</form>`
}
