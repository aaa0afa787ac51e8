import { z } from 'zod'
import { shownWords } from '../../../core/wording.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { attributionOf, RETRACTED, speakerNameOf, titleOf, updatedOf } from './facts.ts'
import type { PresentedPage, StatementFormat } from './format.ts'
import { escapeXml } from './xml.ts'

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

const link = (relation: string, href: string, type: string): string =>
  `<link rel="${relation}" type="${type}" href="${escapeXml(href)}"/>`

const FEED_TYPE = 'application/atom+xml'

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
const NAMESPACE = 'xmlns="http://www.w3.org/2005/Atom"'

/** Writes a page as Atom (RFC 4287) with links to the other pages (RFC 5005). */
function writeFeed({ items, page }: PresentedPage, origin: string): string {
  const links = { self: page.self, first: page.first, previous: page.prev, next: page.next }
  return [
    DECLARATION,
    `<feed ${NAMESPACE}>`,
    element('id', `${origin}${page.first}`),
    element('title', 'Statements on record'),
    element('updated', updatedOf(items)),
    ...Object.entries(links).map(([relation, url]) =>
      url === null ? '' : link(relation, `${origin}${url}`, FEED_TYPE),
    ),
    ...items.map((item) => writeEntry(item, origin)),
    '</feed>\n',
  ]
    .filter(Boolean)
    .join('\n')
}

/** Writes an entry. @param start its first tag. */
function writeEntry(statement: Partial<Statement>, origin: string, start = '<entry>'): string {
  const { url = '', recorded = '', updated = '', article, type, status } = statement
  const isRetracted = statement.text === undefined
  const shown = statement.text === undefined ? RETRACTED : shownWords(statement.text, type)
  return [
    start,
    element('id', `${origin}${url}`),
    element('title', titleOf(statement)),
    element('published', recorded),
    element('updated', updated),
    `<author>${element('name', speakerNameOf(statement) ?? 'Unnamed speaker')}</author>`,
    link('alternate', `${origin}${url}`, 'application/json'),
    article?.url ? link('via', article.url, 'text/html') : '',
    ...[type, status].map((term) => (term === undefined ? '' : `<category term="${term}"/>`)),
    isRetracted ? '' : element('summary', attributionOf(statement)),
    `<content type="text">${escapeXml(shown)}</content>`,
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

/** Writes pages of statements as Atom. */
export const ATOM_FORMAT: StatementFormat = {
  name: 'atom',
  mediaType: FEED_TYPE,
  contentType: `${FEED_TYPE}; charset=utf-8`,
  schema: z.string().describe('An Atom feed.'),
  schemaOfOne: z.string().describe('An Atom entry.'),
  hasFixedFields: true,
  write: (page, { origin }) => writeFeed(page, origin),
  writeOne: (statement, { origin }) =>
    `${DECLARATION}\n${writeEntry(statement, origin, `<entry ${NAMESPACE}>`)}\n`,
  contentTypeOfOne: `${FEED_TYPE}; type=entry; charset=utf-8`,
}
