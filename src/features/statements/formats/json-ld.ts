import { z } from 'zod'
import { personNameOf } from '../../../record/statements/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import type { StatementFormat } from './format.ts'

const CONTEXT = 'https://schema.org'

const LINKED_DATA = {
  '@id': z.string(),
  '@type': z.enum(['Quotation', 'CreativeWork']).describe('CreativeWork: a paraphrase. It has no `text`.'),
}

/** A statement in the vocabulary of schema.org. */
export const QuotationDocument = z.looseObject({ '@context': z.literal(CONTEXT), ...LINKED_DATA })

/** A page of statements in the vocabulary of schema.org. */
export const QuotationGraph = z.looseObject({
  '@context': z.literal(CONTEXT),
  '@graph': z.array(z.looseObject(LINKED_DATA)),
})

/** Writes pages of statements as JSON-LD with schema.org. Only words in quotation marks are a `Quotation`. */
export const JSON_LD_FORMAT: StatementFormat = {
  name: 'json-ld',
  mediaType: 'application/ld+json',
  contentType: 'application/ld+json; charset=utf-8',
  schema: QuotationGraph,
  hasFixedFields: true,
  write: ({ items }, { origin }) => ({
    '@context': CONTEXT,
    '@graph': items.map((item) => toLinkedData(item, origin)),
  }),
  writeOne: (statement, { origin }) => ({ '@context': CONTEXT, ...toLinkedData(statement, origin) }),
  schemaOfOne: QuotationDocument,
}

function toLinkedData(statement: Partial<Statement>, origin: string) {
  const { url, type, text, said, article, recorded, updated } = statement
  const isQuotation = type !== 'indirect' && text !== undefined
  return {
    '@type': isQuotation ? 'Quotation' : 'CreativeWork',
    '@id': `${origin}${url}`,
    ...(text !== undefined && (isQuotation ? { text } : { abstract: text })),
    ...creatorOf(statement, origin),
    ...(said?.precision === 'day' && { dateCreated: said.earliest }),
    ...(said && said.basis !== 'publication' && { temporal: said.edtf }),
    sdDatePublished: recorded,
    dateModified: updated,
    ...(article && { isBasedOn: articleOf(article, origin) }),
  }
}

function creatorOf({ speaker }: Partial<Statement>, origin: string) {
  const organization = speaker?.organization && {
    '@type': 'Organization',
    '@id': `${origin}/v1/organizations/${speaker.organization.slug}`,
    name: speaker.organization.name,
  }
  const name = speaker && personNameOf(speaker)
  if (!name) return organization ? { creator: organization } : {}
  return {
    creator: {
      '@type': 'Person',
      ...(speaker?.official && { '@id': `${origin}/v1/officials/${speaker.official.slug}` }),
      name,
      ...(speaker?.role && { jobTitle: speaker.role }),
      ...(organization && { affiliation: organization }),
    },
  }
}

function articleOf({ id, title, publisher, url, published }: Statement['article'], origin: string) {
  const isDay = published.earliest !== null && published.earliest === published.latest
  return {
    '@type': 'NewsArticle',
    '@id': `${origin}/v1/articles/${id}`,
    ...(title && { headline: title }),
    ...(url && { url }),
    ...(publisher && { publisher: { '@type': 'Organization', name: publisher } }),
    ...(isDay && published.basis === 'stated' && { datePublished: published.earliest }),
  }
}
