import { z } from 'zod'
import { readSighting, readStatement, type Sighting } from '../../../compare/index.ts'
import { SPEAKER_KINDS, STATEMENT_TYPES } from '../../../core/vocabulary.ts'
import type { Tx } from '../../../database/db.ts'
import { rows } from '../../../database/sql.ts'

// SQL, because one query reads statements with the spans of their words. A comparison needs nothing else.

const text = z.string()
const ReportRow = z.object({
  id: text,
  type: z.enum(STATEMENT_TYPES),
  speaker_kind: z.enum(SPEAKER_KINDS),
  speaker_name: text.nullable(),
  official_id: text.nullable(),
  organization: text.nullable(),
  role: text.nullable(),
  candidates: z.array(text),
  said_earliest: text.nullable(),
  said_latest: text.nullable(),
  spans: z.array(z.tuple([z.enum(['content', 'quoted', 'speaker']), z.int(), z.int(), text])),
})

/** The most statements that one query reads. To read the words of one takes a tenth of a millisecond. */
const READ_AT_ONCE = 25

/** Reads statements for comparisons, by their ids. Leaves out statements without words. */
export async function readReports(tx: Tx, ids: readonly string[]): Promise<Map<string, Sighting>> {
  const reports = new Map<string, Sighting>()
  for (let from = 0; from < ids.length; from += READ_AT_ONCE)
    for (const report of await readPiece(tx, ids.slice(from, from + READ_AT_ONCE)))
      reports.set(report.id, report)
  return reports
}

async function readPiece(tx: Tx, ids: readonly string[]): Promise<Sighting[]> {
  const found = await rows(
    tx,
    `SELECT s.id, s.type, s.speaker_kind, s.speaker_name, s.official_id, g.name AS organization, s.role, s.candidates,
       s.said_earliest, s.said_latest, spans.spans
     FROM statements s LEFT JOIN organizations g ON g.id = s.organization_id,
       LATERAL (SELECT json_agg(json_build_array(e.kind, e.start_offset, e.end_offset, e.exact) ORDER BY e.kind, e.ordinal) AS spans
         FROM statement_spans e WHERE e.statement_id = s.id AND e.kind IN ('content', 'quoted', 'speaker')) spans
     WHERE s.id = ANY($1::uuid[]) AND spans.spans IS NOT NULL`,
    [ids],
  )
  return found.map((row) => toSighting(ReportRow.parse(row)))
}

/**
 * Maps a row to a report. Of the speaker, only what the article prints and the ids of the record count, because names
 * on record change with later articles. Then the order in which articles arrive does not matter.
 */
function toSighting(row: z.infer<typeof ReportRow>): Sighting {
  const spansOf = (kind: string) =>
    row.spans.filter(([of]) => of === kind).map(([, start, end, exact]) => ({ start, end, exact }))
  const isBody = row.speaker_kind === 'organization'
  const given = (value: string | null): string[] => (value === null ? [] : [value])
  return readSighting({
    id: row.id,
    statement: readStatement({ type: row.type, segments: spansOf('content'), quoted: spansOf('quoted') }),
    speaker: {
      kind: row.speaker_kind,
      name: isBody ? null : row.speaker_name,
      aliases: [],
      roles: given(row.role),
      organizations: [...(isBody ? given(row.speaker_name) : []), ...given(row.organization)],
      mention: spansOf('speaker')[0]?.exact ?? null,
      candidates: row.candidates,
    },
    person: row.official_id,
    said: { earliest: row.said_earliest, latest: row.said_latest },
  })
}
