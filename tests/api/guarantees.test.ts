import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendRevisions, type Revision } from '../../src/database/ledger.sql.ts'
import type { Database } from '../../src/database/open.ts'
import { execute } from '../../src/database/sql.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { testDatabase } from '../support/database.ts'
import { idOf, insertRows, makeArticle, makeOfficial, makeStatement, read } from '../support/factories.ts'
import { NOW } from '../support/seeded-service.ts'
import { insertRecord, RECORD } from './record.ts'

/** A database for tests of changes that it refuses, even to the owner of the tables. */
let database: Database

beforeAll(async () => {
  database = await testDatabase({ asOwner: true })
  await insertRecord(database.db)
  await append(created(RECORD.ada.id))
})
afterAll(() => database.close())

const append = (revision: Revision): Promise<unknown> =>
  inTransaction(database.db, (tx) => appendRevisions(tx, [revision], NOW))

const created = (subjectId: string): Revision => ({
  subject: 'official',
  subjectId,
  version: 1,
  action: 'created',
  actor: 'machine',
  reason: null,
  before: null,
  after: {},
})

const sql = (text: string, parameters: readonly unknown[] = []) => execute(database.db, text, parameters)

/** Returns the constraint or the SQLSTATE that refused a statement. */
const refusal = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'nothing refused it',
    (error: { constraint?: string; code?: string }) => error.constraint ?? error.code ?? String(error),
  )

const NEVER_CHANGED = '23001'

describe('the database refuses to change or delete', () => {
  it.each(['snapshots', 'revisions'])('%s', async (table) => {
    const before = await read(database.db, `SELECT * FROM ${table} ORDER BY 1`)
    expect(before.length).toBeGreaterThan(0)
    const column = table === 'snapshots' ? 'retrieved_at' : 'recorded_at'
    expect(await refusal(sql(`UPDATE ${table} SET ${column} = now()`))).toBe(NEVER_CHANGED)
    expect(await refusal(sql(`UPDATE ${table} SET ${column} = ${column}`))).toBe(NEVER_CHANGED)
    expect(await refusal(sql(`DELETE FROM ${table}`))).toBe(NEVER_CHANGED)
    expect(await read(database.db, `SELECT * FROM ${table} ORDER BY 1`)).toEqual(before)
  })

  it('an article with snapshots and a person with statements', async () => {
    expect(await refusal(sql('DELETE FROM articles WHERE id = $1', [RECORD.gazette.row.id]))).toMatch(
      /_fkey$/,
    )
    expect(await refusal(sql('DELETE FROM officials WHERE id = $1', [RECORD.ada.id]))).toMatch(/_fkey$/)
    expect(await refusal(sql('DELETE FROM organizations WHERE id = $1', [RECORD.harbour.id]))).toMatch(
      /_fkey$/,
    )
  })
})

type Row = Record<string, unknown>

/** A valid row with one fault, and the constraint that refuses it. */
type Case = readonly [what: string, wrong: Row, refused: string]

const article = makeArticle('Another text', { sentences: ['The 😀 lock is open.'] })
const { row: statement, span } = makeStatement(article, 0)

beforeAll(async () => {
  await insertRows(database.db, 'articles', [article.row])
  await insertRows(database.db, 'snapshots', [article.snapshot])
  await insertRows(database.db, 'statements', [statement])
})

/** Inserts the valid row in a transaction and rolls it back, which proves that only the fault is refused. */
async function expectOnlyThisRefused(table: string, good: Row, wrong: Row, refused: string): Promise<void> {
  const undone = new Error('undone')
  const attempt = inTransaction(database.db, async (tx) => {
    await insertRows(tx, table, [good])
    throw undone
  })
  await expect(attempt).rejects.toBe(undone)
  expect(await refusal(insertRows(database.db, table, [{ ...good, ...wrong }]))).toBe(refused)
}

const { start_offset: start, end_offset: end, exact } = span
const SPANS: readonly Case[] = [
  ['with an end before its start', { start_offset: end, end_offset: start }, 'statement_spans_exact_fits'],
  ['of no length', { end_offset: start, exact: '' }, 'statement_spans_ordered'],
  [
    'that begins before the text starts',
    { start_offset: -1, end_offset: end - start - 1 },
    'statement_spans_ordered',
  ],
  ['shorter than its words', { end_offset: end - 1 }, 'statement_spans_exact_fits'],
  ['longer than its words', { exact: exact.slice(1) }, 'statement_spans_exact_fits'],
  ['counted in code points', { end_offset: start + [...exact].length }, 'statement_spans_exact_fits'],
  ['with an unknown statement', { statement_id: randomUUID() }, 'statement_spans_statement_id_fkey'],
  ['with a negative ordinal', { ordinal: -1 }, 'statement_spans_ordinal_counts_up'],
  ['of an unknown kind', { kind: 'guess' }, '22P02'],
]

const again = makeArticle('The same, again', { sentences: ['The 😀 lock is open.'] }).snapshot
const SNAPSHOTS: readonly Case[] = [
  ['with the hash of another text', { sha256: RECORD.gazette.snapshot.sha256 }, 'snapshots_sha256_of_text'],
  ['counted in code points', { length: [...again.text].length }, 'snapshots_length_of_text'],
  ['with a changed text', { text: again.text.replace('open', 'shut') }, 'snapshots_sha256_of_text'],
  ['with an unknown article', { article_id: randomUUID() }, 'snapshots_article_id_fkey'],
  ['with the ordinal 0', { ordinal: 0 }, 'snapshots_ordinal_counts_up'],
]

const STATEMENTS: readonly Case[] = [
  [
    'of another article’s text',
    { snapshot_id: RECORD.gazette.snapshot.id },
    'statements_snapshot_of_article_fkey',
  ],
  ['with an unknown snapshot', { snapshot_id: randomUUID() }, 'statements_snapshot_of_article_fkey'],
  [
    'with an unknown official',
    { official_id: randomUUID(), attribution: 'named' },
    'statements_official_id_fkey',
  ],
  [
    'with an official although the speaker is ambiguous',
    { official_id: RECORD.ada.id, attribution: 'ambiguous' },
    'statements_no_speaker_invented',
  ],
  [
    'with an official although there is no speaker',
    { official_id: RECORD.ada.id, attribution: 'none' },
    'statements_no_speaker_invented',
  ],
  [
    'with a latest day before the earliest',
    { said_earliest: '2025-02-01', said_latest: '2025-01-31', said_basis: 'stated' },
    'statements_said_bounds_ordered',
  ],
  [
    'dated by publication alone, with a first day',
    { said_earliest: '2024-01-01' },
    'statements_undated_say_so',
  ],
  ['surer than sure', { confidence: 1.01 }, 'statements_confidence_is_a_share'],
  ['without words', { text: '' }, 'statements_text_given'],
  ['that begins before the text starts', { start_offset: -1 }, 'statements_start_in_text'],
  ['of version nought', { version: 0 }, 'statements_version_counts_up'],
  ['of a made-up status', { status: 'probably' }, '22P02'],
]

describe('a span', () => {
  it.each(SPANS)('%s is refused', (_what, wrong, refused) =>
    expectOnlyThisRefused('statement_spans', span, wrong, refused),
  )
})

describe('a snapshot', () => {
  const good = { ...again, article_id: article.row.id, ordinal: 2 }
  it.each(SNAPSHOTS)('%s is refused', (_what, wrong, refused) =>
    expectOnlyThisRefused('snapshots', good, wrong, refused),
  )
})

describe('a statement', () => {
  const good = { ...statement, id: idOf('another statement') }
  it.each(STATEMENTS)('%s is refused', (_what, wrong, refused) =>
    expectOnlyThisRefused('statements', good, wrong, refused),
  )
})

describe('an official', () => {
  const good = makeOfficial('Eve Sand')
  it.each([
    ['merged into herself', { merged_into_id: good.id }, 'officials_not_merged_into_itself'],
    ['under a slug that is taken', { slug: RECORD.ada.slug }, 'officials_slug_key'],
    ['under a slug that is none', { slug: 'Eve Sand' }, 'officials_slug_form'],
    ['without a name', { name: '' }, 'officials_name_given'],
  ] satisfies Case[])('%s is refused', (_what, wrong, refused) =>
    expectOnlyThisRefused('officials', good, wrong, refused),
  )
})

describe('the ledger', () => {
  it('numbers revisions without gaps in commit order during concurrent writes', async () => {
    const [{ position: before }] = (await read<{ position: number }>(
      database.db,
      'SELECT position FROM ledger',
    )) as [{ position: number }]
    const writers = Array.from({ length: 40 }, (_, writer) =>
      inTransaction(database.db, async (tx) => {
        const revisions = Array.from({ length: 1 + (writer % 3) }, () => created(randomUUID()))
        await appendRevisions(tx, revisions, NOW)
        if (writer % 5 === 0) throw new Error('a writer that changes its mind')
        return revisions.length
      }).catch(() => 0),
    )
    const written = (await Promise.all(writers)).reduce((sum, count) => sum + count, 0)
    const after = await read<{ position: number }>(
      database.db,
      'SELECT position FROM revisions ORDER BY position',
    )
    const positions = after.map(({ position }) => position)
    expect(positions).toEqual(positions.map((_, index) => index + 1))
    expect(positions.length).toBe(before + written)
    expect(await read(database.db, 'SELECT position FROM ledger')).toEqual([{ position: before + written }])
  })

  it('accepts one revision for each version of a record, the first without `before`', async () => {
    const taken = created(RECORD.ada.id)
    expect(await refusal(append(taken))).toBe('revisions_subject_subject_id_version_key')
    const odd = { ...created(randomUUID()), before: {} }
    expect(await refusal(append(odd))).toBe('revisions_first_has_no_before')
    expect(await refusal(sql('INSERT INTO ledger (id, position) VALUES (2, 0)'))).toBe('ledger_is_one_row')
  })
})
