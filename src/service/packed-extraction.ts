import { deserialize, serialize } from 'node:v8'
import { mapInTurns } from '../core/turns.ts'
import type { Extraction } from '../engine/index.ts'

/**
 * An extraction on its way from a thread to another: the serialized pieces of each of its lists. As one object, the
 * extraction of a long text would take the thread that receives it too long at once.
 */
export type PackedExtraction = { readonly [List in keyof Extraction]: readonly Uint8Array[] }

/** The most findings of one piece. */
const PIECE = 250

/** Packs an extraction, for `unpackExtraction` in another thread. */
export const packExtraction = ({ statements, dates, people }: Extraction): PackedExtraction => ({
  statements: pack(statements),
  dates: pack(dates),
  people: pack(people),
})

/** Returns a packed extraction. Other work of the process can run between its pieces. */
export async function unpackExtraction({ statements, dates, people }: PackedExtraction): Promise<Extraction> {
  return {
    statements: await unpack(statements),
    dates: await unpack(dates),
    people: await unpack(people),
  }
}

function pack(list: readonly unknown[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let from = 0; from < list.length; from += PIECE) pieces.push(serialize(list.slice(from, from + PIECE)))
  return pieces
}

async function unpack<Finding>(pieces: readonly Uint8Array[]): Promise<Finding[]> {
  const lists = await mapInTurns(pieces, 1, (piece) => deserialize(piece) as Finding[])
  return lists.flat()
}
