import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import type { Edtf } from '../core/edtf.ts'
import { OperatorError } from '../core/operator-error.ts'
import { checkStatements, extract } from '../engine/index.ts'
import { writePredictions } from './predictions.ts'
import { formatStatements } from './statement-report.ts'

interface ExtractOptions {
  readonly published?: Edtf
  readonly json?: boolean
  readonly explain?: boolean
  readonly predictions?: boolean
}

const DEFAULT_WIDTH = 80
const MAX_WIDTH = 100

/** Extracts the statements of one text, or of each line of standard input (`--predictions`), and prints them. */
export async function extractCommand(file: string | undefined, options: ExtractOptions): Promise<void> {
  if (options.predictions) {
    const skipped = await writePredictions(process.stdin, process.stdout, process.stderr)
    if (skipped > 0) process.exitCode = 1
    return
  }
  const text = file === undefined ? await readAll(process.stdin) : await extractAndResolve(file)
  const utterances = checkStatements(
    text,
    extract(text, { published: options.published ?? null, knownPeople: [] }),
  )
  const { stdout } = process
  const output = options.json
    ? `${JSON.stringify({ statements: utterances }, null, 2)}\n`
    : formatStatements(utterances, {
        width: Math.min(stdout.columns ?? DEFAULT_WIDTH, MAX_WIDTH),
        color: stdout.isTTY && stdout.hasColors(),
        explain: options.explain === true,
      })
  stdout.write(output)
}

const extractAndResolve = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new OperatorError(`${file} cannot be read (${cause.code}). Check its path and permissions.`, {
      cause,
    })
  })
