export { appendRevisions } from '../../database/ledger.ts'
