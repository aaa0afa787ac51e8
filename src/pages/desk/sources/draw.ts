import type { DomainError } from '../../../core/errors.ts'
import type { SourceEntry } from '../../../features/articles/sources/entries/schema.ts'
import type { Source } from '../../../features/articles/sources/schema.ts'
import { type Content, html, joined } from '../../markup/html.ts'
import { pager } from '../../parts/pager.ts'
import type { Page } from '../../shell/layout.ts'
import { counted, momentInWords, number } from '../../words/dates.ts'
import { doneBox } from '../shell/done.ts'
import { versionFields } from '../shell/fields.ts'
import { deskPage, tokenField } from '../shell/layout.ts'
import { type ListPage, pageAt } from '../shell/list-page.ts'
import type { DeskRequest } from '../shell/mount.ts'
import { faultBox } from '../shell/refused.ts'
import type { SourceView } from './read.ts'

/** The fields of a form that adds or changes a source. */
type Fields = Readonly<Record<string, string>>

/** Returns the path of a source of the desk. */
export const sourcePath = (id: string): string => `/desk/sources/${id}`

const STATUS_WORDS: Readonly<Record<Source['status'], string>> = {
  active: 'followed',
  paused: 'paused',
  disabled: 'stopped by the service',
}

/** Draws the list of sources, and the form that adds one. @param fields the fields of the form that was refused. */
export function sourceListPage(
  desk: DeskRequest,
  { items: sources, prev, next }: ListPage<Source>,
  fields: Fields,
  fault: DomainError | null,
): Page {
  return deskPage(desk, {
    title: 'Sources',
    part: 'sources',
    main: html`${faultBox(fault)}${doneBox(desk.query)}<h1>Sources</h1>
<p class="lead">Feeds that the service follows. It reads each new article that they announce.</p>
<form method="post" action="/desk/sources" class="panel" aria-labelledby="add"><h2 id="add">Follow a feed</h2>${tokenField(desk)}
<div class="form-row"><label for="url">Address of a feed, of a news sitemap, or of a page that names its feed</label><input id="url" name="url" type="text" inputmode="url" maxlength="2000" required spellcheck="false" autocomplete="off" value="${fields['url'] ?? ''}"></div>
<div class="form-pair">${settingRow('publisher', 'Publisher (default: what each page says)', fields['publisher'])}${settingRow('time_zone', 'Time zone of the publisher (optional), such as Europe/Oslo', fields['time_zone'])}</div>
<button type="submit">Follow it</button></form>
${sources.length === 0 ? html`<p class="empty">No feed is followed yet.</p>` : html`<ul class="rows">${sources.map(sourceRow)}</ul>`}
${pager(pageAt('/desk/sources', prev), pageAt('/desk/sources', next))}`,
  })
}

const settingRow = (name: string, words: string, value: string | null | undefined): Content =>
  html`<div class="form-row"><label for="${name}">${words}</label><input id="${name}" name="${name}" type="text" maxlength="500" autocomplete="off" value="${value ?? ''}"></div>`

const nameOf = ({ title, publisher, url }: Source): string => title ?? publisher ?? url

const sourceRow = (source: Source): Content =>
  html`<li><div><p class="row-title"><a href="${sourcePath(source.id)}"><bdi>${nameOf(source)}</bdi></a></p>
<p class="note"><bdi>${source.url}</bdi></p><p class="note">${entriesInWords(source)}</p>
${source.problem && html`<p class="flag-line"><bdi>${source.problem.detail}</bdi></p>`}</div>
<p class="row-side${source.status !== 'active' && ' bad'}">${STATUS_WORDS[source.status]}</p></li>`

function entriesInWords({ entries, polled }: Source): Content {
  const { ingested, waiting, skipped, failed } = entries
  const parts = [
    `${counted(ingested, 'article')} read`,
    waiting > 0 && `${number(waiting)} waiting`,
    skipped > 0 && `${number(skipped)} skipped`,
    failed > 0 && html`<strong class="bad">${number(failed)} failed</strong>`,
    polled ? `looked at ${momentInWords(polled)}` : 'not looked at yet',
  ]
  return joined(parts, html`<span aria-hidden="true"> · </span>`)
}

/** Draws a source with its settings and its entries. */
export function sourcePage(desk: DeskRequest, view: SourceView, fault: DomainError | null): Page {
  const { source, items: entries, prev, next } = view
  const path = sourcePath(source.id)
  return deskPage(desk, {
    title: 'A source',
    part: 'sources',
    main: html`<p class="back-line"><a href="/desk/sources">← Sources</a></p>${faultBox(fault)}${doneBox(desk.query)}
<h1 dir="auto">${nameOf(source)}</h1>
<p class="source"><bdi>${source.url}</bdi>, added by <bdi>${source.added_by}</bdi> on ${momentInWords(source.recorded)}.</p>
<p><strong>${STATUS_WORDS[source.status].replace(/^./, (letter) => letter.toUpperCase())}.</strong>${source.status_reason && html` <bdi>${source.status_reason}</bdi>`} ${entriesInWords(source)}${source.next_poll && source.status === 'active' && html`; next look ${momentInWords(source.next_poll)}`}.</p>
${source.problem && html`<p class="flag-line"><bdi>${source.problem.detail}</bdi>${source.failures > 1 && ` Failed ${number(source.failures)} times.`}</p>`}
<div class="columns"><section aria-labelledby="entries"><h2 id="entries">What became of each entry</h2>
${entries.length === 0 ? html`<p class="empty">It has announced nothing yet. The first look follows within a minute.</p>` : html`<ol class="rows">${entries.map(entryRow)}</ol>`}
${pager(pageAt(path, prev), pageAt(path, next))}</section>
<div class="beside">${controls(desk, source)}${settingsForm(desk, source)}</div></div>`,
  })
}

function controls(desk: DeskRequest, source: Source): Content {
  const path = sourcePath(source.id)
  const [action, words] = source.status === 'active' ? ['pause', 'Pause it'] : ['resume', 'Follow it again']
  return html`<section aria-labelledby="controls"><h2 id="controls">Follow or leave</h2>
<form method="post" action="${path}/${action!}" class="inline-form">${versionFields(desk, source)}<button type="submit">${words!}</button></form>
<form method="post" action="${path}/remove">${versionFields(desk, source)}<p class="tick-row"><label class="tick"><input type="checkbox" name="sure" value="yes" required> Remove it for good; the articles stay</label></p><button type="submit" class="reject">Remove the source</button></form></section>`
}

const settingsForm = (desk: DeskRequest, source: Source): Content =>
  html`<section aria-labelledby="settings"><h2 id="settings">Settings</h2>
<form method="post" action="${sourcePath(source.id)}/settings">${versionFields(desk, source)}
${settingRow('publisher', 'Publisher', source.publisher)}${settingRow('language', 'Language, such as en', source.language)}${settingRow('time_zone', 'Time zone, such as Europe/Oslo', source.time_zone)}${settingRow('interval_minutes', 'Minutes between two looks', String(source.interval_minutes))}
<button type="submit">Save</button></form></section>`

const STATE_WORDS: Readonly<Record<SourceEntry['state'], string>> = {
  waiting: 'waiting',
  ingested: 'read',
  skipped: 'skipped',
  failed: 'failed',
}

const OUTCOME_WORDS = {
  created: 'new',
  changed: 'a new version of its text',
  known: 'on record before',
} as const

function entryRow({
  url,
  published,
  state,
  outcome,
  article,
  statements,
  reason,
  recorded,
}: SourceEntry): Content {
  const name = html`<bdi>${url ?? 'An article that was erased'}</bdi>`
  return html`<li><div><p class="entry-url">${article ? html`<a href="/articles/${article.id}">${name}</a>` : name}</p>
<p class="note">Found ${momentInWords(recorded)}${published && html`, dated <bdi>${published}</bdi>`}${statements !== null && `; ${counted(statements, 'new statement')}`}.${article && html` <a href="/desk?article=${article.id}">Review them<span class="vh"> of ${url ?? 'this article'}</span></a>`}</p>
${reason && html`<p class="flag-line"><bdi>${reason.detail}</bdi></p>`}</div>
<p class="row-side${state === 'failed' && ' bad'}">${outcome ? OUTCOME_WORDS[outcome] : STATE_WORDS[state]}</p></li>`
}
