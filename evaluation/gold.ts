import { readFileSync } from 'node:fs'
import { type Edtf, parseEdtf } from '../src/core/edtf.ts'
import type { GoldDocument } from './types.ts'

/** Yields the documents of a JSON Lines file. Skips empty lines. */
export function* goldDocuments(path: string): Generator<GoldDocument> {
  for (const line of readFileSync(path, 'utf8').split('\n'))
    if (line.trim()) yield JSON.parse(line) as GoldDocument
}

/** Returns the publication date of a document; null if it is unknown. */
export const publishedOn = ({ date, dct }: GoldDocument): Edtf | null =>
  parseEdtf((date ?? dct ?? '').slice(0, 10))
