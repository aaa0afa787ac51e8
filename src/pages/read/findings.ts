import { shownWords } from '../../core/wording.ts'
import type { ExtractionResult } from '../../features/extraction/schema.ts'
import { type MarkedWords, markedText } from '../evidence/marked-text.ts'
import { UNNAMED, voiceLegend, voicesOf } from '../evidence/voices.ts'
import { type Content, type Html, html } from '../markup/html.ts'
import { counted, dateInWords, SAID_BASIS_WORDS } from '../words/dates.ts'
import { attributionInWords, confidenceInWords, listed, TYPE_WORDS } from '../words/statements.ts'

type Found = ExtractionResult['statements'][number]

/** Draws a text with every statement marked, and a note for each that explains it. Runs on the server and in browsers. */
export function findings(text: string, { statements }: ExtractionResult): Html {
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
  return html`<h2 id="found" tabindex="-1">${statements.length === 0 ? 'No statement found' : `${counted(statements.length, 'statement')} found`}</h2>
${statements.length === 0 && html`<p>The text has no quotation, and no sentence that reports what was said. The service reads English.</p>`}
${voiceLegend(voices.list)}
<div class="columns reading"><div class="text" id="text">${markedText(text, { start: 0, end: text.length }, marked)}</div>
${statements.length > 0 && html`<aside class="margin" aria-labelledby="found-title"><h3 class="label" id="found-title">Statements</h3><ol class="notes">${statements.map((statement, index) => note(statement, index + 1, voices.classOf(nameOf(statement))))}</ol></aside>`}</div>`
}

const nameOf = ({ speaker }: Found): string =>
  speaker.attribution === 'none'
    ? UNNAMED
    : (speaker.name ??
      (speaker.attribution === 'ambiguous' && speaker.candidates.length > 0
        ? `Either ${listed(speaker.candidates, 'or')}`
        : (speaker.organization ?? speaker.mention?.exact ?? UNNAMED)))

const note = (statement: Found, number: number, className: string): Content => {
  const { speaker, said, type, text, confidence } = statement
  const role = speaker.role && html`, <bdi>${speaker.role}</bdi>`
  return html`<li id="n-${number}" class="${className}"><a class="back" href="#s-${number}"><span class="vh">Back to statement </span>${number}</a> <div><span class="who"><bdi>${nameOf(statement)}</bdi></span>${role}<details><summary>${TYPE_WORDS[type]}; ${said.basis === 'publication' ? 'not dated' : dateInWords(said)}</summary><p><bdi>${shownWords(text, type)}</bdi></p><p>Speaker: ${attributionInWords(statement)}. Date: ${SAID_BASIS_WORDS[said.basis]} Such words are ${confidenceInWords(confidence)}.</p></details></div></li>`
}
