import type { DomainError } from '../../../core/errors.ts'
import { type Content, html } from '../../markup/html.ts'
import { pager } from '../../parts/pager.ts'
import type { Page } from '../../shell/layout.ts'
import { counted, dayInWords, publishedInWords } from '../../words/dates.ts'
import { doneBox } from '../shell/done.ts'
import { reasonRow, versionFields } from '../shell/fields.ts'
import { historyList } from '../shell/history.ts'
import { deskPage } from '../shell/layout.ts'
import { pageAt } from '../shell/list-page.ts'
import type { DeskRequest } from '../shell/mount.ts'
import { faultBox } from '../shell/refused.ts'
import type { ArticleList, ArticleView } from './read.ts'

/** The metadata that a reviewer can correct, with the words for each. */
export const METADATA = [
  { name: 'title', words: 'Title', max: 1000 },
  { name: 'publisher', words: 'Publisher', max: 500 },
  { name: 'byline', words: 'Byline, as printed', max: 500 },
  { name: 'dateline', words: 'Place at the start of the text', max: 200 },
  { name: 'published', words: 'Published, such as 2025-01-15 or 2025-01', max: 50 },
  { name: 'url', words: 'Address at the publisher', max: 2000 },
  { name: 'language', words: 'Language, such as en', max: 20 },
] as const

/** Returns the path of an article of the desk. */
export const articlePath = (id: string): string => `/desk/articles/${id}`

/** Draws the list of articles. */
export function articleListPage(desk: DeskRequest, { q, items: articles, prev, next }: ArticleList): Page {
  const at = (cursor: string | null) => pageAt('/desk/articles', cursor, q === '' ? {} : { q })
  return deskPage(desk, {
    title: 'Articles to correct',
    part: 'articles',
    main: html`<h1>Articles</h1>
<form method="get" action="/desk/articles" role="search" class="ask desk-ask"><label for="q">Words of the title or the text</label><div class="field"><input id="q" name="q" type="search" value="${q}" maxlength="500"><button type="submit">Find</button></div></form>
${
  articles.length === 0
    ? html`<p class="empty">${q === '' ? html`There are no articles yet. <a href="/desk/ingest">Add one</a>.` : 'No article has these words. Try fewer of them.'}</p>`
    : html`<ul class="rows">${articles.map(articleRow)}</ul>`
}
${pager(at(prev), at(next))}`,
  })
}

const articleRow = ({
  id,
  title,
  publisher,
  published,
  statements,
  recorded,
}: ArticleList['items'][number]): Content =>
  html`<li><div><p class="row-title"><a href="${articlePath(id)}"><bdi>${title ?? 'Without a title'}</bdi></a></p>
<p class="note">${publisher ? html`<cite><bdi>${publisher}</bdi></cite>` : 'publisher unknown'}, ${publishedInWords(published)}; read on ${dayInWords(recorded.slice(0, 10))}</p></div>
<p class="row-side"><a href="/desk?article=${id}">${counted(statements.count, 'statement')}<span class="vh"> to review, of the article ${title ?? 'without a title'}</span></a></p></li>`

/** Draws an article with the forms that correct, withdraw and restore it. @param fault what was wrong with a form. */
export function articlePage(desk: DeskRequest, view: ArticleView, fault: DomainError | null): Page {
  const { id, article, absence, history } = view
  const title = article ? (article.title ?? 'An article without a title') : 'This article is not shown'
  return deskPage(desk, {
    title: 'Correct an article',
    part: 'articles',
    main: html`<p class="back-line"><a href="/desk/articles">← Articles</a></p>${faultBox(fault)}${doneBox(desk.query)}
<h1 dir="auto">${title}</h1>
${article ? html`<p class="source">${article.publisher ? html`<cite><bdi>${article.publisher}</bdi></cite>` : 'Publisher unknown'}, ${publishedInWords(article.published)}. <a href="/articles/${id}">Read it</a>, or <a href="/desk?article=${id}">review its ${counted(article.statements.count, 'statement')}</a>.</p>` : html`<p class="lead"><bdi>${absence}</bdi></p>`}
<div class="columns"><div>${article ? metadataForm(desk, view) : restoreForm(desk, view)}</div>
<div class="beside">${article && withdrawForm(desk, view)}${historyList(history)}</div></div>`,
  })
}

function metadataForm(desk: DeskRequest, view: ArticleView): Content {
  const { id, article, history } = view
  const values = { ...article!, published: article!.published.edtf }
  const isCorrected = history.some(({ action }) => action === 'corrected' || action === 'completed')
  const sent = desk.request.method === 'POST' ? (desk.request.body as Readonly<Record<string, string>>) : {}
  return html`<section aria-labelledby="metadata"><h2 id="metadata">What is known of it</h2>
<form method="post" action="${articlePath(id)}/correct">${versionFields(desk, view)}
<div class="form-pair">${METADATA.map(
    ({ name, words, max }) =>
      html`<div class="form-row"><label for="${name}">${words}</label><input id="${name}" name="${name}" type="text" maxlength="${max}" value="${sent[name] ?? values[name] ?? ''}" autocomplete="off" dir="auto"></div>`,
  )}</div>
<p class="note">An empty field removes the value. A new date of publication dates the statements again.</p>
${reasonRow('correct-reason')}
<button type="submit">Correct the article</button></form>
${isCorrected && html`<form method="post" action="${articlePath(id)}/undo" class="undo-form">${versionFields(desk, view)}<button type="submit" class="quiet">Undo the last correction</button></form>`}</section>`
}

const withdrawForm = (desk: DeskRequest, view: ArticleView): Content =>
  html`<section aria-labelledby="withdraw"><h2 id="withdraw">Withdraw it</h2>
<p class="note">No reader sees the article and its statements until it is restored.</p>
<form method="post" action="${articlePath(view.id)}/withdraw">${versionFields(desk, view)}${reasonRow('withdraw-reason')}<button type="submit" class="reject">Withdraw the article</button></form></section>`

const restoreForm = (desk: DeskRequest, view: ArticleView): Content =>
  html`<form method="post" action="${articlePath(view.id)}/restore" class="panel">${versionFields(desk, view)}${reasonRow('restore-reason')}<button type="submit">Show it again</button></form>`
