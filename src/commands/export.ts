import { z } from 'zod'
import { DomainError } from '../core/errors.ts'
import { OperatorError } from '../core/operator-error.ts'
import { writeExport } from '../features/statements/export/domain.ts'
import { exportParameters } from '../features/statements/export/parameters.ts'
import { EXPORT_FORMATS } from '../features/statements/formats/domain.ts'
import { filtersOf } from '../features/statements/parameters.ts'
import { validationError } from '../input/validation.ts'
import { resolveStatementFilters } from '../record/statements/domain.ts'
import type { Config } from '../service/config.ts'
import { createQuietLogger } from '../service/logging.ts'
import { createExportProgress } from './export/progress.ts'
import { openTarget } from './export/target.ts'
import { withDatabase } from './with-database.ts'

interface ExportOptions {
  /** The name of a format of `EXPORT_FORMATS`. */
  readonly format: string
  /** The file to write; standard output if it is missing. */
  readonly output?: string
}

const INTERRUPTED = 130

const { format: _format, ...parameters } = exportParameters
const Parameters = z.strictObject(parameters)

/**
 * Writes all statements that pass filters to a file or to standard output. Sets the exit code 1 while it runs, so that
 * an export whose reader has left fails, and 130 if a signal interrupted it.
 * @param words filters, each as `name=value`.
 */
export async function exportCommand(
  config: Config,
  words: readonly string[],
  { format: name, output }: ExportOptions,
): Promise<void> {
  const { distinct, fields, ...query } = parametersOf(words)
  const format = EXPORT_FORMATS.find((one) => one.name === name)!
  if (output === undefined && process.stdout.isTTY && name === 'parquet')
    throw new OperatorError('Parquet is not text for a terminal. Name a file with --output.')
  process.exitCode = 1
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const interruption = () => (stopping.signal.aborted ? interrupted() : undefined)
  try {
    await withDatabase(config, createQuietLogger(config.logLevel), async ({ db }) => {
      const { filters } = await resolveStatementFilters(db, filtersOf(query))
      const target = await openTarget(output)
      const progress = createExportProgress(process.stderr, {
        isShown: process.stderr.isTTY === true && (output !== undefined || !process.stdout.isTTY),
        clock: () => performance.now(),
      })
      const asked = { filters: { ...filters, distinct }, format, interruption }
      try {
        for await (const { bytes, statements, failure } of writeExport(db, {
          ...asked,
          context: { origin: originOf(config), fields },
        })) {
          await target.write(bytes)
          progress.show(statements)
          if (failure) throw failure
        }
        await target.finish()
        progress.end()
      } catch (error) {
        progress.clear()
        await target.abandon()
        throw error
      }
    })
    process.exitCode = 0
  } catch (error) {
    if (!stopping.signal.aborted) throw error
    process.stderr.write('Interrupted. The export is not whole.\n')
    process.exitCode = INTERRUPTED
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

/** @throws OperatorError if a word is no parameter; DomainError if a value is wrong. */
function parametersOf(words: readonly string[]): z.output<typeof Parameters> {
  const given = new Map<string, string[]>()
  for (const word of words) {
    const equals = word.indexOf('=')
    if (equals < 1)
      throw new OperatorError(`"${word}" is no filter. Write name=value: official=vedant-patel.`)
    const name = word.slice(0, equals)
    given.set(name, [...(given.get(name) ?? []), word.slice(equals + 1)])
  }
  const data = Object.fromEntries(
    [...given].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
  const result = Parameters.safeParse(data)
  if (result.success) return result.data
  throw validationError(result.error.issues, 'querystring', Parameters, data)
}

const originOf = ({ publicUrl, host, port }: Config): string => publicUrl ?? `http://${host}:${port}`

const interrupted = (): DomainError => new DomainError('unavailable', 'The export was interrupted.')
