import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError } from '../../../core/errors.ts'
import type { Db } from '../../../database/db.ts'
import { onceAnswered } from '../../../http/client-gone.ts'
import type { App } from '../../../http/instance.ts'
import { EXPORT_FORMATS } from '../formats/domain.ts'
import { chooseFormat, contextOf, exportAnswer, exportConfig, readNarrow, resolveFilters } from '../list.ts'
import { type ExportPart, writeExport } from './domain.ts'
import { exportParameters } from './parameters.ts'

export interface ExportOptions {
  readonly db: Db
  /** The most exports at the same time. Each holds a connection of the database. */
  readonly exportsMax: number
}

/** Mounts the export of all statements that pass filters. */
export function exportRoutes(app: App, { db, exportsMax }: ExportOptions): void {
  let running = 0
  app.get(
    '/export',
    {
      config: { ...exportConfig, errors: ['unavailable', 'too_broad'] },
      schema: {
        operationId: 'exportStatements',
        tags: ['statements'],
        summary: 'Export all statements',
        description:
          'All statements that pass the filters, without pages, in the order in which they were recorded: the record as it is when the export begins. If an export breaks off, the last line of NDJSON is `{"problem": …}`, and CSV and Parquet end with a closed connection, before the end of the transfer.',
        querystring: z.strictObject(exportParameters),
        response: { 200: exportAnswer() },
      },
    },
    async (request, reply) => {
      const format = chooseFormat(request, EXPORT_FORMATS)
      const { distinct, ...query } = request.query
      const { filters } = await resolveFilters(request, db, query)
      if (running >= exportsMax) throw busy(exportsMax)
      running++
      onceAnswered(reply, () => running--)
      const parts = writeExport(db, {
        filters: { ...filters, distinct },
        format,
        context: contextOf(request),
        interruption: () => (app.isDraining() ? stopping() : undefined),
      })
      const first = await readNarrow(filters, () => parts.next())
      const body = Readable.from(bytesOf(first, parts, request), { objectMode: false })
      onceAnswered(reply, () => void body.destroy())
      reply.header(
        'content-disposition',
        `attachment; filename="statements.${format.extension ?? format.name}"`,
      )
      return reply.type(format.contentType).send(body)
    },
  )
}

/**
 * Returns the bytes of an export whose first part has been read. It is no generator, because a generator that was never
 * started does not end the export when it is closed.
 */
function bytesOf(
  first: IteratorResult<ExportPart, void>,
  parts: AsyncGenerator<ExportPart, void, undefined>,
  request: FastifyRequest,
): AsyncIterable<string | Uint8Array> {
  let waiting: typeof first | undefined = first
  const next = async (): Promise<IteratorResult<string | Uint8Array, void>> => {
    for (;;) {
      const result = waiting ?? (await parts.next())
      waiting = undefined
      if (result.done) return result
      const { bytes, failure } = result.value
      if (failure) request.log.error({ err: failure }, 'export broke off')
      if (bytes.length > 0) return { value: bytes, done: false }
    }
  }
  const end = async () => ({ value: (await parts.return()).value, done: true as const })
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) }
}

const busy = (most: number): DomainError =>
  new DomainError('unavailable', `${most} exports are running, as many as can run at once. Try again later.`)

const stopping = (): DomainError =>
  new DomainError('unavailable', 'The service is stopping. Start the export again in a moment.')
