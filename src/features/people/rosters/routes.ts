import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { example } from '../../../documentation/examples.ts'
import type { App } from '../../../http/instance.ts'
import { readStrictJson } from '../../../http/json-body.ts'
import { writeHeaders } from '../../../http/writes.ts'
import { decodeStrictly } from '../../../input/utf8.ts'
import { writeOnce } from '../../access/idempotency/once.ts'
import { exportRoster, fromCsv, fromPopolo, importRoster } from './domain.ts'
import { PopoloInput } from './formats/popolo-input.ts'
import { Popolo } from './formats/schema.ts'
import { RosterResult } from './import/schema.ts'
import { importQuery } from './parameters.ts'

/** The largest roster, in bytes. It is enough for all members of a parliament since its foundation. */
const LARGEST_ROSTER = 8 * 1024 * 1024

const CSV = 'text/csv'
const CSV_EXAMPLE = `name,other_names,organization,title,from,to,identifiers
Edith Marlowe,Edie Marlowe,Ministry of Harbours,Harbour Minister,2022-09-06,2023-11,wikidata:Q4115189
`

/** Mounts the import and the export of lists of office holders. */
export async function rosterRoutes(app: App, { db, now }: { db: Db; now: () => Date }): Promise<void> {
  app.get(
    '/rosters',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'exportRoster',
        tags: ['rosters'],
        summary: 'Export people and organizations as Popolo',
        description:
          'All people and organizations with aliases and identifiers, and the positions from rosters and corrections; positions that articles print are left out. The file can be imported here or elsewhere without changes.',
        response: { 200: example(Popolo, 'exportRoster') },
      },
    },
    async (_request, reply: FastifyReply) =>
      reply.type('application/json; charset=utf-8').send(Readable.from(exportRoster(db))) as never,
  )

  await app.register(async (scoped) => {
    readStrictJson(scoped, ['application/json'])
    scoped.addContentTypeParser(CSV, { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
      decodeStrictly(body),
    )
    scoped.post(
      '/rosters',
      {
        bodyLimit: LARGEST_ROSTER,
        config: { scope: 'admin', errors: ['conflict'] },
        schema: {
          operationId: 'importRoster',
          tags: ['rosters'],
          summary: 'Import a list of office holders',
          description:
            'Takes Popolo or CSV. People are matched by id, by identifier, then by name and organization. The import adds names, identifiers, positions and missing dates, and removes nothing. It is one transaction, and repeating it changes nothing. Later articles use the roster.',
          headers: writeHeaders,
          querystring: importQuery,
          body: {
            content: {
              'application/json': { schema: PopoloInput },
              [CSV]: { schema: z.string().meta({ examples: [CSV_EXAMPLE] }) },
            },
          },
          response: { 200: example(RosterResult, 'importRoster') },
        },
      },
      async (request, reply) => {
        const { body, query } = request as { body: unknown; query: z.output<typeof importQuery> }
        const roster = typeof body === 'string' ? fromCsv(body) : fromPopolo(body as PopoloInput)
        const isDryRun = query.dry_run ?? false
        const operation = isDryRun ? 'importRoster dry_run' : 'importRoster'
        return writeOnce(request, reply, { db, at: now(), operation }, async (tx, { actor, at }) => ({
          status: 200,
          body: await importRoster(tx, roster, { actor, now: at, isDryRun }),
        }))
      },
    )
  })
}
