import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { parseEdtf } from '../../../core/edtf.ts'
import { DomainError } from '../../../core/errors.ts'
import { PUBLISHED_BASES } from '../../../core/vocabulary.ts'
import { inSeedTransaction } from '../../../database/advisory-locks.sql.ts'
import type { Db } from '../../../database/db.ts'
import { ingestArticle } from './domain.ts'

const SEED = new URL('../../../../prisma/seed/', import.meta.url)

const Metadata = z.strictObject({
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  byline: z.string().nullable(),
  dateline: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  published: z.string().transform((text, context) => {
    const edtf = parseEdtf(text)
    if (!edtf) context.addIssue({ code: 'custom', message: `${text} is not an EDTF date` })
    return edtf
  }),
  publishedBasis: z.enum(PUBLISHED_BASES),
})

/** The result of seeding. */
export interface Seeded {
  readonly added: boolean
  /** The number of new statements. */
  readonly statements: number
  /** The reason why the article was refused: it was withdrawn or erased. Null if it was not refused. */
  readonly refusal: string | null
}

/**
 * Ingests the source article in `prisma/seed/` like any other article. If several processes start at once, one of them
 * ingests it. Another call adds nothing. An article that was withdrawn or erased is not added again.
 */
export async function seed(db: Db, now: Date): Promise<Seeded> {
  const [text, metadata] = await Promise.all([
    readFile(new URL('article.txt', SEED), 'utf8'),
    readFile(new URL('article.json', SEED), 'utf8'),
  ])
  const article = { ...Metadata.parse(JSON.parse(metadata)), text }
  try {
    const { outcome, statements } = await inSeedTransaction(db, (tx) => ingestArticle(tx, article, now))
    return { added: outcome === 'created', statements: statements.created, refusal: null }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'gone') throw error
    return { added: false, statements: 0, refusal: error.message }
  }
}
