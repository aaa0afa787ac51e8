import type { Subject } from '../../../core/vocabulary.ts'
import type { Db } from '../../../database/db.ts'
import { historyOf } from '../../../features/changes/history/domain.ts'
import type { HistoryEntry } from '../../../features/changes/history/schema.ts'
import { type Content, html } from '../../markup/html.ts'
import type { Page } from '../../shell/layout.ts'
import { counted, momentInWords } from '../../words/dates.ts'
import { deskPage, type Part, tokenField } from './layout.ts'
import { type SentForm, TOKEN_FIELD } from './mount.ts'

/** The most changes on the page. */
const CHANGES = 20
/** The most characters of a value on the page. */
const VALUE_MAX = 300
/** The fields of a form that are not the reviewer's own. */
const OWN: ReadonlySet<string> = new Set([TOKEN_FIELD, 'version', 'next'])

/** What a form wanted to change. */
interface Wanted {
  readonly subject: Subject
  readonly id: string
  readonly part: Part
  /** The page that shows the current state. */
  readonly path: string
}

/**
 * Returns the page for a reviewer whose form is based on an old version: what others changed since, what the form
 * wanted, and both ways on.
 */
export async function conflictPage(
  db: Db,
  form: SentForm,
  { subject, id, part, path }: Wanted,
): Promise<Page> {
  const { fields, request } = form
  const seen = Number(fields['version']) || 0
  const history = await historyOf(db, subject, id, { limit: CHANGES, sort: '-version', position: null })
  const since = history.map(({ item }) => item).filter(({ version }) => version > seen)
  const current = since[0]?.version ?? seen
  const own = Object.entries(fields).filter(([name, value]) => !OWN.has(name) && value !== '')
  form.reply.code(412)
  return deskPage(form, {
    title: 'Changed by another reviewer',
    part,
    main: html`<h1>Someone was faster</h1>
<p class="lead">This was changed ${since.length > 0 && counted(since.length, 'time')} after you opened it. Your change was not made.</p>
<div class="columns"><section aria-labelledby="since"><h2 id="since">What changed</h2><ol class="history">${since.map(change)}</ol></section>
<section class="beside" aria-labelledby="own"><h2 id="own">What you wanted</h2>
<dl class="why">${own.map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value.slice(0, VALUE_MAX)}</bdi></dd>`)}</dl>
<form method="post" action="${request.url}">${tokenField(form)}<input type="hidden" name="version" value="${current}"><input type="hidden" name="next" value="${fields['next'] ?? ''}">${own.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="decide"><a class="button" href="${path}">Look at it as it is</a> <button type="submit" class="quiet">Make my change all the same</button></p></form></section></div>`,
  })
}

const change = ({ action, actor, reason, recorded, changed, before, after }: HistoryEntry): Content =>
  html`<li><time datetime="${recorded}">${momentInWords(recorded)}</time> <strong>${action}</strong> by <bdi>${actor}</bdi>${reason && html`: <bdi>${reason}</bdi>`}<dl class="why">${changed.map(
    (field) =>
      html`<dt>${field.replaceAll('.', ' ').replaceAll('_', ' ')}</dt><dd><del><span class="vh">[before: </span><bdi>${valueAt(before, field)}</bdi><span class="vh">]</span></del> <ins><span class="vh">[after: </span><bdi>${valueAt(after, field)}</bdi><span class="vh">]</span></ins></dd>`,
  )}</dl></li>`

/** Returns a value of a record for readers. @param field its names, separated by dots. */
function valueAt(record: unknown, field: string): string {
  const value = field
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
      record,
    )
  if (value === null || value === undefined || value === '') return 'nothing'
  const words = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return words.length > VALUE_MAX ? `${words.slice(0, VALUE_MAX)}…` : words
}
