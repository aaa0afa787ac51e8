import type { Span } from '../../../core/span.ts'
import { STATEMENT_TYPES } from '../../../core/vocabulary.ts'
import { wordingOf } from '../../../core/wording.ts'
import { runsOf } from '../../evidence/runs.ts'
import { attribute, type Content, html } from '../../markup/html.ts'
import { TYPE_WORDS } from '../../words/statements.ts'
import { reasonRow, reviewFields } from '../shell/fields.ts'
import type { DeskRequest } from '../shell/mount.ts'
import { EDGE_STEPS, type Pieces, writePieces } from './pieces.ts'
import type { Workspace } from './read.ts'

/** The most characters before and after the words from which a reviewer can choose. */
const AROUND = 1200

/**
 * Draws the form that corrects the words and their kind. Buttons move each edge by a word; with a script, words can
 * also be selected.
 * @param pieces the pieces as they are after the reviewer's steps; null before the first step.
 */
export function wordsForm(
  desk: DeskRequest,
  { statement, text }: Workspace,
  next: string,
  pieces: Pieces | null,
): Content {
  const path = `/desk/statements/${statement.id}`
  return html`<details class="correction" id="words"${attribute('open', pieces !== null)}><summary>Correct the words and their kind</summary>
<form method="get" action="${path}#words" id="steps" data-fragment="pieces"><input type="hidden" name="next" value="${next}"></form>
<form method="post" action="${path}/words">${reviewFields(desk, statement, next)}
${piecesEditor(text, pieces ?? statement.segments)}
<fieldset class="choices"><legend>Kind</legend>${STATEMENT_TYPES.map(
    (type) =>
      html`<label class="tick"><input type="radio" name="type" value="${type}"${attribute('checked', type === statement.type)}> <span>${TYPE_WORDS[type]}</span></label>`,
  )}</fieldset>
${reasonRow('words-reason')}
<p><button type="submit">Correct the words</button></p></form></details>`
}

function piecesEditor(text: string, pieces: Pieces): Content {
  const written = writePieces(pieces)
  const window = windowOf(text, pieces)
  const marked = pieces.map(({ start, end }) => ({ start, end, mark: 'content' }))
  return html`<div id="pieces" data-said="${wordingOf(text, pieces)}">
<input type="hidden" name="pieces" value="${written}"><input type="hidden" name="pieces" form="steps" value="${written}">
<div class="passage pick" data-start="${window.start}" dir="auto" tabindex="0" role="region" aria-label="The text around the words">${runsOf(text, window, marked).map(({ exact, marks }) => (marks.length > 0 ? html`<mark class="m content">${exact}</mark>` : exact))}</div>
<p data-script hidden><button type="button" class="quiet" data-pick="replace">Use the selected words</button> <button type="button" class="quiet" data-pick="add">Add the selected words</button></p>
${pieces.map((piece, index) => pieceSteps(text, piece, index, pieces.length))}
</div>`
}

/** Draws the buttons that move the edges of a piece. */
function pieceSteps(text: string, { start, end }: Span, index: number, count: number): Content {
  const name = count === 1 ? 'The words' : `Piece ${index + 1}`
  return html`<fieldset class="steps"><legend>${name}: <bdi>${text.slice(start, end)}</bdi></legend>${(
    ['Begin', 'End'] as const
  ).map(
    (edge) =>
      html`<p><span class="edge" aria-hidden="true">${edge}</span> ${EDGE_STEPS.filter(
        (one) => one.edge === edge,
      ).map(
        ({ step, words }) =>
          html`<button type="submit" class="quiet" form="steps" name="step" value="${index}:${step}"><span class="vh">${name}: ${edge.toLowerCase()} </span>${words}</button> `,
      )}</p>`,
  )}${count > 1 && html`<p><button type="submit" class="quiet" form="steps" name="step" value="${index}:remove">Leave out this piece</button></p>`}</fieldset>`
}

/** Returns the part of the text around the pieces, from which a reviewer can choose. It begins and ends at lines. */
function windowOf(text: string, pieces: Pieces): Span {
  const from = Math.max(0, pieces[0]!.start - AROUND)
  const to = Math.min(text.length, pieces.at(-1)!.end + AROUND)
  const start = from === 0 ? 0 : text.indexOf('\n', from) + 1 || from
  const lineEnd = to === text.length ? to : text.lastIndexOf('\n', to)
  return {
    start: Math.min(start, pieces[0]!.start),
    end: Math.max(lineEnd, pieces.at(-1)!.end),
  }
}
