import { createHash } from 'node:crypto'
import { parseEdtf } from '../../src/core/edtf.ts'
import { nameKey, slugOf } from '../../src/core/names.ts'
import type { Span } from '../../src/core/span.ts'
import type { Db } from '../../src/database/db.ts'
import type { Database } from '../../src/database/open.ts'
import { connectOnce } from '../../src/database/single-connection.ts'
import { execute, rows } from '../../src/database/sql.ts'
import { inTransaction } from '../../src/database/transaction.ts'

type Row = Readonly<Record<string, unknown>>

/** The default time of recording. */
const RECORDED = '2026-11-23T10:00:00.000Z'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Returns a UUID that depends only on the name. The order of ids is unrelated to the order of names. */
export function idOf(name: string): string {
  const hex = sha256(name)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Inserts rows directly, without the service. All rows must have the columns of the first. */
export async function insertRows(db: Db, table: string, values: readonly Row[]): Promise<void> {
  if (values.length === 0) return
  const columns = Object.keys(values[0]!)
    .map((column) => `"${column}"`)
    .join(', ')
  await execute(
    db,
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(values)],
  )
}

/** Runs a query and returns its rows with the type that the caller expects. */
export const read = async <T>(db: Db, sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
  (await rows(db, sql, parameters)) as T[]

const named = (kind: string, name: string) => ({
  id: idOf(`${kind} ${name}`),
  slug: slugOf(name),
  name,
  name_key: nameKey(name),
  version: 1,
  created_at: RECORDED,
  updated_at: RECORDED,
})

/** Builds a row of `officials`. */
export const makeOfficial = (name: string, mergedInto: string | null = null) => ({
  ...named('official', name),
  merged_into_id: mergedInto,
})
export type OfficialRow = ReturnType<typeof makeOfficial>

/** Builds a row of `organizations`. */
export const makeOrganization = (name: string, mergedInto: string | null = null) => {
  const row = named('organization', name)
  return { ...row, ...(mergedInto && { name_key: row.id }), merged_into_id: mergedInto }
}
export type OrganizationRow = ReturnType<typeof makeOrganization>

export interface ArticleChoices {
  readonly publisher?: string | null
  readonly byline?: string | null
  /** A language tag (BCP 47). */
  readonly language?: string | null
  readonly withdrawn?: boolean
  readonly url?: string | null
  /** EDTF; null if unknown. */
  readonly published?: string | null
  /** The quotations of the article, one per paragraph. */
  readonly sentences?: readonly string[]
  readonly recorded?: string
}

/** Builds an article with one snapshot: rows of `articles` and `snapshots`, and the span of each sentence. */
export function makeArticle(name: string, choices: ArticleChoices = {}) {
  const { sentences = [], recorded = RECORDED } = choices
  const published = choices.published ? parseEdtf(choices.published) : null
  const id = idOf(`article ${name}`)
  const spans: Span[] = []
  let text = `${name}\n`
  for (const sentence of sentences) {
    spans.push({ start: text.length + 1, end: text.length + 1 + sentence.length })
    text += `“${sentence}” she said.\n`
  }
  return {
    row: {
      id,
      url: choices.url ?? null,
      title: name,
      publisher: choices.publisher ?? null,
      byline: choices.byline ?? null,
      language: choices.language ?? null,
      withdrawn: choices.withdrawn ?? false,
      published_edtf: published?.edtf ?? null,
      published_earliest: published?.earliest ?? null,
      published_latest: published?.latest ?? null,
      published_basis: published ? 'stated' : 'unknown',
      version: 1,
      created_at: recorded,
      updated_at: recorded,
    },
    snapshot: {
      id: idOf(`snapshot ${name}`),
      article_id: id,
      ordinal: 1,
      text,
      sha256: sha256(text),
      length: text.length,
      retrieved_at: recorded,
    },
    spans,
  }
}
export type MadeArticle = ReturnType<typeof makeArticle>

export interface StatementChoices {
  readonly official?: OfficialRow | null
  readonly organization?: OrganizationRow | null
  readonly type?: string
  readonly polarity?: string
  readonly attribution?: string
  readonly status?: string
  /** The role that the article prints. */
  readonly role?: string | null
  /** EDTF; open at the beginning if the statement is not dated. */
  readonly said?: string
  readonly saidBasis?: string
  readonly confidence?: number
  readonly recorded?: string
}

/** Builds the statement of one sentence of an article: a row of `statements` and a row of `statement_spans`. */
export function makeStatement(
  { row: article, snapshot, spans }: MadeArticle,
  sentence: number,
  choices: StatementChoices = {},
) {
  const { official = null, organization = null, recorded = RECORDED } = choices
  const { start, end } = spans[sentence]!
  const text = snapshot.text.slice(start, end)
  const said = parseEdtf(choices.said ?? '../2026')!
  const id = idOf(`statement ${sentence} of ${article.id}`)
  return {
    row: {
      id,
      article_id: article.id,
      snapshot_id: snapshot.id,
      start_offset: start,
      type: choices.type ?? 'direct',
      polarity: choices.polarity ?? 'affirmed',
      text,
      context_before: '',
      context_after: '',
      speaker_kind: official ? 'person' : organization ? 'organization' : 'unknown',
      speaker_name: official?.name ?? null,
      official_id: official?.id ?? null,
      organization_id: organization?.id ?? null,
      role: choices.role ?? null,
      role_former: false,
      attribution: choices.attribution ?? (official ? 'named' : organization ? 'organization' : 'none'),
      candidates: [],
      said_edtf: said.edtf,
      said_earliest: said.earliest,
      said_latest: said.latest,
      said_precision: said.precision,
      said_basis: choices.saidBasis ?? (said.earliest ? 'stated' : 'publication'),
      confidence: choices.confidence ?? 0.9,
      rule: 'direct/quote-speaker-cue',
      speaker_rule: 'named',
      status: choices.status ?? 'machine',
      withdrawn: article.withdrawn,
      version: 1,
      recorded_at: recorded,
      updated_at: recorded,
    },
    span: {
      statement_id: id,
      kind: 'content',
      ordinal: 0,
      start_offset: start,
      end_offset: end,
      exact: text,
    },
  }
}
export type MadeStatement = ReturnType<typeof makeStatement>

/** A position of a person, with EDTF dates. */
export interface PositionChoices {
  readonly title: string
  readonly official: OfficialRow
  readonly organization: OrganizationRow | null
  readonly from: string | null
  readonly to: string | null
}

/** Builds a row of `positions`, as a roster makes it. */
export const makePosition = ({ title, official, organization, from, to }: PositionChoices) => ({
  id: idOf(`${title} of ${official.id} in ${organization?.id} from ${from} to ${to}`),
  official_id: official.id,
  organization_id: organization?.id ?? null,
  title,
  from_edtf: from,
  from_earliest: from === null ? null : parseEdtf(from)!.earliest,
  to_edtf: to,
  to_latest: to === null ? null : parseEdtf(to)!.latest,
  basis: 'roster',
  created_at: RECORDED,
})
type PositionRow = ReturnType<typeof makePosition>

/** Rows to insert. */
export interface Records {
  readonly officials?: readonly OfficialRow[]
  readonly organizations?: readonly OrganizationRow[]
  readonly positions?: readonly PositionRow[]
  readonly articles?: readonly MadeArticle[]
  readonly statements?: readonly MadeStatement[]
}

/** Inserts rows in one transaction, referenced rows first. */
export async function insertRecords(db: Db, records: Records): Promise<void> {
  const { officials = [], organizations = [], positions = [], articles = [], statements = [] } = records
  const tables: Readonly<Record<string, readonly Row[]>> = {
    officials,
    organizations,
    positions,
    articles: articles.map(({ row }) => row),
    snapshots: articles.map(({ snapshot }) => snapshot),
    statements: statements.map(({ row }) => row),
    statement_spans: statements.map(({ span }) => span),
  }
  await inTransaction(db, async (tx) => {
    for (const [table, values] of Object.entries(tables)) await insertRows(tx, table, values)
  })
}

/** Updates the statistics of the query planner, as autovacuum does on a running server. */
export async function analyze({ ownerUrl }: Database): Promise<void> {
  const owner = await connectOnce(ownerUrl)
  await owner.query('ANALYZE').finally(() => owner.end())
}
