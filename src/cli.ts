#!/usr/bin/env node
import { createInterface } from 'node:readline'
import { extract } from './engine/extract.ts'
import { toPrediction } from './features/extraction/predictions.ts'

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (!line.trim()) continue
  const document = JSON.parse(line) as { id: unknown; text: string; date?: string; dct?: string }
  const extraction = extract(document.text, { published: null, roster: [] })
  process.stdout.write(`${JSON.stringify(toPrediction(document.id, extraction))}\n`)
}
