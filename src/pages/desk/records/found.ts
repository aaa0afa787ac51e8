import { attribute, type Content, html } from '../../markup/html.ts'
import { counted } from '../../words/dates.ts'
import type { FoundRecord } from './read.ts'

/** A form that was sent, and is shown again with the records that its name may mean. */
export interface SentAgain {
  readonly name: string
  readonly fields: Readonly<Record<string, string>>
  readonly found: readonly FoundRecord[]
}

/** Draws the field for the name of another record. */
export const nameRow = (id: string, words: string, sent: SentAgain | null): Content =>
  html`<div class="form-row"><label for="${id}">${words}</label><input id="${id}" name="who" type="text" maxlength="300" value="${sent?.fields['who'] ?? ''}" required autocomplete="off"></div>`

/** Draws the choice of a record that a name may mean. */
export const foundChoice = ({ slug, name, statements }: FoundRecord, sent: SentAgain): Content =>
  html`<label class="tick"><input type="radio" name="into" value="${slug}" required${attribute('checked', sent.fields['into'] === slug)}> <span><bdi>${name}</bdi> <span class="note"><bdi>${slug}</bdi>, ${counted(statements, 'statement')}</span></span></label>`

/** Draws the buttons of a form whose name was looked up. @param words what the form does. */
export const sendOrLook = (words: string): Content =>
  html`<p class="decide"><button type="submit">${words}</button> <button type="submit" class="quiet" name="look" value="yes" formnovalidate>Look for another name</button></p>`
