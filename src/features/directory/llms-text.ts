import type { App } from '../../http/instance.ts'
import { negotiate } from '../../http/negotiation.ts'

/** Returns a short description of the service for language models (llmstxt.org). */
const llmsText = (origin: string): string => `# On Record

> Who said what in news articles, when, and the exact characters that prove it. A missing statement proves nothing: the record has only its articles.

- [MCP](${origin}/mcp): tools for assistants: search, fetch, verify_quote, verify_draft, who_said, timeline, extract
- [Ask a plain question](${origin}/v1/search?q=what+was+said+last+week): answers statements, and how the question was understood
- [Check a quotation](${origin}/v1/verify): POST {"quote": "…", "speaker": "…"} says whether the words are on record, and what differs
- [API](${origin}/openapi.json): OpenAPI 3.1 with examples; the start is ${origin}/v1
- [Schema of a statement](${origin}/schema/statement.json): JSON Schema
- [Errors](${origin}/docs/errors): every code, and what to do
`

/** Mounts `/llms.txt`. */
export function llmsTextRoute(app: App): void {
  app.get(
    '/llms.txt',
    {
      schema: { hide: true },
      config: {
        scope: 'open',
        produces: ['text/plain', 'text/markdown'],
        conditional: { version: () => '1' },
      },
    },
    async (request, reply) =>
      reply.type(`${negotiate(request)}; charset=utf-8`).send(llmsText(app.originOf(request))),
  )
}
