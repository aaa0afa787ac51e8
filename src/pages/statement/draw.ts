import type { HistoryEntry } from '../../features/changes/history/schema.ts'
import { OEMBED_FORMATS, OEMBED_PATH } from '../../features/statements/oembed/domain.ts'
import { passage } from '../evidence/passage.ts'
import { type Content, html } from '../markup/html.ts'
import { reportUrl } from '../parts/contact.ts'
import { cueOf, speakerLink, statementPath, statusNote, wordsOf } from '../parts/statement-card.ts'
import type { Page } from '../shell/layout.ts'
import { dayInWords, publishedInWords, SAID_BASIS_WORDS, saidInWords } from '../words/dates.ts'
import { roleInWords, speakerInWords } from '../words/speakers.ts'
import {
  attributionInWords,
  confidenceInWords,
  listed,
  POLARITY_WORDS,
  STATUS_WORDS,
  TYPE_WORDS,
} from '../words/statements.ts'
import { citationBox } from './citations.ts'
import type { StatementView } from './read.ts'
import { reports } from './reports.ts'

/** The most characters of a quotation in a link. */
const QUOTE_MAX = 500
/** The most characters of words that the page sends to a check. */
const RECEIPT_MAX = 2000
/** The most characters of a title. */
const TITLE_MAX = 90

/** Draws the page of a statement. */
export function statementPage(
  { statement, text, sightings, citations, history, card }: StatementView,
  contact: string | null,
): Page {
  const { id, article, said, polarity, type } = statement
  const speaker = speakerInWords(statement)
  const role = roleInWords(statement)
  const polar = POLARITY_WORDS[polarity]
  const start = [...statement.text].slice(0, TITLE_MAX).join('')
  return {
    title: `${speaker}: ${start}${start.length < statement.text.length ? '…' : ''}`,
    description: `${speaker}, ${saidInWords(said, article.published)}`,
    head: html`<link rel="canonical" href="${statementPath(id)}"><link rel="alternate" type="application/json" href="/v1/statements/${id}"><link rel="alternate" type="application/ld+json" href="/v1/statements/${id}/annotation">${embedLinks(citations.permalink)}`,
    main: html`<article class="statement">
<header>
<h1 class="speaker">${speakerLink(statement)}${role && html`<span class="role">, <bdi>${role}</bdi></span>`}</h1>
<p class="when">${sentence(saidInWords(said, article.published))}${said.expression && html`<span class="expression"> — the article says “<bdi>${said.expression.exact}</bdi>”</span>`}</p>
<blockquote class="utterance ${type}" dir="auto">${polar && html`<span class="polarity">${polar}: </span>`}${cueOf(statement)}${wordsOf(statement)}</blockquote>
<p class="source">${TYPE_WORDS[type].replace(/^./, (letter) => letter.toUpperCase())} in <a href="/articles/${article.id}?statement=${id}#s-${id}">${article.title ? html`<bdi>${article.title}</bdi>` : 'an article without a title'}</a>, ${article.publisher ? html`<cite><bdi>${article.publisher}</bdi></cite>` : 'publisher unknown'}, ${publishedInWords(article.published)}. ${statusNote(statement)}</p>
</header>
<div class="columns">
<div>
<section aria-labelledby="passage"><h2 id="passage">Where it stands</h2>
${passage(text, statement)}
<p class="more"><a href="/articles/${article.id}?statement=${id}#s-${id}">Read the whole article</a></p></section>
${why(statement)}
${sightings && reports(id, sightings)}
${revisions(history)}
</div>
<div class="beside">
${citationBox(citations, card)}
<section><h2>Use and correct</h2><ul>
<li><a href="/check?${new URLSearchParams({ quote: statement.text.slice(0, QUOTE_MAX), speaker }).toString()}">Check a quotation of it</a></li>
${type === 'direct' && receiptForm(statement.text, speaker)}<li><a href="${reportUrl(contact, citations.permalink)}">Report an error</a></li>
<li><a href="/desk/statements/${id}">Review it, with a key</a></li>
<li><a href="/v1/statements/${id}?expand=article">Data (JSON)</a></li>
<li><a href="/v1/statements/${id}/annotation">Web Annotation</a></li></ul></section>
</div>
</div>
</article>`,
  }
}

/** Draws the form that checks the words against the record, and makes a receipt. Longer words would make the page too large. */
const receiptForm = (text: string, speaker: string): Content =>
  text.length <= RECEIPT_MAX &&
  html`<li><form action="/check" method="post"><input type="hidden" name="quote" value="${text}"><input type="hidden" name="speaker" value="${speaker}"><button type="submit" class="quiet">Make a receipt of the words</button></form></li>`

/** Returns the links by which other sites find the card of a statement to embed. */
const embedLinks = (permalink: string): Content =>
  OEMBED_FORMATS.map(
    ({ name, linkType }) =>
      html`<link rel="alternate" type="${linkType}" href="${OEMBED_PATH}?${new URLSearchParams({ format: name, url: permalink }).toString()}">`,
  )

const sentence = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase())

/** Says how each part of a statement is known. */
function why(statement: StatementView['statement']): Content {
  const { speaker, said, cue, confidence, speaker_confidence, status, article } = statement
  const { venue, addressee, relay, within } = statement
  const { position } = speaker
  return html`<section aria-labelledby="why"><h2 id="why">Why we think so</h2><dl class="why">
<dt>The words</dt><dd>${TYPE_WORDS[statement.type].replace(/^./, (letter) => letter.toUpperCase())}${cue && html`, reported with “<bdi>${cue.exact}</bdi>”`}. Findings like this are ${confidenceInWords(confidence)}.</dd>
<dt>The speaker</dt><dd>${sentence(attributionInWords(statement))}${speaker.attribution === 'ambiguous' && speaker.candidates.length > 0 && html`: <bdi>${listed(speaker.candidates, 'or')}</bdi>`}.${speaker_confidence !== null && ` Names found like this are ${confidenceInWords(speaker_confidence)}.`}${position && html` The record knows the office held then: <bdi>${position.title}${position.organization && `, ${position.organization.name}`}</bdi>.`}</dd>
<dt>The date</dt><dd>${sentence(saidInWords(said, article.published))}. ${SAID_BASIS_WORDS[said.basis]}</dd>
${venue && html`<dt>Where</dt><dd><bdi>${venue.exact}</bdi></dd>`}
${addressee && html`<dt>To whom</dt><dd><bdi>${addressee.exact}</bdi></dd>`}
${relay && html`<dt>Through whom</dt><dd><bdi>${relay.exact}</bdi></dd>`}
${within && html`<dt>Reported inside</dt><dd>“<bdi>${within.exact}</bdi>”, which another statement reports</dd>`}
<dt>Review</dt><dd>${sentence(STATUS_WORDS[status])}.</dd>
<dt>The text</dt><dd>A copy that never changes. SHA-256: <code class="hash">${article.snapshot.sha256}</code></dd>
</dl></section>`
}

/** Draws the history of a statement. */
function revisions(history: readonly HistoryEntry[]): Content {
  return html`<section aria-labelledby="history"><h2 id="history">History</h2><ol class="history">${history.map(
    ({ action, actor, reason, recorded, changed }) =>
      html`<li><time datetime="${recorded}">${dayInWords(recorded.slice(0, 10))}</time> ${action}${actor === 'machine' ? ' by the service' : html` by <bdi>${actor}</bdi>`}${changed.length > 0 && ` (${changed.join(', ')})`}${reason && html`: <bdi>${reason}</bdi>`}</li>`,
  )}</ol></section>`
}
