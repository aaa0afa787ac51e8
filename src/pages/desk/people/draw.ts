import type { DomainError } from '../../../core/errors.ts'
import type { Candidate } from '../../../features/people/officials/candidates/schema.ts'
import type { LikelyPair, Likeness } from '../../../features/people/officials/duplicates/schema.ts'
import type { Official } from '../../../record/officials/schema.ts'
import { attribute, type Content, html } from '../../markup/html.ts'
import type { Page } from '../../shell/layout.ts'
import { counted } from '../../words/dates.ts'
import { recordPath } from '../records/kinds.ts'
import type { FoundRecord } from '../records/read.ts'
import { doneBox } from '../shell/done.ts'
import { reasonRow } from '../shell/fields.ts'
import { deskPage, tokenField } from '../shell/layout.ts'
import type { DeskRequest } from '../shell/mount.ts'
import { faultBox } from '../shell/refused.ts'

/** What the page about people shows. */
export interface PeopleView {
  /** The name that the reviewer searched for; empty without a search. */
  readonly q: string
  readonly found: readonly FoundRecord[]
  readonly candidates: readonly Candidate[]
  readonly pairs: readonly LikelyPair[]
  /** The person into whom another was merged just now; null otherwise. */
  readonly merged: Official | null
}

/** Draws the names that wait for a decision, and the people who may be on record twice. */
export function peoplePage(desk: DeskRequest, view: PeopleView, fault: DomainError | null): Page {
  const { candidates, pairs, merged } = view
  return deskPage(desk, {
    title: 'Who is who',
    part: 'people',
    main: html`${faultBox(fault)}${doneBox(desk.query)}${merged && undoMerge(desk, merged)}
<h1>Who is who</h1>
${search(view)}
<section aria-labelledby="names" class="later"><h2 id="names">Names that may mean several people</h2>
${candidates.length === 0 ? html`<p class="note">No name waits for a decision.</p>` : html`<ul class="cases">${candidates.map((one) => candidateItem(desk, one))}</ul>`}</section>
<section aria-labelledby="pairs" class="later"><h2 id="pairs">Records that may be one person</h2>
${pairs.length === 0 ? html`<p class="note">No two people on record have names like one.</p>` : html`<ul class="cases">${pairs.map((pair, index) => pairItem(desk, pair, index))}</ul>`}</section>`,
  })
}

/** Draws the search for a person or an organization to correct. */
const search = ({ q, found }: PeopleView): Content =>
  html`<form method="get" action="/desk/people" role="search" class="ask desk-ask"><label for="q">Name of a person or an organization to merge or split</label><div class="field"><input id="q" name="q" type="search" value="${q}" maxlength="300"><button type="submit">Find</button></div></form>
${q !== '' && (found.length === 0 ? html`<p class="empty">No one on record is called “<bdi>${q}</bdi>”.</p>` : html`<ul class="rows">${found.map(({ kind, slug, name, statements }) => html`<li><p class="row-title"><a href="${recordPath(kind, slug)}"><bdi>${name}</bdi></a></p><p class="row-side">${kind === 'official' ? 'person' : 'organization'}, ${counted(statements, 'statement')}</p></li>`)}</ul>`)}`

function candidateItem(desk: DeskRequest, candidate: Candidate): Content {
  const { id, name, explanation, article, positions, candidates, statements } = candidate
  const printed = positions.map(({ title, organization }) =>
    organization ? `${title}, ${organization.name}` : title,
  )
  return html`<li class="case"><div><h3><bdi>${name}</bdi></h3>
<p><bdi>${explanation}</bdi></p>
<p class="note">${printed.length > 0 && html`Printed as <bdi>${printed.join('; ')}</bdi>. `}${counted(statements.count, 'statement')} in <a href="/articles/${article.id}"><bdi>${article.title ?? 'an article without a title'}</bdi></a>${article.publisher && html`, <cite><bdi>${article.publisher}</bdi></cite>`}.</p></div>
<form method="post" action="/desk/people/candidates/${id}">${tokenField(desk)}
<fieldset class="choices"><legend>Who is it?<span class="vh"> ${name}</span></legend>
${candidates.map(
  ({ slug, name: known, titles }) =>
    html`<label class="tick"><input type="radio" name="who" value="same:${slug}" required> <span><bdi>${known}</bdi>${titles.length > 0 && html` <span class="note"><bdi>${titles.slice(0, 3).join('; ')}</bdi></span>`}</span></label>`,
)}
<label class="tick"><input type="radio" name="who" value="new" required> <span>Someone who is not on record yet</span></label>
<label class="tick"><input type="radio" name="who" value="none" required> <span>Someone who needs no record</span></label></fieldset>
${reasonRow(`reason-${id}`)}<button type="submit">Decide<span class="vh"> who ${name} is</span></button></form></li>`
}

function pairItem(desk: DeskRequest, pair: LikelyPair, index: number): Content {
  const [first, second] = pair
  return html`<li class="case"><div class="pair">${pair.map(
    (one) =>
      html`<div><h3><a href="${recordPath('official', one.slug)}"><bdi>${one.name}</bdi></a></h3><p class="note">${likenessInWords(one)}</p></div>`,
  )}</div>
<form method="post" action="/desk/people/merge">${tokenField(desk)}
<fieldset class="choices"><legend>Which record stays?<span class="vh"> ${first.name} or ${second.name}</span></legend>${pair.map(
    (into, at) =>
      html`<label class="tick"><input type="radio" name="merge" value="${pair[1 - at]!.slug}:${pair[1 - at]!.version}:${into.slug}" required${attribute('checked', at === 0)}> <span><bdi>${into.name}</bdi>${into.titles.length > 0 && html` <span class="note"><bdi>${into.titles.join('; ')}</bdi></span>`}</span></label>`,
  )}</fieldset>
${reasonRow(`merge-reason-${index}`)}<button type="submit">Merge the two<span class="vh">: ${first.name} and ${second.name}</span></button></form></li>`
}

const likenessInWords = ({ titles, statements }: Likeness): Content => [
  titles.length > 0 && html`<bdi>${titles.join('; ')}</bdi>. `,
  `${counted(statements, 'statement')}.`,
]

const undoMerge = (desk: DeskRequest, { slug, name, version }: Official): Content =>
  html`<form method="post" action="/desk/people/undo" class="undo-form">${tokenField(desk)}<input type="hidden" name="person" value="${slug}"><input type="hidden" name="version" value="${version}"><p>They are <a href="${recordPath('official', slug)}"><bdi>${name}</bdi></a> now. <button type="submit" class="quiet">Undo the merge</button></p></form>`
