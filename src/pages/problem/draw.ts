import type { ErrorCode } from '../../core/errors.ts'
import type { Problem } from '../../http/problems.ts'
import { type Content, html } from '../markup/html.ts'
import { searchBox } from '../search/draw.ts'
import type { Page } from '../shell/layout.ts'

interface Advice {
  readonly title: string
  readonly advice: Content
}

const PASTE = html`Copy the text of the article, and <a href="/read">paste it</a> instead.`
const BACK = html`<a href="/">Start again from the search</a>.`

/** What a reader can do about a failure, by its code. Other failures show their own sentence. */
const ADVICE: Partial<Readonly<Record<ErrorCode, Advice>>> = {
  not_found: {
    title: 'There is nothing at this address',
    advice: html`Check the address for a typing error, or search for the words or the name below.`,
  },
  gone: {
    title: 'This is no longer shown',
    advice: html`The record keeps the time and the reason, and does not show the words.`,
  },
  rate_limited: {
    title: 'Too many requests from your network',
    advice: html`Wait a little, then load the page again. Nothing is lost.`,
  },
  unavailable: {
    title: 'The service is busy',
    advice: html`Load the page again in a few seconds. Nothing is lost.`,
  },
  too_broad: {
    title: 'This search finds too much',
    advice: html`Add a name, a publisher or a period to the search, and try again.`,
  },
  timeout: {
    title: 'The answer took too long',
    advice: html`Add a name or a period to the search, and try again.`,
  },
  unauthorized: {
    title: 'This record is not public',
    advice: html`The operator of this service gives access by keys of the API. Ask the operator.`,
  },
  internal_error: {
    title: 'Something went wrong here',
    advice: html`It was not your mistake. Load the page again. If it happens again, tell the operator the number below.`,
  },
  fetch_failed: { title: 'The page could not be fetched', advice: PASTE },
  fetch_refused: { title: 'The service does not fetch this address', advice: PASTE },
  unreadable_article: { title: 'No article was found there', advice: PASTE },
  article_not_found: { title: 'No article was found there', advice: PASTE },
  article_behind_wall: { title: 'Only the beginning of the article is public', advice: PASTE },
  invalid_cursor: {
    title: 'This page of the list no longer exists',
    advice: html`Go to the first page of the search.`,
  },
}

/** Draws a failure for a browser: what happened, and what to do. */
export function problemPage(
  { code, status, title, detail, errors, request_id }: Problem,
  retryAfter?: string,
): Page {
  const known = ADVICE[code]
  const showsDetail = status !== 404 && status < 500
  return {
    title: known?.title ?? title,
    head: html`<meta name="robots" content="noindex">`,
    main: html`<div class="problem">
<h1>${known?.title ?? title}</h1>
${showsDetail && html`<p class="detail"><bdi>${detail}</bdi></p>`}
${errors.length > 1 && html`<ul>${errors.map(({ message, parameter }) => html`<li>${parameter && html`<code>${parameter}</code>: `}<bdi>${message}</bdi></li>`)}</ul>`}
<p>${known?.advice ?? BACK}${retryAfter && ` Wait ${retryAfter} seconds.`}</p>
${searchBox('')}
<p class="note">Error ${status}, <code>${code}</code>. Request <code>${request_id}</code>.</p>
</div>`,
  }
}
