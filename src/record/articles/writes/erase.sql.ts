import type { Tx } from '../../../database/db.ts'
import { execute } from '../../../database/sql.ts'

/**
 * Removes the texts of the snapshots of an erased article, and the content of its revisions and of the revisions of its
 * statements. The role of the service may not update these tables. A function of the database updates them, and only
 * for an article that is marked as erased. Prisma calls no functions.
 */
export const eraseTexts = (tx: Tx, articleId: string): Promise<number> =>
  execute(tx, 'SELECT erase_words_of_article($1::uuid)', [articleId])
