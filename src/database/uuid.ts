import { v7 } from 'uuid'

/** One past the largest count a UUIDv7's sequence holds when it starts in the lower half. */
const SEQUENCE_START_MAX = 0x3fffffff

/** Makes UUIDv7s of one moment, each greater than the one before: what is recorded together sorts as it was recorded. */
export function idMaker(at: Date): () => string {
  let seq = Math.floor(Math.random() * SEQUENCE_START_MAX)
  return () => v7({ msecs: at.getTime(), seq: seq++ })
}
