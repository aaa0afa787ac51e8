#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { tolerateLostTerminal } from './commands/terminal.ts'
import { readConfig } from './config.ts'
import { type Edtf, parseEdtf } from './core/edtf.ts'
import { DomainError } from './core/errors.ts'
import { isUuid } from './core/id-or-slug.ts'
import { SCOPES, type Scope } from './core/scopes.ts'
import { toDomainError } from './database/errors.ts'
import { API_INFO } from './documentation/api.ts'
import { OperatorError } from './operator-error.ts'

const FAILURE = 1
const USAGE = 2

const program = new Command('onrecord')
  .description('Who said what, when, and the exact characters that prove it.')
  .version(API_INFO.version)
  .configureOutput({ outputError: (text, write) => write(`${text.trim().replaceAll('\n', ' ')}\n`) })
  .exitOverride()

program
  .command('serve')
  .description('start the service; docs/configuration.md lists what can be set')
  .action(async () => (await import('./commands/serve.ts')).serveCommand(config()))

program
  .command('migrate')
  .description('bring the database to the schema of this version')
  .action(async () => (await import('./commands/migrate.ts')).migrateCommand(config()))

program
  .command('seed')
  .description('read the source article into the database, unless it is there')
  .action(async () => (await import('./commands/seed.ts')).seedCommand(config()))

program
  .command('extract')
  .description('find who said what in a text; nothing is kept')
  .argument('[file]', 'an article as plain text; standard input without it')
  .option('--published <edtf>', 'when the article was published: 2025-01-03, 2025-01, 2024/2025', toEdtf)
  .option('--json', 'answer in JSON, with the span of every piece of evidence')
  .option('--explain', 'show the rules that decided, and where their evidence stands')
  .option('--predictions', 'read JSON lines {"id", "text", "date"} and answer one JSON line each')
  .action(async (file, options) => (await import('./commands/extract.ts')).extractCommand(file, options))

program
  .command('ingest')
  .description('read articles into the database; what was read before is recognised')
  .argument(
    '<files...>',
    'articles: .txt, .html, .json (ninjs or ours), .ndjson; - for lines of standard input',
  )
  .option('--published <edtf>', 'when they were published, where they do not say', toEdtf)
  .option('--publisher <name>', 'who published them, where they do not say')
  .option('--language <tag>', 'the language they are written in, where they do not say')
  .action(async (files, options) =>
    (await import('./commands/ingest.ts')).ingestCommand(config(), files, options),
  )

program
  .command('worker')
  .description('read batches in the background; several may run side by side')
  .action(async () => (await import('./commands/worker.ts')).workerCommand(config()))

program
  .command('roster')
  .description('bring a list of office holders into the database, all of it or nothing')
  .argument('<file>', 'Popolo (.json) or CSV (.csv); - for standard input')
  .addOption(
    new Option('--format <format>', 'what it is, where its name does not say').choices(['popolo', 'csv']),
  )
  .option('--dry-run', 'tell what would change, and change nothing')
  .option('--json', 'answer in JSON')
  .action(async (file, options) =>
    (await import('./commands/roster.ts')).rosterCommand(config(), file, options),
  )

const keys = program.command('keys').description('make and end the keys that let people and apps write')

keys
  .command('create')
  .description('make a key; it is printed once and kept nowhere')
  .requiredOption('--name <name>', 'whose key it is: the name in the history of what it changes', toName)
  .requiredOption(
    '--scope <scopes>',
    'what it may be used for, with commas between: read, ingest, review, admin',
    toScopes,
  )
  .option('--days <days>', 'after how many days it ends; without it, never', toCount)
  .option('--json', 'answer in JSON')
  .action(async (options) => (await import('./commands/keys.ts')).createKeyCommand(config(), options))

keys
  .command('list')
  .description('show every key, without the key itself')
  .option('--json', 'answer in JSON')
  .action(async (options) => (await import('./commands/keys.ts')).listKeysCommand(config(), options))

keys
  .command('revoke')
  .description('end a key at once')
  .argument('<id>', 'its id, as the list shows it', toUuid)
  .action(async (id) => (await import('./commands/keys.ts')).revokeKeyCommand(config(), id))

keys
  .command('rotate')
  .description('make a key like another, which goes on working for a while')
  .argument('<id>', 'the id of the old one', toUuid)
  .option('--hours <hours>', 'how long the old one still works', toCount, 24)
  .option('--json', 'answer in JSON')
  .action(async (id, options) => (await import('./commands/keys.ts')).rotateKeyCommand(config(), id, options))

function toName(text: string): string {
  if (!/^\S(.{0,98}\S)?$/u.test(text))
    throw new InvalidArgumentError('It has 1 to 100 characters, none of them a line break.')
  return text
}

function toScopes(text: string): Scope[] {
  return text.split(',').map((word) => {
    const scope = SCOPES.find((known) => known === word.trim())
    if (!scope) throw new InvalidArgumentError(`"${word}" is none of ${SCOPES.join(', ')}.`)
    return scope
  })
}

function toCount(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 to 99999.')
  return Number(text)
}

function toUuid(text: string): string {
  if (!isUuid(text)) throw new InvalidArgumentError('It is no id.')
  return text
}

function toEdtf(text: string): Edtf {
  const edtf = parseEdtf(text)
  if (!edtf) throw new InvalidArgumentError('It is no EDTF date, such as 2025-01-03 or 2025-01.')
  return edtf
}

function config() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfig(process.env)
}

tolerateLostTerminal()

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : USAGE
  } else {
    const failure = toDomainError(error)
    if (!(failure instanceof OperatorError || failure instanceof DomainError)) throw error
    process.stderr.write(`onrecord: ${failure.message}\n`)
    process.exitCode = FAILURE
  }
}
