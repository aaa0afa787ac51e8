import { type Content, html } from '../../markup/html.ts'
import { tokenField } from './layout.ts'
import type { DeskRequest } from './mount.ts'

/** Draws the field for a reason that a reviewer must give. @param value what the reviewer wrote before. */
export const reasonRow = (id: string, value = ''): Content =>
  html`<div class="form-row"><label for="${id}">Reason</label><input id="${id}" name="reason" type="text" maxlength="2000" required autocomplete="off" value="${value}"></div>`

/** Returns the fields of a form that changes something: the secret, and the version that the reviewer saw. */
export const versionFields = (desk: DeskRequest, { version }: { readonly version: number }): Content =>
  html`${tokenField(desk)}<input type="hidden" name="version" value="${version}">`

/** Returns the fields of every form about a statement: also the path to which it returns. */
export const reviewFields = (desk: DeskRequest, seen: { readonly version: number }, next: string): Content =>
  html`${versionFields(desk, seen)}<input type="hidden" name="next" value="${next}">`
