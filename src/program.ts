import { existsSync } from 'node:fs'
import { Command, CommanderError, Option } from 'commander'
import {
  parseCount,
  parseDate,
  parseInterval,
  parseKeyName,
  parseScopes,
  parseUuid,
  parseZone,
} from './commands/arguments.ts'
import { tolerateLostTerminal } from './commands/terminal.ts'
import { DomainError } from './core/errors.ts'
import { OperatorError } from './core/operator-error.ts'
import { SCOPES } from './core/scopes.ts'
import { translateDatabaseError } from './database/errors.ts'
import { API_INFO } from './documentation/api.ts'

const FAILURE = 1
const USAGE = 2
/** Checks of drafts and of receipts end with 1 if something is wrong with the text, so their own failures end with 2. */
const VERIFY_FAILURE = 2

let failureCode = FAILURE

const program = new Command('onrecord')
  .description('Finds who said what in news articles, and when, with the exact characters that prove it.')
  .version(API_INFO.version)
  .configureOutput({ outputError: (text, write) => write(`${text.trim().replaceAll('\n', ' ')}\n`) })
  .exitOverride()

program
  .command('serve')
  .description('start the service; docs/configuration.md lists its settings')
  .action(async () => (await import('./commands/serve.ts')).serveCommand(await config()))

program
  .command('migrate')
  .description('apply the migrations of this version to the database')
  .action(async () => (await import('./commands/migrate.ts')).migrateCommand(await config()))

program
  .command('snapshot')
  .description('write a backup of the database while the service runs (docs/backup.md)')
  .argument('<directory>', 'a new directory for the backup')
  .option('--since <backup>', 'link the files of an earlier backup that have not changed')
  .option(
    '--keep <count>',
    'make the backup in <directory>, named by its time, and keep this many',
    parseCount,
  )
  .option('--verify', 'check the backup in <directory>; needs no database')
  .action(async (directory, options) =>
    (await import('./commands/snapshot.ts')).snapshotCommand(config, directory, options),
  )

program
  .command('restore')
  .description('restore a backup into an empty database, and compare the two')
  .argument('<directory>', 'a backup that `onrecord snapshot` wrote')
  .option('--pause-webhooks', 'pause all webhooks, for a copy beside the running service')
  .action(async (directory, options) =>
    (await import('./commands/restore.ts')).restoreCommand(await config(), directory, options),
  )

program
  .command('sightings')
  .description('group the reports that were on record before this version, once after an upgrade')
  .action(async () => (await import('./commands/sightings.ts')).sightingsCommand(await config()))

program
  .command('seed')
  .description('add the source article to the database if it is not there')
  .action(async () => (await import('./commands/seed.ts')).seedCommand(await config()))

program
  .command('extract')
  .description('find who said what in a text and print it; stores nothing')
  .argument('[file]', 'an article as plain text (default: standard input)')
  .option('--published <edtf>', 'publication date of the article: 2025-01-03, 2025-01, 2024/2025', parseDate)
  .option('--json', 'print JSON, with the span of all evidence')
  .option('--explain', 'show the rules that applied and the spans of their evidence')
  .option('--predictions', 'read JSON lines {"id", "text", "date"} and print one JSON line for each')
  .action(async (file, options) => (await import('./commands/extract.ts')).extractCommand(file, options))

program
  .command('verify')
  .description('check the quotations of a text against the record; stores none of its words')
  .argument('[file]', 'a draft as plain text (default: standard input)')
  .option('--published <edtf>', 'day of its publication: 2025-01-03', parseDate)
  .option('--url <url>', 'ask this service instead of the database')
  .option('--key <key>', 'API key for --url, if the service needs one')
  .option('--receipt <file>', 'keep a signed receipt of the check, and save it in this file')
  .option('--json', 'print JSON, with all evidence')
  .action(async (file, options) => {
    failureCode = VERIFY_FAILURE
    await (await import('./commands/verify.ts')).verifyCommand(config, file, options)
  })

program
  .command('ingest')
  .description('add articles to the database; skips articles that it already has')
  .argument(
    '<files...>',
    'folders and files: text, Markdown, HTML, mail, PDF, Word, subtitles, JSON (ninjs or the format of this API), NDJSON, web archives (docs/ingesting.md); - reads NDJSON from standard input',
  )
  .option('--published <edtf>', 'publication date, for articles without one', parseDate)
  .option('--publisher <name>', 'publisher, for articles without one')
  .option('--language <tag>', 'language (BCP 47 tag), for articles without one')
  .option('--zone <name>', 'time zone of the publisher, such as America/New_York', parseZone)
  .action(async (files, options) =>
    (await import('./commands/ingest.ts')).ingestCommand(await config(), files, options),
  )

program
  .command('watch')
  .description('poll feeds and print who says what as it comes, until Ctrl-C; docs/sources.md')
  .argument('<urls...>', 'feeds (RSS, Atom, JSON Feed), sitemaps, or pages that name their feed')
  .option('--interval <minutes>', 'minutes between two polls of a feed (default: 15)', parseInterval)
  .option('--once', 'poll each feed once, fetch its articles, and end')
  .option('--json', 'print each statement as a line of JSON')
  .action(async (urls, options) =>
    (await import('./commands/watch.ts')).watchCommand(await config(), urls, options),
  )

program
  .command('export')
  .description('write all statements that pass filters, as they are on record at one moment')
  .argument(
    '[filters...]',
    'filters of GET /v1/statements, and fields: official=vedant-patel said_from=2024 fields=id,text',
  )
  .addOption(
    new Option('--format <format>', 'format of the export')
      .choices(['ndjson', 'csv', 'csv-excel', 'parquet'])
      .default('ndjson'),
  )
  .option('--output <file>', 'file to write; it gets its name when it is whole (default: standard output)')
  .action(async (filters, options) =>
    (await import('./commands/export.ts')).exportCommand(await config(), filters, options),
  )

program
  .command('worker')
  .description('process batch jobs in the background; several workers can run at once')
  .action(async () => (await import('./commands/worker.ts')).workerCommand(await config()))

program
  .command('mcp')
  .description('serve assistants on standard input and output (Model Context Protocol); docs/assistants.md')
  .action(async () => (await import('./commands/mcp.ts')).mcpCommand(await config()))

program
  .command('roster')
  .description('import a list of office holders in one transaction')
  .argument('<file>', 'Popolo (.json) or CSV (.csv); - reads standard input')
  .addOption(
    new Option('--format <format>', 'format of the list, if the file name does not show it').choices([
      'popolo',
      'csv',
    ]),
  )
  .option('--dry-run', 'print the changes without making them')
  .option('--json', 'print JSON')
  .action(async (file, options) =>
    (await import('./commands/roster.ts')).rosterCommand(await config(), file, options),
  )

const receipt = program.command('receipt').description('check receipts, and replace the key that signs them')

receipt
  .command('verify')
  .description('check the signature of a receipt; needs no database and no network')
  .argument('<file>', 'a receipt, as GET /v1/receipts/{id} answers it')
  .option('--key <file>', 'public keys: the saved JSON Web Key Set, or PEM', 'onrecord-keys.json')
  .option('--text <file>', 'also check that the receipt is of this text')
  .option('--json', 'print JSON')
  .action(async (file, options) => {
    failureCode = VERIFY_FAILURE
    await (await import('./commands/receipt.ts')).verifyReceiptCommand(file, options)
  })

receipt
  .command('rotate-key')
  .description('replace the key that signs receipts; old receipts stay valid')
  .action(async () => (await import('./commands/receipt.ts')).rotateReceiptKeyCommand(await config()))

const keys = program.command('keys').description('create, list, rotate and revoke API keys')

keys
  .command('create')
  .description('create a key; it is printed once and cannot be shown again')
  .requiredOption('--name <name>', 'name of the holder; the history shows it with every change', parseKeyName)
  .requiredOption('--scope <scopes>', `scopes, separated by commas: ${SCOPES.join(', ')}`, parseScopes)
  .option('--days <days>', 'days until the key expires (default: never)', parseCount)
  .option('--json', 'print JSON')
  .action(async (options) => (await import('./commands/keys.ts')).createKeyCommand(await config(), options))

keys
  .command('list')
  .description('list all keys; the secrets are not shown')
  .option('--json', 'print JSON')
  .action(async (options) => (await import('./commands/keys.ts')).listKeysCommand(await config(), options))

keys
  .command('revoke')
  .description('revoke a key immediately')
  .argument('<id>', 'id of the key, from `onrecord keys list`', parseUuid)
  .action(async (id) => (await import('./commands/keys.ts')).revokeKeyCommand(await config(), id))

keys
  .command('rotate')
  .description('create a key with the same name and scopes, and let the old key expire')
  .argument('<id>', 'id of the old key, from `onrecord keys list`', parseUuid)
  .option('--hours <hours>', 'hours until the old key expires', parseCount, 24)
  .option('--json', 'print JSON')
  .action(async (id, options) =>
    (await import('./commands/keys.ts')).rotateKeyCommand(await config(), id, options),
  )

/** Reads the settings. Loads them only for the commands that need them: `extract` needs none, so it starts faster. */
async function config() {
  const { readConfig } = await import('./service/config.ts')
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfig(process.env)
}

/** Runs the command of this process. Sets the exit code of the process if the command fails. */
export async function runProgram(): Promise<void> {
  tolerateLostTerminal()
  try {
    await program.parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : USAGE
    } else {
      const failure = translateDatabaseError(error)
      if (!(failure instanceof OperatorError || failure instanceof DomainError)) throw error
      process.stderr.write(`onrecord: ${failure.message}\n`)
      process.exitCode = failureCode
    }
  }
}

/** Runs the code of a start, so that the build can store it in compiled form. */
export const warmUp = async (): Promise<void> => (await import('./service/warm-up.ts')).warmUp()
