import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Db } from '../../database/db.ts'
import { example } from '../../documentation/examples.ts'
import type { App } from '../../http/instance.ts'
import { getReceipt, listKeys } from './domain.ts'
import { Receipt, ReceiptKeys } from './schema.ts'

/** The path of the public keys. Keys are found without the API, so the path has no version. */
const KEYS_PATH = '/.well-known/onrecord-keys.json'

/** Mounts the receipts of checks. */
export function receiptRoutes(app: App, { db, now }: { db: Db; now: () => Date }): void {
  app.get(
    '/receipts/:id',
    {
      // A receipt never changes.
      config: { scope: 'read', conditional: { version: () => 'signed' } },
      schema: {
        operationId: 'getReceipt',
        tags: ['statements'],
        summary: 'Show a receipt',
        description:
          'A receipt that a check made with `receipt: true`. It stays as it was signed, even if its statements change later.',
        params: z.strictObject({ id: z.uuid().describe('The id of a receipt.') }),
        response: { 200: example(Receipt, 'getReceipt') },
      },
    },
    ({ params }) => getReceipt(db, params.id, now()),
  )
}

/** Mounts the public keys of receipts, at the root of the service. */
export function receiptKeyRoutes(app: App, { db, key }: { db: Db; key: KeyObject | null }): void {
  app.get(
    KEYS_PATH,
    {
      config: {
        scope: 'open',
        conditional: { version: async () => JSON.stringify(await listKeys(db, key)) },
      },
      schema: {
        operationId: 'getReceiptKeys',
        tags: ['service'],
        summary: 'The public keys of receipts',
        description:
          'A JSON Web Key Set. Keys that no longer sign stay in it, so that old receipts can be checked.',
        response: { 200: example(ReceiptKeys, 'getReceiptKeys') },
      },
    },
    () => listKeys(db, key),
  )
}
