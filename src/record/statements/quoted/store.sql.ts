import { z } from 'zod'
import type { RecordedSpeaker } from '../../../compare/index.ts'
import type { Db } from '../../../database/db.ts'
import { rowReader } from '../../../database/row-reader.ts'
import { rows } from '../../../database/sql.ts'
import { StatementRow, toStatement } from '../row.ts'
import type { Statement } from '../schema.ts'
import { COLUMNS, RELATED } from '../store.sql.ts'

// SQL, because one query reads statements with all names of their speakers.

/** A statement that a quotation may quote, with everything by which its speaker is known. */
export interface Quotable {
  readonly statement: Statement
  readonly speaker: RecordedSpeaker
}

/** All names by which a person or an organization on record is known. */
const NAMES = `
  (SELECT json_agg(n.name ORDER BY n.name) FROM official_aliases n WHERE n.official_id = s.official_id) AS aliases,
  (SELECT json_agg(DISTINCT p.title) FROM positions p WHERE p.official_id = s.official_id) AS titles,
  (SELECT json_agg(n.name ORDER BY n.name) FROM organization_aliases n WHERE n.organization_id = s.organization_id)
    AS organization_aliases`

const names = z.array(z.string()).nullable()
const readRow = rowReader(StatementRow.extend({ aliases: names, titles: names, organization_aliases: names }))

/** Reads statements of any status with all names of their speakers, in the order of the ids. */
export async function readQuotables(db: Db, ids: readonly string[]): Promise<Quotable[]> {
  if (ids.length === 0) return []
  const found = await rows(
    db,
    `SELECT ${COLUMNS}, ${NAMES} FROM statements s ${RELATED} WHERE s.id = ANY($1::uuid[]) AND NOT s.withdrawn`,
    [ids],
  )
  const read = found.map((row): [string, Quotable] => {
    const { aliases, titles, organization_aliases, ...columns } = readRow(row)
    const statement = toStatement(columns)
    const known = { aliases: aliases ?? [], titles: titles ?? [], bodies: organization_aliases ?? [] }
    return [statement.id, { statement, speaker: recordedSpeaker(statement, known) }]
  })
  const byId = new Map(read)
  return ids.flatMap((id) => byId.get(id) ?? [])
}

interface KnownNames {
  readonly aliases: readonly string[]
  readonly titles: readonly string[]
  readonly bodies: readonly string[]
}

function recordedSpeaker({ speaker }: Statement, { aliases, titles, bodies }: KnownNames): RecordedSpeaker {
  const { kind, name, official, organization, role, mention, candidates } = speaker
  const isBody = kind === 'organization'
  const person = official?.name ?? (isBody ? null : name)
  return {
    kind,
    name: person,
    aliases: [...(name !== null && !isBody && name !== person ? [name] : []), ...aliases],
    roles: [...(role === null ? [] : [role]), ...titles],
    organizations: [
      ...(isBody && name !== null ? [name] : []),
      ...(organization ? [organization.name] : []),
      ...bodies,
    ],
    mention: mention?.exact ?? null,
    candidates,
  }
}
