/**
 * Returns a hash of a text, a signed 64-bit integer in the range of a PostgreSQL `bigint`. It consists of two
 * independent 32-bit hashes.
 */
export function hash64(text: string): bigint {
  let high = 0x9e3779b9
  let low = 0x85ebca6b
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x5bd1e995)
    low ^= low >>> 15
  }
  return BigInt.asIntN(64, (BigInt(mixed(high)) << 32n) | BigInt(mixed(low ^ (high >>> 7))))
}

/** Mixes the bits of a 32-bit hash (the finalizer of MurmurHash3). Returns an unsigned integer. */
function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
