import { shownWords } from '../../core/wording.ts'
import type { Receipt } from '../../features/receipts/schema.ts'
import type { DraftVerification } from '../../features/verification/draft/schema.ts'
import type { QuoteReport, VerificationWithReceipt } from '../../features/verification/schema.ts'
import { type MarkedWords, markedText } from '../evidence/marked-text.ts'
import { type Content, html } from '../markup/html.ts'
import { differences } from '../parts/differences.ts'
import { statementPath } from '../parts/statement-card.ts'
import { coverageInWords } from '../search/nothing.ts'
import type { Page } from '../shell/layout.ts'
import { counted, publishedInWords, saidInWords } from '../words/dates.ts'
import { VERDICT_CLASS, VERDICT_WORDS, verdictInWords } from './verdicts.ts'

/** A quotation, and the name that a reader gives with it. */
export interface AskedQuotation {
  readonly quote: string
  readonly speaker: string
}

/** A draft that a reader checks. */
interface AskedDraft {
  readonly text: string
  readonly published: string
}

interface Shown {
  readonly quotation?:
    | { readonly asked: AskedQuotation; readonly result: VerificationWithReceipt }
    | undefined
  readonly draft?: { readonly asked: AskedDraft; readonly result: DraftVerification } | undefined
}

/** Draws the page that checks a quotation or a draft, with the result of the last check. */
export function checkPage({ quotation, draft }: Shown): Page {
  return {
    title: 'Check a quotation',
    description: 'Are these words on record, who said them, and what was changed?',
    section: 'check',
    head: (quotation || draft) && html`<meta name="robots" content="noindex">`,
    main: html`<h1>Check a quotation</h1>
<p class="lead">Are the words on record, who said them, and was anything changed?</p>
${quotation && judged(quotation.asked, quotation.result)}
${draft && judgedDraft(draft.asked, draft.result)}
<div class="form-pair">
<form action="/check" method="get" class="panel"><h2>One quotation</h2>
<div class="form-row"><label for="quote">The words, as your text prints them</label><textarea id="quote" name="quote" rows="4" maxlength="5000" required>
${quotation?.asked.quote ?? ''}</textarea></div>
<div class="form-row"><label for="speaker">Who said them, according to your text (optional)</label><input id="speaker" name="speaker" type="text" maxlength="400" value="${quotation?.asked.speaker ?? ''}" autocomplete="off"></div>
<p class="note">A signed receipt proves what the record showed. It has hashes and verdicts, and no words.</p>
<p class="tools"><button type="submit">Check the words</button> <button type="submit" class="quiet" formmethod="post">Check with a receipt</button></p></form>
<form action="/check" method="post" class="panel"><h2>A whole draft</h2>
<div class="form-row"><label for="text-of-draft">The draft, as plain text: each quotation is found and checked</label><textarea id="text-of-draft" name="text" rows="4" required>
${draft?.asked.text ?? ''}</textarea></div>
<div class="form-row"><label for="published">Day of publication (optional), such as 2025-01-15</label><input id="published" name="published" type="text" value="${draft?.asked.published ?? ''}" autocomplete="off"></div>
<p class="tick-row"><label class="tick"><input type="checkbox" name="receipt" value="yes"> Make a signed receipt: it has hashes and verdicts, and no words</label></p>
<p class="note">The draft is read on the server and is not stored.</p>
<button type="submit">Check the draft</button></form>
</div>`,
  }
}

/** Draws the result of a check of one quotation. */
function judged({ quote, speaker }: AskedQuotation, result: VerificationWithReceipt): Content {
  const { verdict, best, facts, near, searched, claimed, retracted, others, receipt } = result
  return html`<section class="verdict ${VERDICT_CLASS[verdict]}" aria-labelledby="verdict"><h2 id="verdict">${verdictInWords(result)}</h2>
<p class="asked">Your text: <q class="plain"><bdi>${quote}</bdi></q>${speaker !== '' && html` — <bdi>${speaker}</bdi>`}</p>
${best && html`<div class="beside-record">${drawnDifferences(quote, best)}${recordOf(best)}</div>`}
${facts.length > 0 && html`<h3>In words</h3><ul>${facts.map((fact) => html`<li><bdi>${fact}</bdi></li>`)}</ul>`}
${retracted.length > 0 && html`<p class="flag-line">The words are on record in a statement that was retracted.</p>`}
${others.length > 0 && html`<p>${counted(others.length, 'other report')} ${others.length === 1 ? 'has' : 'have'} the same words: ${others.slice(0, 5).map(({ statement }) => html`<a class="spaced" href="${statementPath(statement.id)}">${statement.article.publisher ?? 'publisher unknown'}</a> `)}</p>`}
${claimed && html`<h3>The nearest that this speaker said</h3>${recordOf(claimed)}`}
${near.length > 0 && html`<h3>Similar on record</h3>${near.map(recordOf)}`}
${searched && html`<p>${counted(searched.compared, 'similar statement')} ${searched.compared === 1 ? 'was' : 'were'} compared. ${coverageInWords(searched.covers)} ${searched.note}</p>`}${receipt && receiptBox(receipt)}</section>`
}

/** Draws the quotation with what differs: words of the record that are missing, and words that it does not have. */
function drawnDifferences(quote: string, { comparison }: QuoteReport): Content {
  const places = [
    ...comparison.changes.map(({ quote: given, statement }) => ({ ...given, recorded: statement.exact })),
    ...comparison.gaps.map(({ quote: given, statement }) => ({
      start: given.start,
      end: given.start,
      exact: '',
      recorded: statement.map(({ exact }) => exact).join(' … '),
    })),
  ].sort((a, b) => a.start - b.start)
  if (places.length === 0) return null
  const pieces: Content[] = []
  let at = 0
  for (const { start, end, exact, recorded } of places) {
    if (start < at) continue
    pieces.push(
      quote.slice(at, start),
      recorded !== '' &&
        html`<del><span class="vh"> [on record: </span>${recorded}<span class="vh">] </span></del> `,
      exact !== '' &&
        html`<ins><span class="vh"> [your text: </span>${exact}<span class="vh">] </span></ins>`,
    )
    at = end
  }
  pieces.push(quote.slice(at))
  return html`<p class="diff" dir="auto">${pieces}</p>`
}

const recordOf = ({ statement, speaker_agrees }: QuoteReport): Content => {
  const { id, text, type, speaker, said, article } = statement
  return html`<blockquote class="record"><p><a class="words" href="${statementPath(id)}"><bdi>${shownWords(text, type)}</bdi></a></p><footer><bdi>${speaker ?? 'Speaker not named'}</bdi>, ${saidInWords(said, article.published)}, ${article.publisher ? html`<cite><bdi>${article.publisher}</bdi></cite>` : 'publisher unknown'}${said.basis !== 'publication' && `, ${publishedInWords(article.published)}`}${speaker_agrees.agrees === 'no' && html` <strong class="flag">another speaker</strong>`}</footer></blockquote>`
}

/** Draws a draft with each quotation judged in its place. */
function judgedDraft({ text }: AskedDraft, { quotations, summary, receipt }: DraftVerification): Content {
  const marked = quotations.map(
    ({ quote, check }, index): MarkedWords => ({
      number: index + 1,
      id: String(index + 1),
      segments: [{ start: quote.start, end: quote.end }],
      label: VERDICT_WORDS[check.verdict],
      className: VERDICT_CLASS[check.verdict],
    }),
  )
  return html`<section class="verdict" aria-labelledby="verdict"><h2 id="verdict">${counted(summary.quotations, 'quotation')} checked, ${summary.needs_attention === 0 ? 'none needs a look' : `${summary.needs_attention} to look at`}</h2>
${summary.unchecked > 0 && html`<p>${counted(summary.unchecked, 'more quotation')} not checked: send the rest as another draft.</p>`}
<div class="columns reading"><div class="text draft" id="text">${markedText(text, { start: 0, end: text.length }, marked)}</div>
<aside class="margin" aria-labelledby="judged-title"><h3 class="label" id="judged-title">Quotations</h3><ol class="notes">${quotations.map(
    ({ check, speaker }, index) =>
      html`<li id="n-${index + 1}" class="${VERDICT_CLASS[check.verdict]}"><a class="back" href="#s-${index + 1}"><span class="vh">Back to quotation </span>${index + 1}</a> <div><span class="who">${VERDICT_WORDS[check.verdict]}</span> <span class="how">${verdictInWords(check)}${speaker && html` Your text names <bdi>${speaker.exact}</bdi>.`}</span>${check.best && differences(check.best.comparison)}${check.best && html`<a class="evidence" href="${statementPath(check.best.statement.id)}">The record<span class="vh"> for quotation ${index + 1}</span></a>`}</div></li>`,
  )}</ol></aside></div>
${receipt && receiptBox(receipt)}</section>`
}

const receiptBox = (receipt: Receipt): Content =>
  html`<section aria-labelledby="receipt"><h3 id="receipt">Receipt</h3><p>Keep this text with yours. It proves what the record showed, and has none of your words. The service keeps a copy at <a href="${receipt.url}">${receipt.url}</a>.</p>
<div class="citation"><h4 class="label">Signed receipt</h4><pre id="receipt-text" tabindex="0">${JSON.stringify(receipt, null, 1)}</pre><button type="button" class="quiet" data-copy="receipt-text" hidden>Copy<span class="vh"> the receipt</span></button></div>
<p><button type="button" data-save="receipt-text" data-name="receipt.json" hidden>Save the receipt as a file</button></p></section>`
