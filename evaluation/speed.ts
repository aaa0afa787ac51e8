import { extract } from '../src/engine/index.ts'
import { goldDocuments, publishedOn } from './gold.ts'

const PASSES = 6

const file = process.argv[2]
if (!file) {
  process.stderr.write(`usage: npm run speed -- TEXTS.jsonl

  Runs the engine ${PASSES} times on all documents of TEXTS.jsonl and prints the speed of each pass in megabytes of UTF-8
  per second of processor time. This includes compilation and garbage collection, but not waiting.
`)
  process.exit(2)
}

const documents = [...goldDocuments(file)].map((document) => ({
  text: document.text,
  published: publishedOn(document),
}))
const megabytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6

process.stdout.write(`${documents.length} documents, ${megabytes.toFixed(2)} MB\n`)
for (let pass = 1; pass <= PASSES; pass++) {
  const before = process.cpuUsage()
  for (const { text, published } of documents) extract(text, { published, knownPeople: [] })
  const { user, system } = process.cpuUsage(before)
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  process.stdout.write(
    `pass ${pass}: ${((megabytes * 1e6) / (user + system)).toFixed(2)} MB/s, ${memory} MB of memory\n`,
  )
}
