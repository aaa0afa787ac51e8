import { type Content, html } from '../markup/html.ts'

/** Draws the links to the pages before and after a page of a list. */
export const pager = (prev: string | null, next: string | null): Content =>
  (prev || next) &&
  html`<nav class="pager" aria-label="Pages">${prev && html`<a href="${prev}" rel="prev">← Previous page</a>`}${next && html`<a href="${next}" rel="next">Next page →</a>`}</nav>`
