import { createRequire } from 'node:module'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** The head of the API's description. */
export const API_INFO = {
  title: 'On Record',
  version,
  license: { name: 'MIT', identifier: 'MIT' },
  description: `Who said what, when, and the exact characters that prove it.

On Record reads news articles and finds what people are reported to have said, and when. It ties every finding to the exact characters of an immutable copy of the article.

**Offsets** are \`[start, end)\` in UTF-16 code units of the snapshot text. In JavaScript, \`text.slice(start, end)\` equals \`exact\`. The W3C annotations count Unicode code points instead.

**Dates** are EDTF (level 1). Three dates stay apart: when the words were *said*, when the article was *published*, and when this service *recorded* the statement. \`said\` gives the first and the last day, the precision and the basis. If the text gives no date, \`said\` is an open interval that ends with publication.

**Uncertainty is an answer.** If the text does not prove who speaks, \`attribution\` is \`ambiguous\` or \`none\`. \`verbatim\` is true only if all words stand in quotation marks.

Lists have pages: follow \`page.next\` or the Link header. Statements take \`expand\`. With \`fields\`, an item has only the named fields. \`x-schema-with-fields\` in this document names its schema (\`SparseStatement\`). Reads answer 304 to \`If-None-Match\` if nothing has changed. Errors are RFC 9457 problems with a stable \`code\`. Every response has the header \`X-Request-Id\`. Reads have \`Cache-Control\`. If requests are limited, responses have \`RateLimit-Policy\`.`,
}

export const API_TAGS = [
  { name: 'statements', description: 'Who said what, when, with the characters that prove it.' },
  {
    name: 'review',
    description: 'Judging and correcting statements, and the history of each.',
  },
  { name: 'officials', description: 'People, and the capacities in which they spoke.' },
  { name: 'organizations', description: 'Bodies that speak, or for which people speak.' },
  {
    name: 'rosters',
    description: 'Importing and exporting lists of office holders: who holds which office, and when.',
  },
  { name: 'dates', description: 'Dates on which something was said.' },
  { name: 'articles', description: 'Articles, and the immutable texts to which offsets refer.' },
  { name: 'jobs', description: 'Batches of articles that workers read in the background.' },
  { name: 'sources', description: 'Feeds and sitemaps that workers poll.' },
  { name: 'changes', description: 'Changes in order, for apps that keep a copy.' },
  { name: 'searches', description: 'Searches that are kept under a name, and followed.' },
  { name: 'webhooks', description: 'Receivers to which the service sends changes.' },
  { name: 'extraction', description: 'Reading a text without storing it.' },
  { name: 'service', description: 'Probes of the service.' },
]
