import { shownWords } from '../../core/wording.ts'
import type { ExtractionResult } from '../../features/extraction/schema.ts'
import { type MarkedWords, markedText } from '../evidence/marked-text.ts'
import { UNNAMED, voiceLegend, voicesOf } from '../evidence/voices.ts'
import { type Content, html } from '../markup/html.ts'
import type { Page } from '../shell/layout.ts'
import { counted, dateInWords, SAID_BASIS_WORDS } from '../words/dates.ts'
import { attributionInWords, confidenceInWords, listed, TYPE_WORDS } from '../words/statements.ts'

/** A text that a reader sends, and what was found in it. */
export interface ReadText {
  readonly text: string
  readonly published: string
  readonly result: ExtractionResult
}

type Found = ExtractionResult['statements'][number]

/** Draws the page that reads a text, with what was found in the last one. */
export function readPage(read: ReadText | null): Page {
  return {
    title: 'Read a text',
    description: 'Paste an article to see who said what in it, and when.',
    section: 'read',
    head: read && html`<meta name="robots" content="noindex">`,
    main: html`<h1>Read a text</h1>
<p class="lead">Paste an article to see who said what in it, and when.</p>
${read && findings(read)}
<form action="/read" method="post" class="panel">
<div class="form-row"><label for="text-to-read">The text, in English</label><textarea id="text-to-read" name="text" rows="10" required>
${read?.text ?? ''}</textarea></div>
<div class="form-row" hidden data-script><label for="file">Or a text file from your computer</label><input id="file" type="file" accept=".txt,text/plain" data-into="text-to-read"></div>
<div class="form-row"><label for="published">Day of publication (optional), such as 2025-01-15: relative dates count from it</label><input id="published" name="published" type="text" value="${read?.published ?? ''}" autocomplete="off"></div>
<p class="note">The text is sent to this service and read there. It is not stored, and no other host gets it.</p>
<button type="submit">Read the text</button></form>`,
  }
}

const nameOf = ({ speaker }: Found): string =>
  speaker.attribution === 'none'
    ? UNNAMED
    : (speaker.name ??
      (speaker.attribution === 'ambiguous' && speaker.candidates.length > 0
        ? `Either ${listed(speaker.candidates, 'or')}`
        : (speaker.organization ?? speaker.mention?.exact ?? UNNAMED)))

function findings({ text, result }: ReadText): Content {
  const { statements } = result
  const voices = voicesOf(statements.map(nameOf))
  const marked = statements.map(
    (statement, index): MarkedWords => ({
      number: index + 1,
      id: String(index + 1),
      segments: statement.segments,
      label: `${nameOf(statement)}, ${TYPE_WORDS[statement.type]}`,
      className: voices.classOf(nameOf(statement)),
    }),
  )
  return html`<section aria-labelledby="found"><h2 id="found">${counted(statements.length, 'statement')} found</h2>
${voiceLegend(voices.list)}
<div class="columns reading"><div class="text" id="text">${markedText(text, { start: 0, end: text.length }, marked)}</div>
<aside class="margin" aria-labelledby="found-title"><h3 class="label" id="found-title">Statements</h3><ol class="notes">${statements.map(
    (statement, index) => note(statement, index + 1, voices.classOf(nameOf(statement))),
  )}</ol></aside></div></section>`
}

const note = (statement: Found, number: number, className: string): Content => {
  const { speaker, said, type, text, confidence } = statement
  const role = speaker.role && html`, <bdi>${speaker.role}</bdi>`
  return html`<li id="n-${number}" class="${className}"><a class="back" href="#s-${number}"><span class="vh">Back to statement </span>${number}</a> <div><span class="who"><bdi>${nameOf(statement)}</bdi></span>${role}<details><summary>${TYPE_WORDS[type]}; ${said.basis === 'publication' ? 'not dated' : dateInWords(said)}</summary><p><bdi>${shownWords(text, type)}</bdi></p><p>Speaker: ${attributionInWords(statement)}. Date: ${SAID_BASIS_WORDS[said.basis]} Such words are ${confidenceInWords(confidence)}.</p></details></div></li>`
}
