import { passage } from '../../evidence/passage.ts'
import { type Content, html } from '../../markup/html.ts'
import { cueOf, speakerLink, statementPath, statusNote, wordsOf } from '../../parts/statement-card.ts'
import { publishedInWords, saidInWords } from '../../words/dates.ts'
import { roleInWords } from '../../words/speakers.ts'
import { attributionInWords, confidenceInWords, POLARITY_WORDS, TYPE_WORDS } from '../../words/statements.ts'
import { keysHelp } from '../shell/keys.ts'
import type { DeskRequest } from '../shell/mount.ts'
import { dateForm } from './date-form.ts'
import { decidedList } from './decided.ts'
import { decisionForm, type Place } from './decision.ts'
import { doubtForm } from './doubt-form.ts'
import type { Pieces } from './pieces.ts'
import type { Workspace } from './read.ts'
import { reportsForm } from './reports-form.ts'
import { speakerForm } from './speaker-form.ts'
import { wordsForm } from './words-form.ts'

/** Draws a statement to review: the words, where they stand, the decision and the corrections. */
export function workspace(desk: DeskRequest, view: Workspace, place: Place, pieces: Pieces | null): Content {
  const { statement, text, decided } = view
  const { article, said, type, polarity, confidence, speaker_confidence, id } = statement
  const role = roleInWords(statement)
  const polar = POLARITY_WORDS[polarity]
  return html`<div class="columns desk">
<article class="statement">
<header>
<h2 class="speaker">${speakerLink(statement)}${role && html`<span class="role">, <bdi>${role}</bdi></span>`}</h2>
<p class="when">${saidInWords(said, article.published).replace(/^./, (letter) => letter.toUpperCase())}${said.expression && html`<span class="expression"> — the article says “<bdi>${said.expression.exact}</bdi>”</span>`}</p>
<blockquote class="utterance ${type}" dir="auto">${polar && html`<span class="polarity">${polar}: </span>`}${cueOf(statement)}${wordsOf(statement)}</blockquote>
<p class="known">${TYPE_WORDS[type].replace(/^./, (letter) => letter.toUpperCase())}; words like this are ${confidenceInWords(confidence)}. Speaker: ${attributionInWords(statement)}${speaker_confidence !== null && `, ${confidenceInWords(speaker_confidence)}`}. ${statusNote(statement)}</p>
</header>
${passage(text, statement)}
<p class="source"><a href="/articles/${article.id}?statement=${id}#s-${id}">${article.title ? html`<bdi>${article.title}</bdi>` : 'An article without a title'}</a>, ${article.publisher ? html`<cite><bdi>${article.publisher}</bdi></cite>` : 'publisher unknown'}, ${publishedInWords(article.published)}. <a href="${statementPath(id)}#history">Its page and history</a></p>
</article>
${decisionForm(desk, view, place)}
<section class="corrections" aria-labelledby="corrections"><h2 id="corrections" class="label">Something is wrong?</h2>
${speakerForm(desk, view, place.next)}
${wordsForm(desk, view, place.next, pieces)}
${dateForm(desk, view, place.next)}
${reportsForm(desk, view, place.next)}
${doubtForm(desk, view, place.next)}
</section>
<div class="beside">
${decidedList(desk, decided, place.next)}
${keysHelp()}
</div>
</div>
<p class="vh" role="status" id="announced"></p>`
}
