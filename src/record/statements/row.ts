import { z } from 'zod'
import { fold } from '../../core/names.ts'
import { positionAt, timeOf } from '../../core/tenure.ts'
import {
  ATTRIBUTIONS,
  DATE_PRECISIONS,
  POLARITIES,
  PUBLISHED_BASES,
  SAID_BASES,
  SPAN_KINDS,
  SPEAKER_KINDS,
  type SpanKind,
  STATEMENT_STATUSES,
  STATEMENT_TYPES,
} from '../../core/vocabulary.ts'
import type { Evidence } from '../utterances/schema.ts'
import type { HeldPosition, Statement } from './schema.ts'

const text = z.string()
const day = z.string().nullable()

/** A statement as the store reads it, with its article, its people and its spans. */
export const StatementRow = z.object({
  id: text,
  type: z.enum(STATEMENT_TYPES),
  polarity: z.enum(POLARITIES),
  text,
  context_before: text,
  context_after: text,
  speaker_kind: z.enum(SPEAKER_KINDS),
  speaker_name: text.nullable(),
  official_id: text.nullable(),
  official_slug: text.nullable(),
  official_name: text.nullable(),
  organization_id: text.nullable(),
  organization_slug: text.nullable(),
  organization_name: text.nullable(),
  role: text.nullable(),
  role_former: z.boolean(),
  attribution: z.enum(ATTRIBUTIONS),
  candidates: z.array(text),
  said_edtf: text,
  said_earliest: day,
  said_latest: day,
  said_precision: z.enum(DATE_PRECISIONS),
  said_basis: z.enum(SAID_BASES),
  confidence: z.number(),
  speaker_confidence: z.number().nullable(),
  rule: text,
  speaker_rule: text,
  status: z.enum(STATEMENT_STATUSES),
  sightings: z.int(),
  vanished_snapshot_id: text.nullable(),
  vanished_noticed: text.nullable(),
  version: z.int(),
  recorded_at: text,
  updated_at: text,
  article_id: text,
  article_title: text.nullable(),
  publisher: text.nullable(),
  article_url: text.nullable(),
  published_edtf: text.nullable(),
  published_earliest: day,
  published_latest: day,
  published_basis: z.enum(PUBLISHED_BASES),
  snapshot_id: text,
  sha256: text,
  place: z.object({ page: z.int().optional(), time: text.optional() }).nullable(),
  spans: z.array(z.tuple([z.enum(SPAN_KINDS), z.int(), z.int(), text])),
  /** The title, from, to, and the id, the slug and the name of the organization. */
  dated_positions: z
    .array(z.tuple([text, text, text.nullable(), text.nullable(), text.nullable(), text.nullable()]))
    .nullable(),
})
export type StatementRow = z.infer<typeof StatementRow>

/**
 * Maps a row to a statement.
 * @throws Error if the length of a span differs from the length of its words. The record is then damaged, and the words
 * must not be shown as evidence.
 */
export function toStatement(row: StatementRow): Statement {
  const { one, all } = evidenceOf(row)
  return {
    id: row.id,
    url: `/v1/statements/${row.id}`,
    type: row.type,
    polarity: row.polarity,
    verbatim: row.type === 'direct',
    text: row.text,
    segments: all('content'),
    quoted: all('quoted'),
    speaker: {
      name: row.speaker_name,
      kind: row.speaker_kind,
      official: reference(row.official_id, row.official_slug, row.official_name),
      organization: reference(row.organization_id, row.organization_slug, row.organization_name),
      position: positionOf(row),
      role: row.role,
      former: row.role_former,
      attribution: row.attribution,
      candidates: row.candidates,
      mention: one('speaker'),
      antecedent: one('antecedent'),
      role_evidence: one('role'),
      rule: row.speaker_rule,
    },
    cue: one('cue'),
    said: {
      edtf: row.said_edtf,
      earliest: row.said_earliest,
      latest: row.said_latest,
      precision: row.said_precision,
      basis: row.said_basis,
      expression: one('expression'),
    },
    venue: one('venue'),
    addressee: one('addressee'),
    relay: one('relay'),
    within: one('within'),
    article: articleOf(row),
    ...(row.place && { place: { page: row.place.page ?? null, time: row.place.time ?? null } }),
    context: { before: row.context_before, after: row.context_after },
    confidence: row.confidence,
    speaker_confidence: row.speaker_confidence,
    rule: row.rule,
    status: row.status,
    sightings: row.sightings,
    vanished:
      row.vanished_snapshot_id !== null && row.vanished_noticed !== null
        ? { snapshot: row.vanished_snapshot_id, noticed: row.vanished_noticed }
        : null,
    version: row.version,
    recorded: row.recorded_at,
    updated: row.updated_at,
  }
}

const articleOf = (row: StatementRow): Statement['article'] => ({
  id: row.article_id,
  title: row.article_title,
  publisher: row.publisher,
  url: row.article_url,
  published: {
    edtf: row.published_edtf,
    earliest: row.published_earliest,
    latest: row.published_latest,
    basis: row.published_basis,
  },
  snapshot: { id: row.snapshot_id, sha256: row.sha256 },
})

/** Returns the position that the speaker held when the words were spoken; null if no position is proven. */
function positionOf(row: StatementRow): HeldPosition | null {
  if (row.dated_positions === null) return null
  const positions = row.dated_positions.map(([title, from, to, id, slug, name]) => ({
    title,
    organization: reference(id, slug, name),
    from,
    to,
  }))
  const said = { earliest: row.said_earliest, latest: row.said_latest, basis: row.said_basis }
  const published = { earliest: row.published_earliest, latest: row.published_latest }
  const role = fold(row.role ?? '')
  return positionAt(positions, timeOf(said, published), (title) => role.includes(fold(title)))
}

function reference(id: string | null, slug: string | null, name: string | null) {
  return id === null || slug === null || name === null ? null : { id, slug, name }
}

function evidenceOf({ id, spans }: StatementRow) {
  const byKind = new Map<SpanKind, Evidence[]>()
  for (const [kind, start, end, exact] of spans) {
    if (exact.length !== end - start)
      throw new Error(`statement ${id}: the ${kind} span does not fit its words`)
    const known = byKind.get(kind)
    if (known) known.push({ start, end, exact })
    else byKind.set(kind, [{ start, end, exact }])
  }
  return {
    all: (kind: SpanKind): Evidence[] => byKind.get(kind) ?? [],
    one: (kind: SpanKind): Evidence | null => byKind.get(kind)?.[0] ?? null,
  }
}
