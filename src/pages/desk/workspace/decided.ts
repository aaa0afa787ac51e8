import { shownWords } from '../../../core/wording.ts'
import type { Decided } from '../../../features/statements/decisions/schema.ts'
import { attribute, type Content, html } from '../../markup/html.ts'
import { reviewFields } from '../shell/fields.ts'
import type { DeskRequest } from '../shell/mount.ts'

/** The most characters of a statement in the list. */
const WORDS_MAX = 90

/** The latest changes of a reviewer in words. */
const ACTION_WORDS: Readonly<Record<string, string>> = {
  verified: 'Accepted',
  rejected: 'Rejected',
  disputed: 'Disputed',
  retracted: 'Retracted',
  corrected: 'Corrected',
  restored: 'Put back',
  joined: 'Joined with other reports',
  parted: 'Parted from other reports',
  undone: 'Undone',
}

/** The actions that undo another, and are not themselves undone. */
const UNDOING: readonly string[] = ['restored', 'undone']
/** The decisions about reports. A return to an earlier version does not undo them. */
const ABOUT_REPORTS: readonly string[] = ['joined', 'parted']

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
  version === current && version > 1 && !UNDOING.includes(action)

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
    html`<form method="post" action="/desk/statements/${one.id}/${ABOUT_REPORTS.includes(one.action) ? 'undo-reports' : 'undo'}">${reviewFields(desk, { version: one.current }, next)}<button type="submit" class="quiet"${attribute('data-key', isFirst && 'u')}>Undo<span class="vh"> the decision about: ${cut}</span>${isFirst && html`<kbd class="desk-keys" hidden>u</kbd>`}</button></form>`
  }</li>`
}
