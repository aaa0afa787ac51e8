import { setFlagsFromString } from 'node:v8'
import type { Edtf } from '../core/edtf.ts'
import { checkStatements, extract } from '../engine/index.ts'
import { readInputText } from './input-text.ts'
import { writePredictions } from './predictions.ts'
import { outputOptions, writeStandardOutput } from './standard-streams.ts'
import { formatStatements } from './statement-report.ts'

export interface ExtractOptions {
  readonly published?: Edtf
  readonly json?: boolean
  readonly explain?: boolean
  readonly predictions?: boolean
}

/**
 * The longest text, in UTF-16 code units, that V8 interprets. Its compilers take longer than they save on a text that
 * is read once.
 */
const SHORT = 20_000
const WITHOUT_COMPILERS = ['--no-opt', '--no-sparkplug']

/** Extracts the statements of one text, or of each line of standard input (`--predictions`), and prints them. */
export async function extractCommand(file: string | undefined, options: ExtractOptions): Promise<void> {
  if (options.predictions) {
    ;(await import('./terminal.ts')).tolerateLostTerminal()
    const skipped = await writePredictions(process.stdin, process.stdout, process.stderr)
    if (skipped > 0) process.exitCode = 1
    return
  }
  const text = await readInputText(file)
  if (text.length <= SHORT) for (const flag of WITHOUT_COMPILERS) setFlagsFromString(flag)
  const utterances = checkStatements(
    text,
    extract(text, { published: options.published ?? null, knownPeople: [] }),
  )
  const output = options.json
    ? `${JSON.stringify({ statements: utterances }, null, 2)}\n`
    : formatStatements(utterances, { ...outputOptions(), explain: options.explain === true })
  await writeStandardOutput(output)
}
