import { z } from 'zod'
import { examplePage, pageOf } from '../../../http/paging.ts'
import { SourceEntry } from './entries/schema.ts'
import { Source } from './schema.ts'

const ID = '0193c1d2-0000-7000-8000-000000000011'
const SELF = `/v1/sources/${ID}`

const source: Source = {
  id: ID,
  url: 'https://gazette.example/feed.xml',
  kind: 'rss',
  title: 'The Gazette',
  publisher: null,
  language: null,
  time_zone: null,
  interval_minutes: 15,
  first_entries: 20,
  status: 'active',
  status_reason: null,
  polled: '2026-11-23T10:15:00.000Z',
  read: '2026-11-23T10:00:00.000Z',
  next_poll: '2026-11-23T10:30:00.000Z',
  failures: 0,
  failing_since: null,
  problem: null,
  entries: { waiting: 0, ingested: 19, skipped: 30, failed: 1 },
  added_by: 'desk',
  version: 1,
  recorded: '2026-11-23T10:00:00.000Z',
  updated: '2026-11-23T10:00:00.000Z',
  links: { self: SELF, entries: `${SELF}/entries` },
}

const entry: SourceEntry = {
  id: '0193c1d2-0000-7000-8000-000000000012',
  url: 'https://gazette.example/tide',
  published: 'Mon, 23 Nov 2026 09:00:00 +0100',
  state: 'failed',
  outcome: null,
  article: null,
  statements: null,
  reason: { code: 'fetch_failed', detail: 'The URL answers 404.' },
  attempts: 2,
  next_attempt: null,
  recorded: '2026-11-23T10:00:00.000Z',
  fetched: '2026-11-23T10:05:00.000Z',
}

/** A page of sources. */
export const SourcePage = pageOf(Source)

/** A page of the entries of a source. */
export const SourceEntryPage = pageOf(SourceEntry)

/** The schemas of the responses, each with an example. */
export const ANSWERS = {
  source: Source.meta({ examples: [source] }),
  sources: SourcePage.meta({ examples: [examplePage('/v1/sources', [source])] }),
  entries: SourceEntryPage.meta({ examples: [examplePage(`${SELF}/entries?state=failed`, [entry])] }),
  nothing: z.null().describe('The source is removed.'),
}
