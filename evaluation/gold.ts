import { readFileSync } from 'node:fs'
import { type Edtf, parseEdtf } from '../src/core/edtf.ts'
import type { GoldDocument } from './types.ts'

/** The documents of a file that holds one a line, one by one; empty lines are passed over. */
export function* goldDocuments(path: string): Generator<GoldDocument> {
  for (const line of readFileSync(path, 'utf8').split('\n'))
    if (line.trim()) yield JSON.parse(line) as GoldDocument
}

/** The day on which a document was published; null where nothing tells. */
export const publishedOn = ({ date, dct }: GoldDocument): Edtf | null =>
  parseEdtf((date ?? dct ?? '').slice(0, 10))
