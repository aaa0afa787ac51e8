import { createRequire } from 'node:module'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** What the API's documents say about it as a whole. */
export const API_INFO = {
  title: 'On Record',
  version,
  license: { name: 'MIT', identifier: 'MIT' },
  description: `Who said what, when, and the exact characters that prove it.

On Record reads news articles, finds what people are reported to have said, works out who said it and when, and ties every finding to the exact characters of an immutable copy of the article.

**Offsets** are \`[start, end)\` in UTF-16 code units of the snapshot text, so that \`text.slice(start, end)\` equals \`exact\` in JavaScript. The W3C annotations count Unicode code points instead.

**Dates** are EDTF (level 1). Three are kept apart: when the words were *said*, when the article was *published*, when this service *recorded* it. \`said\` tells its bounds, precision and basis; where the text gives no date it is an open interval that ends with publication.

**Not sure is an answer.** \`attribution\` is \`ambiguous\` or \`none\` where nobody can be named with certainty, and only what stands in quotation marks is ever called \`verbatim\`.

Lists page by \`cursor\` (follow \`page.next\` or the Link header), take \`fields\` and \`expand\`, and answer 304 to \`If-None-Match\`. Errors are RFC 9457 problems with a stable \`code\`.`,
}

export const API_TAGS = [
  { name: 'statements', description: 'Who said what, when, with the characters that prove it.' },
  {
    name: 'review',
    description: 'What people make of statements: judgements, corrections, and all that became of each.',
  },
  { name: 'officials', description: 'People and the capacities in which they spoke.' },
  { name: 'organizations', description: 'Bodies that speak, or in whose name people do.' },
  { name: 'rosters', description: 'Lists of office holders, in and out: who holds which office, and when.' },
  { name: 'dates', description: 'When things were said.' },
  { name: 'articles', description: 'What was read, and the immutable texts that offsets count in.' },
  { name: 'jobs', description: 'Batches of articles that are read in the background.' },
  { name: 'changes', description: 'What changed, for apps that keep a copy.' },
  { name: 'webhooks', description: 'Where changes are sent as they happen.' },
  { name: 'extraction', description: 'Reading a text without keeping it.' },
  { name: 'service', description: 'Whether the service is well.' },
]
