import type { Db } from '../../database/db.ts'
import { historyOf } from '../../features/changes/history/domain.ts'
import type { HistoryEntry } from '../../features/changes/history/schema.ts'
import { citationsOf, readCited } from '../../features/statements/citation/domain.ts'
import type { Citations } from '../../features/statements/citation/schema.ts'
import { CARD_WIDTH, getOembed } from '../../features/statements/oembed/domain.ts'
import { findSightings } from '../../features/verification/sightings/domain.ts'
import type { Sightings } from '../../features/verification/sightings/schema.ts'
import { getText } from '../../record/articles/domain.ts'
import { getStatement } from '../../record/statements/domain.ts'
import type { Statement } from '../../record/statements/schema.ts'

/** The most revisions on the page. */
const REVISIONS = 20
/** The greatest height of a card for other sites, in CSS pixels. */
const CARD_HEIGHT = 600

/** Everything that the page of a statement shows. */
export interface StatementView {
  readonly statement: Statement
  /** The text of its snapshot. */
  readonly text: string
  /** All reports of the utterance; null if this one is the only one. */
  readonly sightings: Sightings | null
  readonly citations: Citations
  readonly history: readonly HistoryEntry[]
  /** The HTML of a card, for other sites. */
  readonly card: string
}

/**
 * Reads a statement with its evidence.
 * @param origin the origin of the service, for citations.
 * @throws DomainError `not_found`; `gone` if the statement was retracted or its article withdrawn.
 */
export async function readStatement(db: Db, id: string, origin: string): Promise<StatementView> {
  const statement = await getStatement(db, id)
  const { article } = statement
  const [{ text }, sightings, cited, history, { html: card }] = await Promise.all([
    getText(db, article.id, article.snapshot!.id),
    statement.sightings > 1 ? findSightings(db, id) : null,
    readCited(db, id, origin),
    historyOf(db, 'statement', id, { limit: REVISIONS, sort: '-version', position: null }),
    getOembed(db, origin + statement.url, origin, { maxwidth: CARD_WIDTH, maxheight: CARD_HEIGHT }),
  ])
  const entries = history.slice(0, REVISIONS).map(({ item }) => item)
  return { statement, text, sightings, citations: citationsOf(cited), history: entries, card }
}
