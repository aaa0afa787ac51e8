import { DomainError } from '../../../core/errors.ts'
import { pick } from '../../../core/pick.ts'
import type { Db } from '../../../database/db.ts'
import { readWhole, withholdRetracted } from '../../../record/statements/domain.ts'
import type { Statement, StatementFilters } from '../../../record/statements/schema.ts'
import { problemOf } from '../../lines/domain.ts'
import type { FormatContext, StatementFormat } from '../formats/domain.ts'

/** The longest duration of an export, in milliseconds. Until then, its snapshot keeps deleted rows on disk. */
const LONGEST_MS = 3_600_000

/** What an export writes, and how. */
export interface Export {
  readonly filters: StatementFilters
  /** A format of `EXPORT_FORMATS`. */
  readonly format: StatementFormat
  readonly context: FormatContext
  /** Returns an error if the export must end early, such as when the service stops. Asked before each batch. */
  readonly interruption?: () => DomainError | undefined
}

/** A part of an export. */
export interface ExportPart {
  readonly bytes: string | Uint8Array
  /** The number of statements in this part and the parts before it. */
  readonly statements: number
  /** The error with which the export broke off; only in the last part. */
  readonly failure?: unknown
}

/**
 * Yields all statements that pass the filters, in the order in which they were recorded, as they are at the start. If
 * the export breaks off, the last part says so.
 * @throws the error of an export that breaks off, if its format cannot say so, or if nothing is written yet.
 */
export async function* writeExport(
  db: Db,
  { filters, format, context, interruption }: Export,
): AsyncGenerator<ExportPart, void, undefined> {
  const stream = format.open!(context)
  const end = performance.now() + LONGEST_MS
  let statements = 0
  try {
    for await (const batch of readWhole(db, filters)) {
      const error = interruption?.() ?? (performance.now() > end ? tooLong() : undefined)
      if (error) throw error
      const bytes = stream.add(batch.map((item) => presented(item, context)))
      statements += batch.length
      yield { bytes, statements }
    }
    yield { bytes: stream.end(), statements }
  } catch (failure) {
    if (statements === 0 || !stream.fail) throw failure
    yield { bytes: stream.fail(problemOf(failure)), statements, failure }
  }
}

const presented = (statement: Statement, { fields }: FormatContext): Partial<Statement> =>
  pick(withholdRetracted(statement), fields)

const tooLong = (): DomainError =>
  new DomainError('timeout', 'The export took longer than an hour. Export parts of it, with filters.')
