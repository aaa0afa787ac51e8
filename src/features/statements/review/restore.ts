import type { StatementRecord } from '../../../record/statements/writes/domain.ts'
import { compareTexts, relocate } from '../changed-text/domain.ts'

/** The texts of an article at the earlier and at the current version of a statement. */
export interface Texts {
  readonly earlier: string
  readonly current: string
}

/**
 * Returns the record of an earlier version as it can be now. If the article has changed since, the record is
 * relocated into the current text; if that text lacks its words, they are marked as vanished.
 *
 * @param texts null if both versions are in one text.
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
