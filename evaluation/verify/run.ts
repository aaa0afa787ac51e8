import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { API_INFO } from '../../src/documentation/api.ts'
import { type Measured, measure, measurementOf } from './figures.ts'
import { toText, withTables } from './tables.ts'

const USAGE = `usage: npm run evaluate:verify -- [--seed N] [--statements N] [--quotations N] [--errors N] [--json] [--write]

  Makes statements, changes their words in many ways, and prints the verdicts on the changed quotations by kind.
  --seed N        make other statements and changes (1)
  --statements N  the statements on record (20000)
  --quotations N  the quotations of each kind of change (300)
  --errors N      show N errors of each kind
  --json          print the figures as JSON
  --write         write the figures to src/features/accuracy/verifier.json and docs/verifying.md
`
const FILE = new URL('../../src/features/accuracy/verifier.json', import.meta.url)
const DOCUMENT = new URL('../../docs/verifying.md', import.meta.url)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    statements: { type: 'string', default: '20000' },
    quotations: { type: 'string', default: '300' },
    errors: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const [seed, statements, quotations, errors] = [
  ...[values.seed, values.statements, values.quotations, values.errors].map(Number),
] as [number, number, number, number]
const isUsable = [seed, statements, quotations, errors].every(
  (value) => Number.isInteger(value) && value >= 0,
)
if (positionals.length > 0 || !isUsable || statements < 100 || quotations < 1) {
  process.stderr.write(USAGE)
  process.exit(2)
}

const started = Date.now()
const progress = (step: string): void => {
  process.stderr.write(`${String(Math.round((Date.now() - started) / 1_000)).padStart(4)} s  ${step}\n`)
}

function showErrors({ failures }: Measured): void {
  const byKind = new Map<string, (typeof failures)[number][]>()
  for (const failure of failures) byKind.set(failure.kind, [...(byKind.get(failure.kind) ?? []), failure])
  for (const [kind, found] of byKind) {
    process.stdout.write(`\n${kind.toUpperCase()}: ${found.length}\n`)
    for (const { quote, source, verdict, detail } of found.slice(0, errors))
      process.stdout.write(`  quoted  ${quote}\n  made of ${source}\n  answer  ${verdict}: ${detail}\n`)
  }
}

const measured = measure({ seed, statements, quotations, utterances: 500, reports: 2_000 }, progress)
const measurement = measurementOf(measured, new Date().toISOString().slice(0, 10), API_INFO.version)
if (values.write) {
  writeFileSync(FILE, `${JSON.stringify(measurement, null, 2)}\n`)
  writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8'), measurement))
}
process.stdout.write(values.json ? `${JSON.stringify(measurement)}\n` : toText(measurement))
if (errors > 0) showErrors(measured)
