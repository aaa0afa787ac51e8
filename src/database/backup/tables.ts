/**
 * The tables of a backup, in an order in which each comes after those that it refers to. A backup holds everything that
 * the database cannot derive from the rest: docs/adr/0022.
 */
export const KEPT_TABLES = [
  'officials',
  'official_aliases',
  'organizations',
  'organization_aliases',
  'identifiers',
  'positions',
  'articles',
  'snapshots',
  'statements',
  'statement_spans',
  'official_candidates',
  'official_moves',
  'official_move_statements',
  'organization_moves',
  'organization_move_statements',
  'organization_move_officials',
  'sighting_pairs',
  'sighting_decisions',
  'sightings',
  'sightings_due',
  'common_keys',
  'revisions',
  'ledger',
  'api_keys',
  'searches',
  'webhooks',
  'webhook_deliveries',
  'receipt_keys',
  'receipts',
  'jobs',
  'job_items',
  'sources',
  'source_entries',
  'source_sites',
  'idempotency_records',
  'pgboss.job',
] as const

/** Tables that triggers and migrations fill, and the notes of the queue about itself. */
export const DERIVED_TABLES = [
  '_prisma_migrations',
  'article_words',
  'name_words',
  'names',
  'statement_keys',
  'pgboss.archive',
  'pgboss.queue',
  'pgboss.schedule',
  'pgboss.subscription',
  'pgboss.version',
] as const

/** Columns that triggers fill for each new row. */
export const DERIVED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  statements: ['publisher_key', 'published_earliest', 'published_latest', 'words'],
}
