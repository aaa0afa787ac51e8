#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { readConfig } from './config.ts'
import { type Edtf, parseEdtf } from './core/edtf.ts'
import { OperatorError } from './operator-error.ts'

const FAILURE = 1
const USAGE = 2

const program = new Command('onrecord')
  .description('Who said what, when, and the exact characters that prove it.')
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

function toEdtf(text: string): Edtf {
  const edtf = parseEdtf(text)
  if (!edtf) throw new InvalidArgumentError('It is no EDTF date, such as 2025-01-03 or 2025-01.')
  return edtf
}

function config() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfig(process.env)
}

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : USAGE
  } else if (error instanceof OperatorError) {
    process.stderr.write(`onrecord: ${error.message}\n`)
    process.exitCode = FAILURE
  } else {
    throw error
  }
}
