import type { Citations } from '../../features/statements/citation/schema.ts'
import { type Content, html } from '../markup/html.ts'

const STYLE_WORDS = {
  ap: 'In a news text (AP)',
  apa: 'APA',
  chicago: 'Chicago',
  mla: 'MLA',
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'CSL JSON',
} as const

/** The styles that people write. The others are for programs. */
const PROSE: ReadonlySet<string> = new Set(['ap', 'apa', 'chicago', 'mla'])

/** The longest text of a box. A longer one is a link, so that the page keeps its size. */
const BOX_MAX = 2_000

const copyButton = (id: string, what: string): Content =>
  html`<button type="button" class="quiet" data-copy="${id}" hidden>Copy<span class="vh"> ${what}</span></button>`

/** Draws the citations of a statement, and the card for other sites. Their text is visible without a script; the script adds buttons that copy it. */
export function citationBox({ permalink, deep_link, citations }: Citations, card: string): Content {
  const ordered = citations.toSorted((a, b) => Number(PROSE.has(b.style)) - Number(PROSE.has(a.style)))
  const prose = ordered.filter(({ style }) => PROSE.has(style))
  const records = ordered.filter(({ style }) => !PROSE.has(style))
  const box = ({ style, reference }: Citations['citations'][number]): Content => {
    const id = `cite-${style}`
    if (reference.length > BOX_MAX)
      return html`<p><a class="spaced" href="${new URL(permalink).pathname}/citation">${STYLE_WORDS[style]}</a> (too long to show here)</p>`
    return html`<div class="citation"><h3>${STYLE_WORDS[style]}</h3><pre id="${id}" tabindex="0">${reference}</pre>${copyButton(id, STYLE_WORDS[style])}</div>`
  }
  return html`<section aria-labelledby="cite"><h2 id="cite">Cite</h2>
<div class="citation"><h3>Permanent address</h3><pre id="permalink" tabindex="0">${permalink}</pre>${copyButton('permalink', 'the address')}</div>
<p><button type="button" class="quiet" data-share="${permalink}" hidden>Share</button></p>
${prose.map(box)}
<details><summary>For reference managers</summary>${records.map(box)}</details>
${card.length <= BOX_MAX && html`<details><summary>To embed in a page</summary><div class="citation"><h3>HTML</h3><pre id="embed" tabindex="0">${card}</pre>${copyButton('embed', 'the HTML')}</div><p class="note">Many editors find the card by the permanent address alone (oEmbed).</p></details>`}
${deep_link && html`<p class="more"><a href="${deep_link}" rel="noreferrer">The words at the publisher</a></p>`}
</section>`
}
