import { createHash } from 'node:crypto'
import { ERROR_CODES } from '../core/errors.ts'
import type { App } from './instance.ts'
import { PROBLEMS } from './problem-table.ts'
import { ERRORS_PATH } from './problems.ts'
import { pagePolicy } from './security.ts'

const STYLE =
  ':root{color-scheme:light dark;--code:#f0f0f0;--target:#fff3bf}' +
  '@media(prefers-color-scheme:dark){:root{--code:#333;--target:#544a12}}' +
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}' +
  'code{background:var(--code);padding:.1em .3em}h2{margin-top:2rem}:target{background:var(--target)}'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const sections = ERROR_CODES.map((code) => {
  const { status, title, happened, remedy } = PROBLEMS[code]
  return `<section><h2 id="${code}"><code>${code}</code></h2>
<p>${escaped(title)}, HTTP status ${status}.</p>
<p>${escaped(happened)}</p>
<p><strong>What to do:</strong> ${escaped(remedy)}</p></section>`
})

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Errors</title><style>${STYLE}</style></head><body><main>
<h1>Errors</h1>
<p>The service answers every failure with <code>application/problem+json</code> (RFC 9457). The <code>code</code> of a
problem is stable and is one of the codes below. The <code>type</code> of a problem links to its section on this page.</p>
${sections.join('\n')}
</main></body></html>
`

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64')

/** Serves the page that explains the error codes. The `type` of each problem links to it. */
export const installErrorPages = (app: App): void => {
  const policy = pagePolicy(`'sha256-${hashOf(STYLE)}'`)
  const version = hashOf(page)
  app.get(
    ERRORS_PATH,
    {
      schema: { hide: true },
      config: { scope: 'open', produces: false, conditional: { version: () => version } },
    },
    async (_request, reply) =>
      reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page),
  )
}
