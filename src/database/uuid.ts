import { v7 } from 'uuid'

/** The limit for the first sequence number of a UUIDv7. The number can then increase without overflow. */
const SEQUENCE_START_MAX = 0x3fffffff

/**
 * Makes the function that returns UUIDv7s of one instant, each greater than the previous. So ids sort in the order of
 * inserts.
 */
export function idMaker(at: Date): () => string {
  let seq = Math.floor(Math.random() * SEQUENCE_START_MAX)
  return () => v7({ msecs: at.getTime(), seq: seq++ })
}
