import { afterAll, beforeAll, expect, it } from 'vitest'
import { Random } from '../../evaluation/verify/random.ts'
import { type MadeReport, makeReports } from '../../evaluation/verify/text/reports.ts'
import type { Database } from '../../src/database/open.ts'
import { testDatabase } from '../support/database.ts'
import { analyze, insertRows, makeArticle, makeStatement, read } from '../support/factories.ts'
import { groupAll } from '../support/sightings.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Returns the rows of a report: an article with its statement. */
function rowsOf({ report }: MadeReport) {
  const { statement, speaker, said } = report
  const text = statement.segments.map(({ exact }) => exact).join(' ')
  const article = makeArticle(report.id, { published: '2026-01-02', sentences: [text] })
  const made = makeStatement(article, 0, { type: statement.type })
  const row = {
    ...made.row,
    start_offset: statement.segments[0]!.start,
    speaker_kind: speaker.kind,
    speaker_name: speaker.name,
    role: speaker.roles[0] ?? null,
    attribution: 'named',
    said_earliest: said?.earliest ?? null,
    said_latest: said?.latest ?? null,
    said_basis: said?.earliest ? 'stated' : 'publication',
  }
  const span =
    (kind: string) =>
    ({ start, end, exact }: { start: number; end: number; exact: string }, ordinal: number) => ({
      statement_id: row.id,
      kind,
      ordinal,
      start_offset: start,
      end_offset: end,
      exact,
    })
  const inQuotes = statement.words.filter(({ isQuoted }) => isQuoted)
  const [segment] = statement.segments
  const [from, to] = [inQuotes[0]?.start ?? 0, inQuotes.at(-1)?.end ?? 0]
  const piece = {
    start: from,
    end: to,
    exact: segment!.exact.slice(from - segment!.start, to - segment!.start),
  }
  const quoted = { direct: statement.segments, mixed: [piece], indirect: [] }[statement.type]
  const mention = speaker.mention ?? speaker.name
  return {
    article: article.row,
    snapshot: article.snapshot,
    statement: row,
    spans: [
      ...statement.segments.map(span('content')),
      ...quoted.map(span('quoted')),
      ...(mention ? [span('speaker')({ start: 0, end: mention.length, exact: mention }, 0)] : []),
    ],
  }
}

it('groups 2,000 made reports of 500 utterances with the published precision and recall', async () => {
  const made = makeReports(500, 2000, new Random(1))
  const all = made.map(rowsOf)
  const { db } = database
  await insertRows(
    db,
    'articles',
    all.map(({ article }) => article),
  )
  await insertRows(
    db,
    'snapshots',
    all.map(({ snapshot }) => snapshot),
  )
  await insertRows(
    db,
    'statements',
    all.map(({ statement }) => statement),
  )
  await insertRows(
    db,
    'statement_spans',
    all.flatMap(({ spans }) => spans),
  )
  await analyze(database)
  await groupAll(db)
  const found = await read<{ id: string; first_id: string }>(
    db,
    'SELECT statement_id AS id, first_id FROM sightings',
  )
  const firstOf = new Map(found.map(({ id, first_id }) => [id, first_id]))
  const reports = made.map(({ utterance }, index) => {
    const { id } = all[index]!.statement
    return { utterance, group: firstOf.get(id) ?? id }
  })
  let [right, grouped, ofOne] = [0, 0, 0]
  for (const [index, one] of reports.entries())
    for (const other of reports.slice(index + 1)) {
      const isFound = one.group === other.group
      const isTrue = one.utterance === other.utterance
      if (isFound) grouped++
      if (isTrue) ofOne++
      if (isFound && isTrue) right++
    }
  expect(right / grouped).toBeGreaterThanOrEqual(0.995)
  expect(right / ofOne).toBeGreaterThanOrEqual(0.97)
}, 120_000)
