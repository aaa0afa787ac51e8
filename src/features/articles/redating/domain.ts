import { canonicalJson } from '../../../core/canonical-json.ts'
import type { Edtf } from '../../../core/edtf.ts'
import type { Tx } from '../../../database/db.ts'
import type { Revision } from '../../../database/ledger.sql.ts'
import { getText } from '../../../record/articles/domain.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { lockStatementsOfArticle, redateStatements } from '../../../record/statements/writes/domain.ts'
import type { RedatedStatement } from '../../../record/statements/writes/schema.ts'
import { checkInTurns, type Reader, readerHere } from '../../extraction/domain.ts'
import { type FoundAgain, indexFound, saidAgain } from './match.ts'
import { findDatedByPerson } from './store.ts'

/**
 * Dates the statements of a locked article again after its date of publication changed. Reads each snapshot with the
 * new date, and takes the dates of the statements that are found again. Dates that a person set stay. So do speakers,
 * words and statuses.
 * @param reader reads the texts. Default: in this thread.
 * @returns one revision for each statement whose date changed.
 * @throws DomainError of `Reader.read`.
 */
export async function redateArticle(
  tx: Tx,
  articleId: string,
  published: Edtf | null,
  at: Date,
  reader: Reader = readerHere,
): Promise<Revision[]> {
  const statements = (await lockStatementsOfArticle(tx, articleId)).map(({ statement }) => statement)
  const ids = statements.map(({ id }) => id)
  const settled = ids.length > 0 ? await findDatedByPerson(tx, ids) : new Set<string>()
  const redated: RedatedStatement[] = []
  for (const [snapshotId, members] of bySnapshot(statements.filter(({ id }) => !settled.has(id)))) {
    const found = await readAgain(tx, reader, { articleId, snapshotId, published })
    for (const statement of members) {
      const said = saidAgain(statement, found, published?.latest ?? null)
      if (said && canonicalJson(said) !== canonicalJson(statement.said)) redated.push({ statement, said })
    }
  }
  return redateStatements(tx, redated, at)
}

async function readAgain(
  tx: Tx,
  reader: Reader,
  {
    articleId,
    snapshotId,
    published,
  }: { readonly articleId: string; readonly snapshotId: string; readonly published: Edtf | null },
): Promise<FoundAgain> {
  const { text } = await getText(tx, articleId, snapshotId)
  return indexFound(await checkInTurns(text, await reader.read(text, { published })))
}

function bySnapshot(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const { id } = statement.article.snapshot
    const known = groups.get(id)
    if (known) known.push(statement)
    else groups.set(id, [statement])
  }
  return groups
}
