import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { DomainError } from '../core/errors.ts'
import { OperatorError } from '../core/operator-error.ts'
import { translateDatabaseError } from '../database/errors.ts'
import { fromCsv, fromPopolo, importRoster } from '../features/people/rosters/domain.ts'
import { readPopolo } from '../features/people/rosters/formats/popolo-input.ts'
import type { Roster } from '../features/people/rosters/formats/schema.ts'
import type { Counts, RosterResult } from '../features/people/rosters/import/schema.ts'
import { decodeStrictly } from '../input/utf8.ts'
import type { Config } from '../service/config.ts'
import { createQuietLogger } from '../service/logging.ts'
import { withDatabase } from './with-database.ts'

export type RosterFormat = 'popolo' | 'csv'

export interface RosterOptions {
  readonly format?: RosterFormat | undefined
  readonly dryRun?: boolean | undefined
  readonly json?: boolean | undefined
}

/** Imports a roster, or prints what the import would change. @throws OperatorError that lists every fault. */
export async function rosterCommand(config: Config, file: string, options: RosterOptions): Promise<void> {
  const format = formatOf(file, options.format)
  const roster = await withFaultsListed(async () => parseRoster(await readBytes(file), format))
  await withDatabase(config, createQuietLogger(config.logLevel), async ({ db }) => {
    const isDryRun = options.dryRun ?? false
    const result = await withFaultsListed(() =>
      importRoster(db, roster, { actor: 'machine', now: new Date(), isDryRun }),
    )
    process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : toText(result))
  })
}

const readBytes = (file: string): Promise<Uint8Array> =>
  (file === '-' ? buffer(process.stdin) : readFile(file)).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      `${file} cannot be read (${error.code ?? error.message}). Check its path and permissions.`,
      { cause: error },
    )
  })

function formatOf(file: string, given: RosterFormat | undefined): RosterFormat {
  if (given) return given
  const extension = extname(file).toLowerCase()
  if (extension === '.csv') return 'csv'
  if (extension === '.json') return 'popolo'
  throw new OperatorError(`The format of ${file} is unknown. Add --format popolo or --format csv.`)
}

function parseRoster(bytes: Uint8Array, format: RosterFormat): Roster {
  const text = decodeStrictly(bytes)
  if (format === 'csv') return fromCsv(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new DomainError('malformed_request', `The file is not JSON: ${(error as Error).message}.`)
  }
  return fromPopolo(readPopolo(value))
}

/** Runs `work`, and converts a DomainError to an OperatorError with one line for each fault. */
async function withFaultsListed<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const failure = translateDatabaseError(error)
    if (!(failure instanceof DomainError)) throw error
    const { message, faults } = failure
    const lines = faults.map((fault) => `\n  ${fault.pointer ?? ''} ${fault.message}`)
    const text = faults.length > 1 ? `Nothing was imported.${lines.join('')}` : message
    throw new OperatorError(text, { cause: error })
  }
}

function toText(result: RosterResult): string {
  const counted = (['persons', 'organizations', 'memberships'] as const).map((kind) =>
    line(kind, result[kind]),
  )
  const changes = result.changes.map(({ action, kind, name }) => `  ${action} ${kind}: ${name}`)
  const ignored = result.ignored.length > 0 ? [`Ignored fields: ${result.ignored.join(', ')}.`] : []
  const head = result.dry_run
    ? ['Dry run: nothing was written. The import would make these changes:', ...changes]
    : []
  return `${[...head, ...counted, ...ignored].join('\n')}\n`
}

const line = (kind: string, { created, updated, unchanged }: Counts): string =>
  `${kind}: ${created} created, ${updated} updated, ${unchanged} unchanged`
