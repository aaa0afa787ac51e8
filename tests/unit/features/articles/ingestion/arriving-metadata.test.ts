import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../../../../src/core/edtf.ts'
import {
  completeMetadata,
  replaceMetadata,
  toMetadataResult,
} from '../../../../../src/features/articles/ingestion/arriving-metadata.ts'
import type { Article, ArticleMetadata } from '../../../../../src/record/articles/schema.ts'

const NOTHING: ArticleMetadata = {
  title: null,
  publisher: null,
  byline: null,
  dateline: null,
  url: null,
  language: null,
  published: null,
  publishedBasis: 'unknown',
}

/** An article on record with some metadata. */
const onRecord = ({ published, publishedBasis, ...known }: Partial<ArticleMetadata>): Article =>
  ({
    ...NOTHING,
    ...known,
    id: '0193c1d2-0000-7000-8000-000000000001',
    version: 3,
    published: {
      edtf: published?.edtf ?? null,
      earliest: published?.earliest ?? null,
      latest: published?.latest ?? null,
      basis: publishedBasis ?? 'unknown',
    },
  }) as unknown as Article

const arriving = (given: Partial<ArticleMetadata>): ArticleMetadata => ({ ...NOTHING, ...given })
const JANUARY = { published: parseEdtf('2025-01-15'), publishedBasis: 'stated' } as const
const MARCH = { published: parseEdtf('2025-03-15'), publishedBasis: 'stated' } as const

describe('metadata that arrives with a known text', () => {
  it('fills unknown fields, with the basis of the date, and keeps all others', () => {
    const article = onRecord({ title: 'Ferry', language: 'en' })
    const { metadata, changed, differs } = completeMetadata(
      article,
      arriving({ publisher: 'The Gazette', url: 'https://gazette.example/ferry', ...JANUARY }),
    )
    expect(changed).toEqual(['publisher', 'url', 'published'])
    expect(differs).toEqual([])
    expect(metadata).toEqual({
      ...NOTHING,
      ...JANUARY,
      title: 'Ferry',
      language: 'en',
      publisher: 'The Gazette',
      url: 'https://gazette.example/ferry',
    })
  })

  it('names the fields that differ, and leaves the record unchanged', () => {
    const article = onRecord({ title: 'Ferry', ...JANUARY })
    const { metadata, changed, differs } = completeMetadata(article, arriving({ title: 'Tram', ...MARCH }))
    expect(changed).toEqual([])
    expect(metadata).toMatchObject({ title: 'Ferry', publishedBasis: 'stated' })
    expect(metadata.published?.edtf).toBe('2025-01-15')
    expect(differs).toEqual([
      { field: 'title', recorded: 'Ferry', sent: 'Tram' },
      { field: 'published', recorded: '2025-01-15', sent: '2025-03-15' },
    ])
  })

  it('names no field that is equal or was not sent', () => {
    const article = onRecord({ title: 'Ferry', publisher: 'The Gazette', ...JANUARY })
    const { changed, differs } = completeMetadata(article, arriving({ title: 'Ferry', ...JANUARY }))
    expect([changed, differs]).toEqual([[], []])
  })
})

describe('metadata that arrives with another text', () => {
  it('replaces the fields on record, except the URL and fields that were not sent', () => {
    const article = onRecord({
      title: 'Ferry',
      byline: 'A. Reporter',
      url: 'https://gazette.example/ferry',
      ...JANUARY,
    })
    const { metadata, changed, differs } = replaceMetadata(
      article,
      arriving({ title: 'Tram', url: 'https://gazette.example/tram', ...MARCH }),
    )
    expect(changed).toEqual(['title', 'published'])
    expect(differs).toEqual([])
    expect(metadata).toMatchObject({
      title: 'Tram',
      byline: 'A. Reporter',
      url: 'https://gazette.example/ferry',
    })
    expect(metadata.published?.edtf).toBe('2025-03-15')
  })
})

describe('the notes for the sender', () => {
  const article = onRecord({})

  it('has the request that records the values that differ', () => {
    const differs = [{ field: 'title', recorded: 'Ferry', sent: 'Tram' }] as const
    expect(toMetadataResult(article, { changed: [], differs: [...differs] })).toEqual({
      changed: [],
      differs,
      correction: { url: `/v1/articles/${article.id}`, if_match: '"3"', body: { title: 'Tram' } },
    })
  })

  it('has no correction if nothing differs', () => {
    expect(toMetadataResult(article, { changed: ['title'], differs: [] })).toEqual({
      changed: ['title'],
      differs: [],
      correction: null,
    })
  })
})
