import { changedText, type TextPiece } from '../../compare/index.ts'
import type { Db } from '../../database/db.ts'
import { getArticle, getText, listSnapshots } from '../../record/articles/domain.ts'
import type { Article, Snapshot } from '../../record/articles/schema.ts'
import { attribute, type Content, html } from '../markup/html.ts'
import type { Page } from '../shell/layout.ts'
import { counted, dayInWords } from '../words/dates.ts'
import { titleOf } from './title.ts'

/** The most versions of a text in a list. */
export const SNAPSHOTS_MAX = 20
/** The characters of the same text that are shown before and after a change. */
const AROUND = 160
/** The most characters of one change. */
const PIECE_MAX = 1_500
/** The most characters of all changes, so that the page keeps its size. */
const SHOWN_MAX = 20_000

/** Two versions of the text of an article. */
interface VersionsView {
  readonly article: Article
  readonly snapshots: readonly Snapshot[]
  readonly before: Snapshot
  readonly after: Snapshot
  readonly pieces: readonly TextPiece[]
}

/**
 * Reads the differences between two versions of the text of an article.
 * @param from the id of the earlier version. Default: the version before `to`.
 * @param to the id of the later version. Default: the latest.
 * @throws DomainError `not_found`; `gone` if the article was withdrawn or erased.
 */
export async function readChanges(
  db: Db,
  id: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): Promise<VersionsView> {
  const article = await getArticle(db, id)
  const keyed = await listSnapshots(db, id, { limit: SNAPSHOTS_MAX, sort: '-ordinal', position: null })
  const snapshots = keyed.slice(0, SNAPSHOTS_MAX).map(({ item }) => item)
  const after = snapshots.find((one) => one.id === to) ?? snapshots[0]!
  const previous = snapshots.find(({ ordinal }) => ordinal < after.ordinal) ?? after
  const before = snapshots.find((one) => one.id === from) ?? previous
  const [old, fresh] = await Promise.all([getText(db, id, before.id), getText(db, id, after.id)])
  return { article, snapshots, before, after, pieces: changedText(old.text, fresh.text) }
}

/** Returns the address of the differences between two versions. */
const changesPath = (id: string, from: string, to: string): string =>
  `/articles/${id}/changes?from=${from}&to=${to}`

/** Draws the differences between two versions of the text of an article, in the text and in words. */
export function changesPage(view: VersionsView): Page {
  const { article, before, after, pieces } = view
  const title = `Changes in: ${titleOf(article)}`
  const removed = wordsIn(pieces, 'removed')
  const added = wordsIn(pieces, 'added')
  const places = placesOf(pieces)
  return {
    title,
    description: `What differs between version ${before.ordinal} and version ${after.ordinal} of the text.`,
    head: html`<link rel="canonical" href="${changesPath(article.id, before.id, after.id)}">`,
    main: html`<article class="article"><header><h1 dir="auto">${title}</h1>
<p class="lead">${before.id === after.id ? 'There is one version of this text.' : `From version ${before.ordinal}, read on ${dayOf(before)}, to version ${after.ordinal}, read on ${dayOf(after)}: ${removed + added === 0 ? 'the same words.' : `${counted(removed, 'word')} removed and ${counted(added, 'word')} added, in ${counted(places.length, 'place')}.`}`}</p>
<p class="more"><a href="/articles/${article.id}">Read the article</a></p></header>
${places.length > 0 && html`<section aria-labelledby="places"><h2 id="places">What changed</h2><ol class="changes">${withinSize(places).map(place)}</ol>${withinSize(places).length < places.length && html`<p class="note">The other changes do not fit on this page. The plain texts below have all of them.</p>`}</section>`}
${versions(view)}</article>`,
  }
}

const dayOf = ({ retrieved }: Snapshot): string => dayInWords(retrieved.slice(0, 10))

const wordsIn = (pieces: readonly TextPiece[], kind: TextPiece['kind']): number =>
  pieces.reduce((sum, piece) => sum + (piece.kind === kind ? (piece.text.match(/\S+/gu)?.length ?? 0) : 0), 0)

/** A change, with the text around it. */
interface Place {
  readonly before: string
  readonly removed: string
  readonly added: string
  readonly after: string
}

/** Returns the changes in text order. Words that were replaced are one change. */
function placesOf(pieces: readonly TextPiece[]): Place[] {
  const places: Place[] = []
  for (let at = 0; at < pieces.length; at++) {
    if (pieces[at]!.kind === 'same') continue
    const start = at
    while (pieces[at + 1] && pieces[at + 1]!.kind !== 'same') at++
    const changed = pieces.slice(start, at + 1)
    const textOf = (kind: TextPiece['kind']): string =>
      changed.map((piece) => (piece.kind === kind ? piece.text : '')).join('')
    places.push({
      before: tailOf(pieces[start - 1]?.text ?? ''),
      removed: cut(textOf('removed')),
      added: cut(textOf('added')),
      after: headOf(pieces[at + 1]?.text ?? ''),
    })
  }
  return places
}

/** Returns the end of a text: within its last paragraph, and not longer than the limit. */
function tailOf(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1)
  return line.length <= AROUND ? line : `… ${line.slice(-AROUND).replace(/^\S*\s+/u, '')}`
}

/** Returns the start of a text: within its first paragraph, and not longer than the limit. */
function headOf(text: string): string {
  const [line = ''] = text.split('\n')
  return line.length <= AROUND ? line : `${line.slice(0, AROUND).replace(/\s+\S*$/u, '')} …`
}

const cut = (text: string): string =>
  text.length <= PIECE_MAX ? text : `${text.slice(0, PIECE_MAX).replace(/\s+\S*$/u, '')} […]`

/** Returns the first changes that fit on a page. */
function withinSize(places: readonly Place[]): readonly Place[] {
  let size = 0
  return places.filter(({ before, removed, added, after }) => {
    size += before.length + removed.length + added.length + after.length
    return size <= SHOWN_MAX
  })
}

const place = ({ before, removed, added, after }: Place): Content =>
  html`<li><p class="diff" dir="auto">${before}${removed !== '' && html`<del><span class="vh"> [removed: </span>${removed}<span class="vh">] </span></del>`}${added !== '' && html`<ins><span class="vh"> [added: </span>${added}<span class="vh">] </span></ins>`}${after}</p><p class="note">${inWords(removed, added)}</p></li>`

/** The longest words of a change that are said again in words. */
const SAID_MAX = 80

function inWords(removed: string, added: string): Content {
  const said = (text: string): Content =>
    text.trim().length === 0
      ? 'space or a line break'
      : text.length > SAID_MAX
        ? counted(text.match(/\S+/gu)!.length, 'word')
        : html`“<bdi>${text.trim()}</bdi>”`
  if (added === '') return html`Missing: ${said(removed)}.`
  if (removed === '') return html`Added: ${said(added)}.`
  return html`${said(added)} in place of ${said(removed)}.`
}

/** Draws the list of the versions of a text, each with its hash and its differences from the version before. */
export function versions({
  article: { id },
  snapshots,
  after,
}: Pick<VersionsView, 'article' | 'snapshots' | 'after'>): Content {
  return html`<section aria-labelledby="versions"><h2 id="versions">Versions of the text</h2><ol class="versions">${snapshots.map(
    (one, index) => {
      const previous = snapshots[index + 1]
      return html`<li value="${one.ordinal}"><a href="/articles/${id}?snapshot=${one.id}"${attribute('aria-current', one.id === after.id ? 'true' : false)}>Version ${one.ordinal}</a>, read on ${dayOf(one)}, ${counted(one.length, 'character')}${previous && html` · <a href="${changesPath(id, previous.id, one.id)}">What changed<span class="vh"> in version ${one.ordinal}</span></a>`} · <a href="/v1/articles/${id}/text?snapshot=${one.id}">Plain text<span class="vh"> of version ${one.ordinal}</span></a><br><span class="note">SHA-256: <code class="hash">${one.sha256}</code></span></li>`
    },
  )}</ol></section>`
}
