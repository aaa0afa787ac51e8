import { readFileSync } from 'node:fs'
import { parseEdtf } from '../src/core/edtf.ts'
import { extract } from '../src/engine/extract.ts'
import type { GoldDocument } from './types.ts'

const PASSES = 6

const file = process.argv[2]
if (!file) {
  process.stderr.write(`usage: npm run speed -- TEXTS.jsonl

  Reads every document of TEXTS.jsonl ${PASSES} times over and prints how fast each pass was, in megabytes of UTF-8 by
  second of processor time: compilation and garbage collection count, on whatever core, and waiting does not.
`)
  process.exit(2)
}

const documents = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line) as GoldDocument)
  .map(({ text, date, dct }) => ({ text, published: parseEdtf((date ?? dct ?? '').slice(0, 10)) }))
const megabytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6

process.stdout.write(`${documents.length} documents, ${megabytes.toFixed(2)} MB\n`)
for (let pass = 1; pass <= PASSES; pass++) {
  const before = process.cpuUsage()
  for (const { text, published } of documents) extract(text, { published, roster: [] })
  const { user, system } = process.cpuUsage(before)
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  process.stdout.write(
    `pass ${pass}: ${((megabytes * 1e6) / (user + system)).toFixed(2)} MB/s, ${memory} MB of memory\n`,
  )
}
