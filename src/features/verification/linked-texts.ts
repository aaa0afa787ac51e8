import type { Db } from '../../database/db.ts'
import { findTexts } from '../../record/articles/domain.ts'
import type { Statement } from '../../record/statements/schema.ts'

/** The most texts in which the places of words are looked for, and the longest one, in UTF-16 code units. */
const TEXTS_MAX = 50
const LONGEST_TEXT = 50_000

/**
 * Reads the texts of statements that links lead to, so that a link leads to the right one of several equal words.
 * Leaves out long texts, and texts after the first 50.
 * @returns the texts by the ids of their snapshots.
 */
export async function readLinkedTexts(
  db: Db,
  statements: readonly Statement[],
): Promise<ReadonlyMap<string, string>> {
  const linked = statements.filter(({ article, vanished }) => article.url !== null && vanished === null)
  const snapshots = [...new Set(linked.map(({ article }) => article.snapshot.id))]
  return findTexts(db, snapshots.slice(0, TEXTS_MAX), LONGEST_TEXT)
}
