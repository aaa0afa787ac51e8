import { isUuid } from '../../../core/id-or-slug.ts'
import { type PageRequest, slicePage } from '../../../core/page.ts'
import type { App } from '../../../http/instance.ts'
import { countStatementsUpTo, listStatements } from '../../../record/statements/domain.ts'
import type { StatementFilters } from '../../../record/statements/schema.ts'
import { html } from '../../markup/html.ts'
import type { Page } from '../../shell/layout.ts'
import { counted, number } from '../../words/dates.ts'
import { doneBox } from '../shell/done.ts'
import { deskPage } from '../shell/layout.ts'
import { addressWith } from '../shell/list-page.ts'
import { type DeskOptions, type DeskRequest, mountDeskPage } from '../shell/mount.ts'
import { decidedList } from '../workspace/decided.ts'
import { workspace } from '../workspace/draw.ts'
import { readDecided, readWorkspace } from '../workspace/read.ts'

const SORT = 'confidence'
/** Statements that wait are counted up to this number. */
const COUNTED_MAX = 1000

/** Mounts the queue: the statements that no one has judged yet, the least certain first, one at a time. */
export const queueRoutes = (app: App, options: DeskOptions): void =>
  mountDeskPage(app, options, { path: '/desk', scope: 'review' }, (desk) => queuePage(desk, options))

async function queuePage(desk: DeskRequest, { db }: DeskOptions): Promise<Page> {
  const { query, request } = desk
  const { cursors } = request.server
  const article = query.get('article')
  const scope = article !== null && isUuid(article) ? { article: article.toLowerCase() } : {}
  const filters: StatementFilters = {
    status: ['machine'],
    ...('article' in scope && { article: [scope.article] }),
  }
  const place = `desk ${JSON.stringify(scope)}`
  const after = query.get('after')
  const position = after === null ? null : cursors.decode(after, SORT, place)
  const page: PageRequest = { limit: 1, sort: SORT, position }
  const [rows, waiting] = await Promise.all([
    listStatements(db, filters, page),
    countStatementsUpTo(db, filters, COUNTED_MAX),
  ])
  const { items, next } = slicePage(page, rows)
  const here = urlOf({ ...scope, ...(after !== null && { after }) })
  const skip = next && urlOf({ ...scope, after: cursors.encode(next, place) })
  const [first] = items
  const heading = html`<div class="queue-head"><h1>${first ? 'Is this right?' : 'Nothing waits here'}</h1>
<p class="note">${first ? `${waitingInWords(waiting)}, the least certain first.` : 'Every statement of this list was judged or skipped.'}${after !== null && html` <a href="${urlOf(scope)}">Back to the first</a>`}${'article' in scope && html` Only of <a href="/articles/${scope.article}">one article</a>; <a href="/desk">all articles</a>.`}</p></div>`
  const content = first
    ? workspace(desk, await readWorkspace(db, first.id, desk.caller.name, ''), { next: here, skip }, null)
    : html`<div class="beside">${decidedList(desk, await readDecided(db, desk.caller.name), here)}</div>`
  return deskPage(desk, {
    title: 'Review queue',
    part: 'queue',
    main: html`${doneBox(query)}${heading}${content}`,
  })
}

/** Says how many statements wait: "3 statements wait". */
const waitingInWords = (count: number): string =>
  count > COUNTED_MAX
    ? `More than ${number(COUNTED_MAX)} statements wait`
    : `${counted(count, 'statement')} ${count === 1 ? 'waits' : 'wait'}`

const urlOf = (parameters: Readonly<Record<string, string>>): string => addressWith('/desk', parameters)
