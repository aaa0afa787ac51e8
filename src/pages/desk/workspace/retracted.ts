import type { DomainError } from '../../../core/errors.ts'
import { isWithheld } from '../../../core/visibility.ts'
import { shownWords, wordingOf } from '../../../core/wording.ts'
import type { Db } from '../../../database/db.ts'
import { historyOf } from '../../../features/changes/history/domain.ts'
import type { HistoryEntry } from '../../../features/changes/history/schema.ts'
import { getText } from '../../../record/articles/domain.ts'
import { StatementRecord } from '../../../record/statements/writes/domain.ts'
import { type Content, html } from '../../markup/html.ts'
import { reasonRow, reviewFields } from '../shell/fields.ts'
import { historyList } from '../shell/history.ts'
import type { DeskRequest } from '../shell/mount.ts'

/** The most changes on the page. */
const CHANGES = 20

/** A retracted statement, as only reviewers see it. */
export interface Retracted {
  readonly id: string
  readonly version: number
  /** The words, as lists showed them. */
  readonly words: string
  readonly history: readonly HistoryEntry[]
}

/**
 * Reads a retracted statement from its history.
 * @returns null if the statement was not retracted.
 * @throws DomainError `gone` if its article was withdrawn.
 */
export async function readRetracted(db: Db, id: string): Promise<Retracted | null> {
  const found = await historyOf(db, 'statement', id, { limit: CHANGES, sort: '-version', position: null })
  const history = found.slice(0, CHANGES).map(({ item }) => item)
  const [latest] = history
  const { data: record } = StatementRecord.safeParse(latest?.after)
  if (!latest || !record || !isWithheld(record.status)) return null
  const { text } = await getText(db, record.articleId, record.snapshotId)
  return {
    ...{ id, version: latest.version, history },
    words: shownWords(wordingOf(text, record.segments), record.type),
  }
}

/** Draws a retracted statement with the form that puts it back. @param gone says who retracted it, when and why. */
export const retractedStatement = (
  desk: DeskRequest,
  { id, words, history, ...seen }: Retracted,
  gone: DomainError,
): Content =>
  html`<h1>This statement was retracted</h1><p class="lead"><bdi>${gone.message}</bdi></p>
<div class="columns"><div><blockquote class="record"><p><bdi>${words}</bdi></p><footer>Only reviewers see these words.</footer></blockquote>
<form method="post" action="/desk/statements/${id}/decide" class="panel">${reviewFields(desk, seen, `/desk/statements/${id}`)}
${reasonRow('restore-reason')}<button type="submit" name="decision" value="restore">Put it back</button></form></div>
<div class="beside">${historyList(history)}</div></div>`
