import { checkExtraction, extract, parseEdtf } from '../../engine/index.ts'
import { findings } from './findings.ts'

// The program that the page loads into a thread of the browser. It has no network: the policy of its own response
// forbids every connection.

/** A text to read. */
interface Asked {
  /** Identifies the answer. */
  readonly id: number
  readonly text: string
  /** The day of publication; empty if unknown. */
  readonly published: string
}

/** What the program sends to the page: once that it is ready, and then an answer to each text. */
type Sent =
  | 'ready'
  | { readonly id: number; readonly html: string; readonly json: string }
  | { readonly id: number; readonly problem: string }

interface WorkerScope {
  onmessage: (event: { readonly data: Asked }) => void
  postMessage(sent: Sent): void
}

/** Reads a text. The findings are those of `POST /v1/extract`. */
function read({ id, text, published }: Asked): Sent {
  const date = published === '' ? null : parseEdtf(published)
  if (published !== '' && date === null)
    return { id, problem: `“${published}” is not a day. Write it as 2025-01-15.` }
  const result = checkExtraction(text, extract(text, { published: date }))
  return { id, html: findings(text, result).toString(), json: JSON.stringify(result) }
}

const scope = globalThis as unknown as WorkerScope
scope.onmessage = ({ data }) => scope.postMessage(read(data))
scope.postMessage('ready')
