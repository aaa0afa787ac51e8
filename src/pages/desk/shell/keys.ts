import { type Content, html } from '../../markup/html.ts'

/** Draws the list of keys, with the button that turns them off. It is shown by the script that makes the keys work. */
export const keysHelp = (): Content =>
  html`<section class="desk-keys" aria-labelledby="keys-title" hidden><h2 id="keys-title">Keys</h2>
<dl class="key-list"><dt><kbd>a</kbd></dt><dd>accept</dd><dt><kbd>x</kbd></dt><dd>reject</dd><dt><kbd>s</kbd></dt><dd>skip</dd><dt><kbd>u</kbd></dt><dd>undo the last decision</dd></dl>
<p><button type="button" class="quiet" id="keys-switch" aria-pressed="true">Keys are on</button></p></section>`
