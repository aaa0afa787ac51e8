import type { StatementRecord } from '../../../record/statements/writes/domain.ts'
import { compareTexts, relocate } from '../changed-text/domain.ts'

/** The texts of an article that a statement stood in and stands in. */
export interface Texts {
  readonly earlier: string
  readonly current: string
}

/**
 * All a statement was at an earlier version, as it can be now. Where the article has changed since, it stands in the
 * text the statement stands in today; if that no longer holds its words they have vanished, whoever brings them back.
 *
 * @param texts null where both versions stand in one text.
 */
export function bringBack(
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
