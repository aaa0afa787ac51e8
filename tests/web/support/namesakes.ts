import { parseEdtf } from '../../../src/core/edtf.ts'
import type { Db } from '../../../src/database/db.ts'
import { ingestArticle } from '../../../src/features/articles/ingestion/domain.ts'

/** Two people of one name, and a text that does not say which of them speaks. */
const NAMESAKES = [
  { title: 'Market', text: '“The market opens at nine,” said John Smith, mayor of Leeds.' },
  { title: 'Match', text: '“We will win on Saturday,” said John Smith, the Chelsea midfielder.' },
  { title: 'Weir', text: '“The weir holds,” said John Smith. “It held all night,” he added.' },
] as const

/** Puts an article of a few words on record. Returns its id. */
export async function ingestShort(db: Db, now: Date, title: string, text: string): Promise<string> {
  const known = { title, publisher: 'Leeds Echo', byline: null, dateline: null, url: null, language: 'en' }
  const article = { ...known, published: parseEdtf('2025-03-12'), publishedBasis: 'stated', text } as const
  return (await ingestArticle(db, article, now)).articleId
}

/** Puts people on record whom a reviewer must tell apart. */
export async function ingestNamesakes(db: Db, now: Date): Promise<void> {
  for (const { title, text } of NAMESAKES) await ingestShort(db, now, title, text)
}
