import type { Db } from '../../src/database/db.ts'
import {
  idOf,
  insertRecords,
  insertRows,
  makeArticle,
  makeOfficial,
  makeOrganization,
  makeStatement,
} from '../support/factories.ts'

const harbour = makeOrganization('Harbour Board')
const ministry = makeOrganization('Ministry of Bridges')
const ada = makeOfficial('Ada Brandt')
const bo = makeOfficial('Bo Lindqvist')
const old = makeOfficial('A. M. Brandt', ada.id)

const SENTENCES = Array.from({ length: 24 }, (_, index) => `The ${index + 1}. lock of the canal is open.`)
const gazette = makeArticle('Locks open', {
  publisher: 'The Gazette',
  url: 'https://gazette.example/locks',
  published: '2026-03-04',
  sentences: SENTENCES,
})
const undated = makeArticle('A leaflet', { sentences: ['This leaflet has no date.'] })

const SAID = ['2026-03', '2026-02-28', '2025', '../2026-03-04', '2026-02-20/2026-03-04']
const statements = SENTENCES.map((_, index) =>
  makeStatement(gazette, index, {
    official: index % 3 === 0 ? null : index % 3 === 1 ? ada : bo,
    organization: index % 3 === 0 ? ministry : index % 3 === 1 ? harbour : null,
    said: SAID[index % SAID.length]!,
    type: index % 2 === 0 ? 'direct' : 'indirect',
    confidence: (index % 10) / 10,
  }),
)

/** A receipt that was made of a check of the first lock. */
const receipt = {
  id: idOf('receipt'),
  kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
  content: JSON.stringify({
    format: 'onrecord-receipt-1',
    id: idOf('receipt'),
    checked: '2026-11-23T10:00:00.000Z',
    service: '0.1.0',
    rules: 1,
    position: 0,
    text: { sha256: '0'.repeat(64), length: 30 },
    quotations: [],
    unchecked: 0,
  }),
  signature: 'A'.repeat(86),
  has_caller: true,
  created_at: '2026-11-23T10:00:00.000Z',
  expires_at: '2036-11-23T10:00:00.000Z',
}

/** A small set of records with something in every list. */
export const RECORD = { harbour, ministry, ada, bo, old, gazette, undated, statements }

/** Inserts {@link RECORD}. */
export async function insertRecord(db: Db): Promise<void> {
  await insertRecords(db, {
    officials: [ada, bo, old],
    organizations: [harbour, ministry],
    articles: [gazette, undated],
    statements: [...statements, makeStatement(undated, 0)],
  })
  const { kid, created_at } = receipt
  const public_key = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
  await insertRows(db, 'receipt_keys', [{ kid, public_key, created_at }])
  await insertRows(db, 'receipts', [receipt])
}

/** A URL that answers 200 for each operation that reads, by operation id. */
export const READ_URLS: Readonly<Record<string, string>> = {
  getDirectory: '/',
  getVersionDirectory: '/v1',
  listChanges: '/v1/changes',
  getLiveness: '/health/live',
  getReadiness: '/health/ready',
  listOfficials: '/v1/officials',
  getSightings: `/v1/statements/${statements[0]!.row.id}/sightings`,
  getOfficialHistory: `/v1/officials/${ada.slug}/history`,
  getOfficial: `/v1/officials/${ada.slug}`,
  getTimelineOfOfficial: `/v1/officials/${ada.slug}/timeline`,
  getTimelineOfOrganization: `/v1/organizations/${harbour.slug}/timeline?by=year`,
  compare: `/v1/compare?officials=${ada.slug},${bo.slug}&by=month`,
  listOrganizations: '/v1/organizations',
  getOrganizationHistory: `/v1/organizations/${harbour.slug}/history`,
  getOrganization: `/v1/organizations/${harbour.slug}`,
  exportRoster: '/v1/rosters',
  suggest: '/v1/suggest?q=brandt',
  search: '/v1/search?q=what+did+brandt+say+about+the+lock',
  listStatements: '/v1/statements',
  listStatementsOfOfficial: `/v1/officials/${ada.slug}/statements`,
  listStatementsOfOrganization: `/v1/organizations/${harbour.slug}/statements`,
  listStatementsOfArticle: `/v1/articles/${gazette.row.id}/statements`,
  exportStatements: '/v1/export',
  getStatement: `/v1/statements/${statements[0]!.row.id}`,
  getStatementHistory: `/v1/statements/${statements[0]!.row.id}/history`,
  citeStatement: `/v1/statements/${statements[0]!.row.id}/citation`,
  getStatementAnnotation: `/v1/statements/${statements[0]!.row.id}/annotation`,
  getArticleAnnotations: `/v1/articles/${gazette.row.id}/annotations`,
  getArticleAnnotationPage: `/v1/articles/${gazette.row.id}/annotations/0`,
  getOembed: `/oembed?url=/v1/statements/${statements[0]!.row.id}`,
  getArticleHistory: `/v1/articles/${gazette.row.id}/history`,
  listDates: '/v1/dates',
  getDate: '/v1/dates/2026-03',
  listArticles: '/v1/articles',
  getAccuracy: '/v1/accuracy',
  getReceipt: `/v1/receipts/${receipt.id}`,
  getReceiptKeys: '/.well-known/onrecord-keys.json',
  listPublishers: '/v1/publishers',
  getArticle: `/v1/articles/${gazette.row.id}`,
  listSnapshots: `/v1/articles/${gazette.row.id}/snapshots`,
  getArticleText: `/v1/articles/${gazette.row.id}/text`,
}
