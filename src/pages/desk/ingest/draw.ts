import { randomUUID } from 'node:crypto'
import type { DomainError } from '../../../core/errors.ts'
import { type Content, html } from '../../markup/html.ts'
import type { Page } from '../../shell/layout.ts'
import { deskPage, tokenField } from '../shell/layout.ts'
import type { DeskRequest } from '../shell/mount.ts'
import { faultBox } from '../shell/refused.ts'

/** Draws the page that adds articles. @param fields the fields of the form that was refused. */
export function ingestPage(
  desk: DeskRequest,
  fields: Readonly<Record<string, string>>,
  fault: DomainError | null,
): Page {
  return deskPage(desk, {
    title: 'Add articles',
    part: 'ingest',
    main: html`${faultBox(fault)}<h1>Add articles</h1>
<p class="lead">The service keeps a copy of each text, reads it in the background, and shows what became of it.</p>
<div class="form-pair">
<form method="post" action="/desk/ingest/addresses" class="panel" aria-labelledby="addresses"><h2 id="addresses">From the web</h2>${shared(desk)}
<div class="form-row"><label for="urls">Addresses of articles, one on each line</label><textarea id="urls" name="urls" rows="5" required spellcheck="false" placeholder="https://…">
${fields['urls'] ?? ''}</textarea></div>
<p class="note">The title, the publisher and the date are read from the page.</p>
<button type="submit">Fetch and read</button></form>
<form method="post" action="/desk/ingest/files" enctype="multipart/form-data" class="panel" aria-labelledby="files"><h2 id="files">Files</h2>${shared(desk)}
<div class="form-row"><label for="file">Texts (.txt), pages (.html), or articles in JSON (.json, .ndjson)</label><input id="file" name="file" type="file" multiple required accept=".txt,.html,.htm,.xhtml,.json,.ndjson,.jsonl"></div>
${detail('files-publisher', 'publisher', 'Publisher (optional)', fields)}
${detail('files-published', 'published', 'Published (optional), such as 2025-01-15', fields)}
<button type="submit">Send and read</button></form>
</div>
<form method="post" action="/desk/ingest/text" class="panel" aria-labelledby="paste"><h2 id="paste">Paste a text</h2>${shared(desk)}
<div class="form-row"><label for="text">The text, exactly as it was published</label><textarea id="text" name="text" rows="8" required>
${fields['text'] ?? ''}</textarea></div>
<div class="form-pair">${detail('title', 'title', 'Title', fields)}${detail('publisher', 'publisher', 'Publisher', fields)}${detail('published', 'published', 'Published, such as 2025-01-15', fields)}${detail('url', 'url', 'Address (optional)', fields)}</div>
<p class="note">Without a date of publication, words like “yesterday” stay undated.</p>
<button type="submit">Read the text</button></form>`,
  })
}

/** The fields of every form: the secret, and a number that makes a form that is sent twice count once. */
const shared = (desk: DeskRequest): Content =>
  html`${tokenField(desk)}<input type="hidden" name="once" value="${randomUUID()}">`

const detail = (id: string, name: string, words: string, fields: Readonly<Record<string, string>>): Content =>
  html`<div class="form-row"><label for="${id}">${words}</label><input id="${id}" name="${name}" type="text" value="${fields[name] ?? ''}" autocomplete="off"></div>`
