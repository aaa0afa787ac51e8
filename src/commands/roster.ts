import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Config } from '../config.ts'
import { DomainError } from '../core/errors.ts'
import { toDomainError } from '../database/errors.ts'
import { fromCsv, fromPopolo, importRoster } from '../features/people/rosters/domain.ts'
import { readPopolo } from '../features/people/rosters/formats/popolo-input.ts'
import type { Roster } from '../features/people/rosters/formats/schema.ts'
import type { Counts, RosterResult } from '../features/people/rosters/import/schema.ts'
import { decodeStrictly } from '../input/utf8.ts'
import { createQuietLogger } from '../logging.ts'
import { OperatorError } from '../operator-error.ts'
import { withDatabase } from './with-database.ts'

export type RosterFormat = 'popolo' | 'csv'

export interface RosterOptions {
  readonly format?: RosterFormat | undefined
  readonly dryRun?: boolean | undefined
  readonly json?: boolean | undefined
}

/** Brings a roster into the database, or tells what that would change. @throws OperatorError, naming each fault. */
export async function rosterCommand(config: Config, file: string, options: RosterOptions): Promise<void> {
  const format = formatOf(file, options.format)
  const roster = await explained(async () => rosterOf(await bytesOf(file), format))
  await withDatabase(config, createQuietLogger(config.logLevel), async ({ db }) => {
    const isDryRun = options.dryRun ?? false
    const result = await explained(() =>
      importRoster(db, roster, { actor: 'machine', now: new Date(), isDryRun }),
    )
    process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : report(result))
  })
}

const bytesOf = (file: string): Promise<Uint8Array> =>
  (file === '-' ? buffer(process.stdin) : readFile(file)).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${file} cannot be read: ${error.code ?? error.message}.`, { cause: error })
  })

function formatOf(file: string, given: RosterFormat | undefined): RosterFormat {
  if (given) return given
  const extension = extname(file).toLowerCase()
  if (extension === '.csv') return 'csv'
  if (extension === '.json') return 'popolo'
  throw new OperatorError(`${file} does not say what it is: add --format popolo or --format csv.`)
}

function rosterOf(bytes: Uint8Array, format: RosterFormat): Roster {
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

/** What goes wrong, with a line for each fault. */
async function explained<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const failure = toDomainError(error)
    if (!(failure instanceof DomainError)) throw error
    const { message, faults } = failure
    const lines = faults.map((fault) => `\n  ${fault.pointer ?? ''} ${fault.message}`)
    const text = faults.length > 1 ? `Nothing was imported.${lines.join('')}` : message
    throw new OperatorError(text, { cause: error })
  }
}

function report(result: RosterResult): string {
  const counted = (['persons', 'organizations', 'memberships'] as const).map((kind) =>
    line(kind, result[kind]),
  )
  const changes = result.changes.map(({ action, kind, name }) => `  ${action} ${kind}: ${name}`)
  const ignored = result.ignored.length > 0 ? [`Not kept: ${result.ignored.join(', ')}.`] : []
  const head = result.dry_run ? ['Nothing was written. This is what would be:', ...changes] : []
  return `${[...head, ...counted, ...ignored].join('\n')}\n`
}

const line = (kind: string, { created, updated, unchanged }: Counts): string =>
  `${kind}: ${created} created, ${updated} updated, ${unchanged} unchanged`
