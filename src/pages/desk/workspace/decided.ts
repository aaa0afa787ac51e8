import { shownWords } from '../../../core/wording.ts'
import type { Decided } from '../../../features/statements/decisions/schema.ts'
import { attribute, type Content, html } from '../../markup/html.ts'
import type { DeskRequest } from '../shell/mount.ts'
import { reviewFields } from './decision.ts'

/** The most characters of a statement in the list. */
const WORDS_MAX = 90

/** The latest changes of a reviewer in words. */
const ACTION_WORDS: Readonly<Record<string, string>> = {
  verified: 'Accepted',
  rejected: 'Rejected',
  disputed: 'Disputed',
  corrected: 'Corrected',
  restored: 'Put back',
}

/** Draws the reviewer's last decisions. Each opens its statement; the latest change of a statement can be undone. */
export function decidedList(desk: DeskRequest, decided: readonly Decided[], next: string): Content {
  const undoable = decided.findIndex(canUndo)
  return html`<section aria-labelledby="decided"><h2 id="decided">Your last decisions</h2>${
    decided.length === 0
      ? html`<p class="note">None yet. The last ten stand here, and can be changed.</p>`
      : html`<ol class="decided">${decided.map((one, index) => decidedItem(desk, one, next, index === undoable))}</ol>`
  }</section>`
}

/** Returns whether a change can be undone: it is the latest of its statement, and is not itself an undo. */
const canUndo = ({ version, current, action }: Decided): boolean =>
  version === current && version > 1 && action !== 'restored'

function decidedItem(desk: DeskRequest, one: Decided, next: string, isFirst: boolean): Content {
  const words = [...shownWords(one.text, one.type)]
  const cut =
    words.length > WORDS_MAX
      ? `${words
          .slice(0, WORDS_MAX)
          .join('')
          .replace(/\s+\S*$/u, '')}…`
      : words.join('')
  return html`<li class="${one.action}"><p><strong>${ACTION_WORDS[one.action] ?? one.action}</strong> <a href="/desk/statements/${one.id}"><bdi>${cut}</bdi></a></p>${
    canUndo(one) &&
    html`<form method="post" action="/desk/statements/${one.id}/undo">${reviewFields(desk, { version: one.current }, next)}<button type="submit" class="quiet"${attribute('data-key', isFirst && 'u')}>Undo<span class="vh"> the decision about: ${cut}</span>${isFirst && html`<kbd class="desk-keys" hidden>u</kbd>`}</button></form>`
  }</li>`
}
