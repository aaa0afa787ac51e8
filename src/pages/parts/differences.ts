import type { QuoteComparison } from '../../features/verification/schema.ts'
import { type Content, html } from '../markup/html.ts'

/** Draws the differences between the words of a quotation and the words on record, one line for each. */
export function differences({ changes, gaps }: Pick<QuoteComparison, 'changes' | 'gaps'>): Content {
  if (changes.length + gaps.length === 0) return null
  return html`<ul class="differences">${changes.map(
    ({ kind, quote, statement }) =>
      html`<li>${differenceInWords(quote.exact, statement.exact)} <span class="note">(${kind.replaceAll('-', ' ')})</span></li>`,
  )}${gaps.map(
    ({ statement, marked }) =>
      html`<li>left out${marked ? ' at an ellipsis' : ' without an ellipsis'}: <del><bdi>${statement.map(({ exact }) => exact).join(' … ')}</bdi></del></li>`,
  )}</ul>`
}

const differenceInWords = (given: string, recorded: string): Content => {
  if (given === '') return html`missing: <del><bdi>${recorded}</bdi></del>`
  if (recorded === '') return html`added: <ins><bdi>${given}</bdi></ins>`
  return html`<ins><bdi>${given}</bdi></ins> in place of <del><bdi>${recorded}</bdi></del>`
}
