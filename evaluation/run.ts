import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { extract } from '../src/engine/index.ts'
import { toPrediction } from '../src/features/extraction/predictions.ts'
import { goldDocuments, publishedOn } from './gold.ts'
import { PARTS, readArticles, readSpeakers, readTranscripts } from './reader.ts'
import { type Evaluation, evaluate, type Figures, toTables } from './report.ts'
import type { GoldDocument, Miss, Prediction } from './types.ts'

const USAGE = `usage: npm run evaluate -- [GOLD.jsonl] [--compare BEFORE.json] [--save AFTER.json] [--errors N] [--json]

  Runs the engine on every document of GOLD.jsonl and prints its precision, recall and other figures.
  Without GOLD.jsonl, it runs on both parts of the articles in evaluation/news and on the transcripts in
  evaluation/transcripts and the articles in evaluation/speakers. It shows no errors of the unseen part.
  --save FILE     save the figures for a later --compare
  --compare FILE  show the differences from saved figures
  --errors N      show a fixed sample of N errors
  --json          print the figures as JSON
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    compare: { type: 'string' },
    save: { type: 'string' },
    errors: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const [file] = positionals
if (values.help) {
  process.stdout.write(USAGE)
  process.exit(0)
}
if (positionals.length > 1 || (!file && (values.save || values.compare))) {
  process.stderr.write(USAGE)
  process.exit(2)
}

function* predictions(documents: Iterable<GoldDocument>): Generator<readonly [GoldDocument, Prediction]> {
  for (const document of documents) {
    const extraction = extract(document.text, { published: publishedOn(document), knownPeople: [] })
    yield [document, toPrediction(document.id, extraction) as Prediction]
  }
}

function show({ figures, misses }: Evaluation, errors = Number(values.errors)): void {
  if (values.json) {
    process.stdout.write(`${JSON.stringify(figures)}\n`)
    return
  }
  const before = values.compare ? (JSON.parse(readFileSync(values.compare, 'utf8')) as Figures) : null
  process.stdout.write(toTables(figures, before))
  for (const { kind, id, gold, predicted } of sample(misses, errors)) {
    const lines = [gold && `  gold      ${gold}`, predicted && `  predicted ${predicted}`].filter(Boolean)
    process.stdout.write(`\n${kind.toUpperCase()} ${id}\n${lines.join('\n')}\n`)
  }
}

/** Selects errors at equal distances, so that the sample covers the whole corpus. */
function sample(misses: readonly Miss[], count: number): readonly Miss[] {
  const step = Math.max(1, misses.length / Math.max(1, count))
  return Array.from(
    { length: Math.min(count, misses.length) },
    (_, index) => misses[Math.floor(index * step)]!,
  )
}

if (file) {
  const evaluation = evaluate(predictions(goldDocuments(file)))
  if (values.save) writeFileSync(values.save, `${JSON.stringify(evaluation.figures, null, 2)}\n`)
  show(evaluation)
} else {
  const sets = [
    ...PARTS.map((part) => [part, readArticles(part)] as const),
    ['transcripts', readTranscripts()] as const,
    ['speakers', readSpeakers()] as const,
  ]
  for (const [name, documents] of sets) {
    if (!values.json) process.stdout.write(`\n${name}\n\n`)
    show(evaluate(predictions(documents)), name === 'unseen' ? 0 : undefined)
  }
}
