import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { type Edtf, parseEdtf } from '../core/edtf.ts'
import { extract } from '../engine/index.ts'
import { toPrediction } from '../features/extraction/predictions.ts'
import { byteLinesOf } from '../input/byte-lines.ts'

interface Line {
  readonly id: unknown
  readonly text: string
  readonly date: unknown
}

/**
 * Reads JSON lines `{"id", "text", "date"}` (or `"dct"` for the date). Writes one JSON line of spans for each, without
 * waiting for the end of the input. Reports a malformed line to `errors` and skips it. Reports a malformed date and
 * reads it as unknown.
 * @returns the number of skipped lines.
 */
export async function writePredictions(input: Readable, output: Writable, errors: Writable): Promise<number> {
  let skipped = 0
  for await (const { number, bytes } of byteLinesOf(input, Number.POSITIVE_INFINITY)) {
    const text = new TextDecoder().decode(bytes ?? undefined)
    if (!text.trim()) continue
    const line = readLine(text)
    if (typeof line === 'string') {
      skipped++
      errors.write(`line ${number}: ${line}\n`)
      continue
    }
    const published = readDate(line.date)
    if (!published && line.date !== null) {
      errors.write(`line ${number}: ${JSON.stringify(line.date)} is not an EDTF date; the date is unknown\n`)
    }
    const prediction = toPrediction(line.id, extract(line.text, { published, knownPeople: [] }))
    if (!output.write(`${JSON.stringify(prediction)}\n`)) await once(output, 'drain')
  }
  return skipped
}

/** Parses a line. Returns a message if it is malformed. */
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

/** Parses a date. Cuts off a time first, because `parseEdtf` does not accept every precision of times. */
const readDate = (date: unknown): Edtf | null =>
  typeof date === 'string' ? parseEdtf(/^\d{4}-\d\d-\d\dT\d/.test(date) ? date.slice(0, 10) : date) : null
