import type { AccuracyMeasurement } from '../../features/accuracy/schema.ts'
import type { Coverage } from '../../record/articles/schema.ts'
import { type Content, html } from '../markup/html.ts'
import { contactUrl } from '../parts/contact.ts'
import { coverageInWords } from '../search/nothing.ts'
import type { Page } from '../shell/layout.ts'
import { dayInWords, number } from '../words/dates.ts'

/** What the page about the service shows. */
interface About {
  readonly figures: { readonly engine: AccuracyMeasurement; readonly verifier: AccuracyMeasurement }
  readonly coverage: Coverage
  /** True if the service has the page of the API at `/docs`. */
  readonly hasDocs: boolean
  /** Where readers report errors; null if the operator names no place. */
  readonly contact: string | null
}

/** Draws the page about the service. */
export function aboutPage({ figures, coverage, hasDocs, contact }: About): Page {
  const reachedAt = contactUrl(contact)
  return {
    title: 'About',
    description:
      'How On Record works, how often it is right, what it covers, and how to cite and correct it.',
    section: 'about',
    main: html`<div class="prose"><h1>About On Record</h1>
<p class="lead">On Record reads news articles. It finds what people are reported to have said, and works out who said it and when. It shows the exact characters of the article that prove each finding.</p>
<h2 id="how">How it works</h2>
<ul>
<li>Each article is kept as a copy that never changes. Its SHA-256 hash proves which text was read.</li>
<li>A program without any judgment of its own finds quotations and paraphrases, the words that name the speaker, and the words that give a date. It follows fixed rules. The same text always gives the same answer.</li>
<li>If the text does not decide who speaks, the page says so. It shows the candidates and does not guess.</li>
<li>Three dates stay apart: when the words were said, when the article was published, and when this service read it.</li>
<li>Only words that the article prints in quotation marks stand in quotation marks here. A paraphrase never does. “…” marks the report’s own words that were left out between two pieces of a quotation.</li>
<li>People review and correct statements. Every change stays in the history of the statement.</li>
</ul>
<h2 id="covers">What the record covers</h2>
<p>${coverageInWords(coverage)} Words that are not in it may still have been said.</p>
<h2 id="accuracy">How often it is right</h2>
${measurement('Reading articles', figures.engine)}
${measurement('Checking quotations', figures.verifier)}
<h2 id="cite">How to cite</h2>
<p>Cite the article that printed the words. Each statement has references in the usual styles, and a permanent address that leads back to its evidence. A statement is a machine’s reading of an article until a person has verified it: read the passage before you quote it.</p>
<h2 id="correct">How to report an error</h2>
<p>Send the permanent address of the statement, and what is wrong, to ${reachedAt === null ? 'the operator of this service' : html`<a href="${reachedAt}">${contact!.replace(/\{statement\}/g, '…')}</a>`}. ${reachedAt !== null && 'On the page of a statement, “Report an error” fills in its address. '}The operator can correct the speaker, the words, the date and the kind of a statement, dispute it, or retract it. The history of the statement shows each correction with its reason.</p>
<h2 id="data">For programs</h2>
<p>Everything on these pages is also data. ${hasDocs && html`<a href="/docs">The API</a> has a page to try it. `}Each list of statements is also a feed and a spreadsheet. <a href="/openapi.json">OpenAPI description</a>, <a href="/v1/accuracy">figures as data</a>.</p></div>`,
  }
}

function measurement(
  title: string,
  { on, measured, version, figures, reproduce }: AccuracyMeasurement,
): Content {
  return html`<table><caption>${title}: version ${version}, measured on ${dayInWords(measured)}, on ${on}</caption>
<thead><tr><th scope="col">What was counted</th><th scope="col">Result</th><th scope="col">Of</th></tr></thead>
<tbody>${figures.map(
    ({ name, value, unit, of }) =>
      html`<tr><th scope="row">${name}</th><td>${unit === 'percent' ? `${Math.round(value * 10) / 10} %` : number(value)}</td><td>${of === null ? '' : number(of)}</td></tr>`,
  )}</tbody></table>
<p class="note">Measure it again with <code>${reproduce}</code>.</p>`
}
