import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { type Edtf, parseEdtf } from '../core/edtf.ts'
import { extract } from '../engine/extract.ts'
import { toPrediction } from '../features/extraction/predictions.ts'
import { byteLinesOf } from '../input/byte-lines.ts'

interface Line {
  readonly id: unknown
  readonly text: string
  readonly date: unknown
}

/**
 * Answers each JSON line `{"id", "text", "date"}` (or `"dct"`) with one of spans, as fast as they are read. A line that
 * cannot be read is named on `complaints` and skipped; a date that cannot be is named, and taken as unknown.
 * @returns how many lines were skipped.
 */
export async function predict(input: Readable, output: Writable, complaints: Writable): Promise<number> {
  let skipped = 0
  for await (const { number, bytes } of byteLinesOf(input, Number.POSITIVE_INFINITY)) {
    const text = new TextDecoder().decode(bytes ?? undefined)
    if (!text.trim()) continue
    const line = readLine(text)
    if (typeof line === 'string') {
      skipped++
      complaints.write(`line ${number}: ${line}\n`)
      continue
    }
    const published = readDate(line.date)
    if (!published && line.date !== null) {
      complaints.write(`line ${number}: ${JSON.stringify(line.date)} is no EDTF date; taken as unknown\n`)
    }
    const prediction = toPrediction(line.id, extract(line.text, { published, roster: [] }))
    if (!output.write(`${JSON.stringify(prediction)}\n`)) await once(output, 'drain')
  }
  return skipped
}

/** What a line holds, or what is wrong with it. */
function readLine(line: string): Line | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return `not JSON (${(error as Error).message})`
  }
  const { id = null, text, date, dct } = Object(value) as Record<string, unknown>
  return typeof text === 'string'
    ? { id, text, date: date ?? dct ?? null }
    : '"text" is missing, or not a string'
}

/** Of a date with a time, however precise, only the day counts. */
const readDate = (date: unknown): Edtf | null =>
  typeof date === 'string' ? parseEdtf(/^\d{4}-\d\d-\d\dT\d/.test(date) ? date.slice(0, 10) : date) : null
