export { appendRevisions } from '../../database/ledger.ts'
export { shareIdentities } from '../../database/naming.ts'
