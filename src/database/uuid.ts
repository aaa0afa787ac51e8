import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** The limit for the first sequence number of a UUIDv7. The number can then increase without overflow. */
const SEQUENCE_START_MAX = 0x3fffffff

/** The random bytes that `v7` takes for one id. */
const RANDOM_LENGTH = 16
/** The number of ids for which random bytes are drawn at once. One by one, this takes longer than the rest of an id. */
const DRAWN_AT_ONCE = 64

/**
 * Makes the function that returns UUIDv7s of one instant, each greater than the previous. So ids sort in the order of
 * inserts.
 */
export function idMaker(at: Date): () => string {
  let seq = Math.floor(Math.random() * SEQUENCE_START_MAX)
  let drawn = Buffer.alloc(0)
  return () => {
    if (drawn.length === 0) drawn = randomBytes(RANDOM_LENGTH * DRAWN_AT_ONCE)
    const random = drawn.subarray(0, RANDOM_LENGTH)
    drawn = drawn.subarray(RANDOM_LENGTH)
    return v7({ msecs: at.getTime(), seq: seq++, random })
  }
}
