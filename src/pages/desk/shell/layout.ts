import { allows, type Caller } from '../../../http/auth.ts'
import { attribute, type Content, html } from '../../markup/html.ts'
import { ASSET_PATHS } from '../../shell/assets.ts'
import type { Page } from '../../shell/layout.ts'
import { type DeskRequest, TOKEN_FIELD } from './mount.ts'

/** The links of the review desk, and the scope that their pages need. */
const PARTS = [
  { part: 'queue', href: '/desk', words: 'Queue', scope: 'review' },
  { part: 'people', href: '/desk/people', words: 'Who is who', scope: 'review' },
  { part: 'articles', href: '/desk/articles', words: 'Articles', scope: 'review' },
  { part: 'ingest', href: '/desk/ingest', words: 'Add articles', scope: 'ingest' },
  { part: 'sources', href: '/desk/sources', words: 'Sources', scope: 'ingest' },
  { part: 'jobs', href: '/desk/jobs', words: 'Jobs', scope: 'ingest' },
] as const
export type Part = (typeof PARTS)[number]['part']

/** Returns the first page of the desk that a caller may open. */
export const firstPageFor = (caller: Caller): string =>
  PARTS.find(({ scope }) => allows(caller, scope))?.href ?? '/'

/** Returns the field with the secret of a form. Every form that changes something contains it. */
export const tokenField = ({ formToken }: Pick<DeskRequest, 'formToken'>): Content =>
  html`<input type="hidden" name="${TOKEN_FIELD}" value="${formToken}">`

/** Returns the links to the style and the script of the review desk. */
export const deskHead = (): Content =>
  html`<meta name="robots" content="noindex">
<link rel="stylesheet" href="${ASSET_PATHS.deskStyle}">
<script src="${ASSET_PATHS.deskScript}" defer></script>`

/** Returns a page of the review desk: the links to its other pages, who is signed in, and the content. */
export function deskPage(
  desk: Pick<DeskRequest, 'caller' | 'formToken'>,
  { title, part, main }: { readonly title: string; readonly part: Part; readonly main: Content },
): Page {
  const links = PARTS.filter(({ scope }) => allows(desk.caller, scope))
  return {
    title,
    head: deskHead(),
    main: html`<div class="desk-bar">
<nav aria-label="Review desk"><ul>${links.map(
      ({ part: one, href, words }) =>
        html`<li><a href="${href}"${attribute('aria-current', one === part ? 'page' : false)}>${words}</a></li>`,
    )}</ul></nav>
<form method="post" action="/desk/sign-out">${tokenField(desk)}<span class="signed-in"><span class="vh">Signed in as </span><bdi>${desk.caller.name}</bdi></span> <button class="quiet" type="submit">Sign out</button></form>
</div>
${main}`,
  }
}
