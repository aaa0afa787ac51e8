import type { StatementRecord } from '../../../record/statements/writes/domain.ts'
import { compareTexts, relocate } from '../changed-text/domain.ts'

/** The texts of an article at the earlier and at the current version of a statement. */
export interface Texts {
  readonly earlier: string
  readonly current: string
}

/**
 * Returns the record of an earlier version for the current text. If the article has changed since, moves the record's
 * evidence to its places in the current text. If that text lacks its words, marks them as vanished.
 * @param texts null if both versions belong to one text.
 */
export function restoreRecord(
  earlier: StatementRecord,
  current: StatementRecord,
  texts: Texts | null,
): StatementRecord {
  if (!texts) return { ...earlier, vanished: current.vanished }
  const found = relocate(earlier, compareTexts(texts.earlier, texts.current))
  if (found) return { ...earlier, ...found, snapshotId: current.snapshotId, vanished: current.vanished }
  const isElsewhere = current.vanished !== null && current.vanished !== earlier.snapshotId
  return { ...earlier, vanished: isElsewhere ? current.vanished : current.snapshotId }
}
