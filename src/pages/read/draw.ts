import type { ExtractionResult } from '../../features/extraction/schema.ts'
import { attribute, type Content, html } from '../markup/html.ts'
import { READ_SCRIPT_PATH } from '../shell/assets.ts'
import type { Page } from '../shell/layout.ts'
import { number } from '../words/dates.ts'
import { findings } from './findings.ts'

/** A text that the server read, and what was found in it. */
export interface ReadText {
  readonly text: string
  /** The day of publication; empty if unknown. */
  readonly published: string
  /** The page from which the server took the text; absent for a text that the reader sent. */
  readonly source?: { readonly url: string; readonly title: string | null }
  readonly result: ExtractionResult
}

/** What the page needs to read texts in the browser. */
export interface BrowserReading {
  /** The path of the program; null if the service was built without it. */
  readonly engine: string | null
  /** The longest text, in UTF-16 code units. */
  readonly longest: number
}

/** Draws the page that reads a text, with what the server found in the last one. */
export function readPage({ engine, longest }: BrowserReading, read: ReadText | null): Page {
  return {
    title: 'Read an article',
    description: 'See who said what in an article or a draft, and when.',
    section: 'read',
    sendsNothing: true,
    head: [
      html`<script src="${READ_SCRIPT_PATH}" defer></script>`,
      read && html`<meta name="robots" content="noindex">`,
    ],
    main: html`<h1>Read an article</h1>
<p class="lead">Who said what in it, and when: marked in the text, each with its reasons.</p>
<section id="findings" aria-labelledby="found"${attribute('hidden', read === null)}>${read && [whereRead(read), findings(read.text, read.result)]}</section>
<p class="tools" id="save" hidden><button type="button" class="quiet">Save the findings as a file (JSON)</button></p>
<form action="/read" method="post" class="panel reading-form" id="reading"${attribute('data-engine', engine ?? '')} data-longest="${longest}">
<h2>A text or a draft</h2>
<p class="place" id="place"><strong>The text is sent to this service and read there.</strong> It is not stored, and no other host gets it. With JavaScript, your browser reads the text itself, and nothing leaves your computer.</p>
<p class="place local" id="place-local" hidden><strong>Nothing leaves your computer.</strong> This browser has loaded the whole program and reads the text itself, so it suits drafts that must stay secret. Try it: cut the network, then read.</p>
<div class="form-row"><label for="text-to-read">The text, in English<span hidden data-script>: paste it, or drop a file here</span></label><textarea id="text-to-read" name="text" rows="9" required>
${read && !read.source ? read.text : ''}</textarea></div>
<div class="form-pair"><div class="form-row" hidden data-script><label for="file">Or a plain text file</label><input id="file" type="file" accept=".txt,.md,text/plain"></div>
<div class="form-row"><label for="published">Day of publication, if known: “last week” counts from it</label><input id="published" name="published" type="date" value="${read && !read.source ? read.published : ''}"></div></div>
<p class="flag-line" id="reading-problem" role="alert"></p>
<p class="tools"><button type="submit">Read the text</button> <span class="note" id="reading-status" role="status"></span></p>
<p class="note">At most ${number(longest)} characters in the browser, and 100,000 on the server.</p></form>
<form action="/read" method="post" class="panel"><h2>An address</h2>
<p class="place"><strong>This needs the server.</strong> The address is sent to this service. The service fetches the page, reads its article and stores nothing.</p>
<div class="form-row"><label for="address">The address of a public article</label><input id="address" name="address" type="url" required maxlength="2000" value="${read?.source?.url ?? ''}" placeholder="https://" autocomplete="off"></div>
<button type="submit">Fetch and read</button></form>`,
  }
}

/** Says where a text was read, and from where it came. */
const whereRead = ({ source }: ReadText): Content =>
  source
    ? html`<p class="note" id="where-read">The server fetched and read <a href="${source.url}" rel="noreferrer"><bdi>${source.title ?? source.url}</bdi></a>. Nothing was stored.</p>`
    : html`<p class="note" id="where-read">The server read this text. It was not stored.</p>`
