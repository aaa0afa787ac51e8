import { z } from 'zod'
import { shownWords } from '../../../core/wording.ts'
import { attributionOf, RETRACTED, speakerNameOf, titleOf } from './facts.ts'
import type { StatementFormat } from './format.ts'

const Item = z.looseObject({
  id: z.string().describe('The permanent address of the statement.'),
  url: z.string(),
  title: z.string(),
  content_text: z.string(),
  date_published: z.iso.datetime().describe('When it was recorded.'),
})

/** A page of statements as JSON Feed 1.1. */
export const JsonFeed = z.looseObject({ version: z.string(), title: z.string(), items: z.array(Item) })

/** Writes pages of statements as JSON Feed 1.1. */
export const JSON_FEED_FORMAT: StatementFormat = {
  name: 'json-feed',
  mediaType: 'application/feed+json',
  contentType: 'application/feed+json; charset=utf-8',
  schema: JsonFeed,
  hasFixedFields: true,
  write: ({ items, page }, { origin }) => ({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Statements on record',
    feed_url: `${origin}${page.self}`,
    ...(page.next !== null && { next_url: `${origin}${page.next}` }),
    items: items.map((item) => ({
      id: `${origin}${item.url}`,
      url: `${origin}${item.url}`,
      ...(item.article?.url && { external_url: item.article.url }),
      title: titleOf(item),
      content_text:
        item.text === undefined ? RETRACTED : `${shownWords(item.text, item.type)}\n\n${attributionOf(item)}`,
      date_published: item.recorded,
      date_modified: item.updated,
      ...(item.speaker && { authors: [{ name: speakerNameOf(item) ?? 'Unnamed speaker' }] }),
      tags: [item.type, item.status].filter(Boolean),
      ...(item.said && { _said: { edtf: item.said.edtf, basis: item.said.basis } }),
    })),
  }),
}
