import type { Edtf } from '../core/edtf.ts'
import { checkStatements, extract } from '../engine/index.ts'
import { readInputText } from './input-text.ts'
import { writePredictions } from './predictions.ts'
import { formatStatements } from './statement-report.ts'
import { textOptionsOf } from './terminal-text.ts'

interface ExtractOptions {
  readonly published?: Edtf
  readonly json?: boolean
  readonly explain?: boolean
  readonly predictions?: boolean
}

/** Extracts the statements of one text, or of each line of standard input (`--predictions`), and prints them. */
export async function extractCommand(file: string | undefined, options: ExtractOptions): Promise<void> {
  if (options.predictions) {
    const skipped = await writePredictions(process.stdin, process.stdout, process.stderr)
    if (skipped > 0) process.exitCode = 1
    return
  }
  const text = await readInputText(file)
  const utterances = checkStatements(
    text,
    extract(text, { published: options.published ?? null, knownPeople: [] }),
  )
  const { stdout } = process
  const output = options.json
    ? `${JSON.stringify({ statements: utterances }, null, 2)}\n`
    : formatStatements(utterances, {
        ...textOptionsOf(stdout),
        explain: options.explain === true,
      })
  stdout.write(output)
}
