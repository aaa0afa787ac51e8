import { html } from '../../markup/html.ts'
import type { Page } from '../../shell/layout.ts'
import { deskHead } from '../shell/layout.ts'

/** Draws the page for signing in. @param fault what was wrong with the last attempt. */
export const signInPage = ({
  next,
  fault,
}: {
  readonly next: string
  readonly fault?: string | undefined
}): Page => ({
  title: 'Sign in to the review desk',
  head: deskHead(),
  main: html`<div class="sign-in">
<h1>Review desk</h1>
<p class="lead">Judge and correct what the service found, and add articles. You need a key.</p>
${fault && html`<p class="fault" role="alert" id="fault">${fault}</p>`}
<form method="post" action="/desk/sign-in" class="panel">
<input type="hidden" name="next" value="${next}">
<div class="form-row"><label for="key">Key</label><input id="key" name="key" type="password" autocomplete="current-password" spellcheck="false" maxlength="200" required aria-describedby="about-key"></div>
<p class="note" id="about-key">It begins with onrecord_. The operator of this service creates keys, one for each person.</p>
<button type="submit">Sign in</button>
</form>
<p class="note">The sign-in lasts twelve hours. Every change names your key in the public history.</p>
</div>`,
})
