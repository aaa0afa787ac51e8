import type { DomainError } from '../../../core/errors.ts'
import { isSlug } from '../../../core/id-or-slug.ts'
import { type Content, html } from '../../markup/html.ts'
import type { Page } from '../../shell/layout.ts'
import { counted } from '../../words/dates.ts'
import { doneBox } from '../shell/done.ts'
import { reasonRow, versionFields } from '../shell/fields.ts'
import { historyList } from '../shell/history.ts'
import { deskPage } from '../shell/layout.ts'
import type { DeskRequest } from '../shell/mount.ts'
import { faultBox } from '../shell/refused.ts'
import { foundChoice, nameRow, type SentAgain, sendOrLook } from './found.ts'
import { ACTIONS, recordPath } from './kinds.ts'
import type { RecordView } from './read.ts'
import { splitForm } from './split-form.ts'

/**
 * Draws a person or an organization with the forms that split, merge and undo.
 * @param sent the form to show again; null for none.
 * @param fault what was wrong with it.
 */
export function recordPage(
  desk: DeskRequest,
  view: RecordView,
  sent: SentAgain | null,
  fault: DomainError | null,
): Page {
  const { kind, record, history } = view
  const { name, slug, aliases, statements } = record
  const own = (form: string): SentAgain | null => (sent?.name === form ? sent : null)
  const merge = mergeForm(desk, view, own('merge'))
  return deskPage(desk, {
    title: `Correct ${kind === 'official' ? 'a person' : 'an organization'}`,
    part: 'people',
    main: html`<p class="back-line"><a href="/desk/people">← Who is who</a></p>${faultBox(fault)}${doneBox(desk.query)}${movedTo(desk)}
<h1 dir="auto">${name}</h1>
<p class="source">${statements.estimated && 'About '}${counted(statements.count, 'statement')} on record; <a href="/${kind}s/${slug}">the page that readers see</a>.${aliases.length > 0 && html` Also printed as <bdi>${aliases.join(', ')}</bdi>.`}</p>
<div class="columns"><div>${kind === 'official' ? splitForm(desk, view, own('split')) : merge}</div>
<div class="beside">${kind === 'official' && merge}${historyList(history)}${record.version > 1 && undoForm(desk, view)}</div></div>`,
  })
}

/** Draws the link to the person who got the statements of a split just now. */
function movedTo({ query }: DeskRequest): Content {
  const slug = query.get('into') ?? ''
  return (
    query.get('done') === 'split' &&
    isSlug(slug) &&
    html`<p class="back-line"><a href="${recordPath('official', slug)}">The other person, with what moved</a></p>`
  )
}

function mergeForm(desk: DeskRequest, { kind, record }: RecordView, sent: SentAgain | null): Content {
  const { word } = ACTIONS[kind]
  const others = sent?.found.filter(({ slug }) => slug !== record.slug) ?? []
  return html`<section aria-labelledby="merge"><h2 id="merge">Is this ${word} on record twice?</h2>
<p class="note">Statements, names and positions move to the record that stays. This address leads there.</p>
<form method="post" action="${recordPath(kind, record.slug)}/merge">${versionFields(desk, record)}
${nameRow('merge-who', 'Name of the record that stays', sent)}
${
  sent === null || others.length === 0
    ? html`${sent?.fields['who'] && html`<p class="note" role="status">No other ${word} on record is called that.</p>`}<p><button type="submit" class="quiet">Look for it</button></p>`
    : html`<fieldset class="choices"><legend>Which record stays?</legend>${others.map((one) => foundChoice(one, sent))}</fieldset>
${reasonRow('merge-reason', sent.fields['reason'])}${sendOrLook('Merge into it')}`
}</form></section>`
}

const undoForm = (desk: DeskRequest, { kind, record }: RecordView): Content =>
  html`<form method="post" action="${recordPath(kind, record.slug)}/undo" class="undo-form">${versionFields(desk, record)}<button type="submit" class="quiet">Undo the last change</button></form>`
