import { type MarkedWords, markedText } from '../evidence/marked-text.ts'
import { UNNAMED, voiceLegend, voicesOf } from '../evidence/voices.ts'
import { attribute, type Content, html, joined } from '../markup/html.ts'
import { speakerLink, statementPath, statusNote } from '../parts/statement-card.ts'
import type { Page } from '../shell/layout.ts'
import { counted, dayInWords, publishedInWords, saidInWords } from '../words/dates.ts'
import { speakerInWords } from '../words/speakers.ts'
import { TYPE_WORDS } from '../words/statements.ts'
import { versions } from './changes.ts'
import type { ArticleView, NumberedStatement } from './read.ts'
import { titleOf } from './title.ts'

/** Draws the page of an article: its whole text with every statement marked, and a note for each. */
export function articlePage(view: ArticleView): Page {
  const { article, text, part, statements, shown, snapshots } = view
  const voices = voicesOf(statements.map(({ statement }) => voiceName(statement)))
  const here = statements.filter(({ statement }) => {
    const { start } = statement.segments[0]!
    return start >= part.start && start < part.end
  })
  const touching = statements.filter(({ statement }) =>
    statement.segments.some(({ start, end }) => start < part.end && end > part.start),
  )
  const facts = [
    article.publisher ? html`<cite><bdi>${article.publisher}</bdi></cite>` : 'publisher unknown',
    publishedInWords(article.published),
    article.byline && html`by <bdi>${article.byline}</bdi>`,
    article.url && html`<a href="${article.url}" rel="noreferrer">at the publisher</a>`,
  ]
  return {
    title: titleOf(article),
    description: `${counted(statements.length, 'statement')} in this article`,
    head: html`<link rel="canonical" href="/articles/${article.id}"><link rel="alternate" type="application/json" href="/v1/articles/${article.id}">`,
    main: html`<article class="article">
<header><h1 dir="auto">${titleOf(article)}</h1>
<p class="source">${joined(facts, html`<span class="dot" aria-hidden="true"> · </span>`)}</p>
<p class="note">${counted(statements.length, 'statement')} found in this text. The number before the words leads to the note; the number of the note leads back.<span class="keys" hidden> In the text, <kbd>j</kbd> and <kbd>k</kbd> go to the next and the previous statement.</span></p>
${shown.id !== article.snapshot.id && html`<p class="note"><strong>This is an earlier version of the text.</strong> Its statements moved to the latest one. <a href="/articles/${article.id}">Read the latest version</a></p>`}
${snapshots.length > 1 && html`<p class="note">The publisher changed this text: it has ${counted(snapshots.length, 'version')} on record. <a href="/articles/${article.id}/changes">What changed</a></p>`}
</header>
<div class="columns reading">
<div>
${voiceLegend(voices.list)}
<div class="text" id="text">${markedText(
      text,
      part,
      touching.map((one) => markedOf(one, voices.classOf)),
    )}</div>
${partsNavigation(view)}
</div>
<aside class="margin" aria-labelledby="notes-title"><h2 id="notes-title" class="label">Statements</h2>
<ol class="notes">${here.map((one) => note(one, voices.classOf(voiceName(one.statement))))}</ol></aside>
</div>
${provenance(view)}
</article>`,
  }
}

const voiceName = (statement: NumberedStatement['statement']): string =>
  statement.speaker.attribution === 'none' ? UNNAMED : speakerInWords(statement)

const markedOf = (
  { number, statement }: NumberedStatement,
  classOf: (name: string) => string,
): MarkedWords => ({
  ...{ number, id: statement.id, segments: statement.segments },
  label: `${speakerInWords(statement)}, ${TYPE_WORDS[statement.type]}`,
  className: classOf(voiceName(statement)),
})

const note = ({ number, statement }: NumberedStatement, className: string): Content =>
  html`<li id="n-${statement.id}" class="${className}"><a class="back" href="#s-${statement.id}"><span class="vh">Back to statement </span>${number}</a> <div><span class="who">${speakerLink(statement)}</span> <span class="how">${TYPE_WORDS[statement.type]}; ${saidInWords(statement.said, statement.article.published)}.</span> ${statusNote(statement)} <a class="evidence" href="${statementPath(statement.id)}">Evidence<span class="vh"> of statement ${number}</span></a></div></li>`

function partsNavigation({ article, parts, part }: ArticleView): Content {
  if (parts.length === 1) return null
  return html`<nav class="parts" aria-label="Parts of the text"><p>This text is long. It has ${parts.length} parts:</p><ol>${parts.map(
    ({ number }) =>
      html`<li><a href="/articles/${article.id}?part=${number}"${attribute('aria-current', number === part.number ? 'page' : false)}>${number}</a></li>`,
  )}</ol></nav>`
}

function provenance({ article, snapshots, shown }: ArticleView): Content {
  return html`<section class="provenance" aria-labelledby="copy"><h2 id="copy">The copy</h2>
<p>The text above is a copy that never changes, read on ${dayInWords(shown.retrieved.slice(0, 10))}. All positions refer to it.</p>
<p>SHA-256: <code class="hash">${shown.sha256}</code></p>
<ul class="links"><li><a href="/v1/articles/${article.id}/text?snapshot=${shown.id}">Plain text</a></li><li><a href="/v1/articles/${article.id}/statements">Statements as data (JSON)</a></li><li><a href="/v1/articles/${article.id}/annotations">Web Annotations</a></li><li><a href="/desk/articles/${article.id}">Correct it, with a key</a></li></ul>
</section>
${snapshots.length > 1 && versions({ article, snapshots, after: shown })}`
}
