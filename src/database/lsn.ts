/** A position in the write-ahead log of PostgreSQL, as PostgreSQL writes it: `16/B374D848`. */
export type Lsn = string

const LSN = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i

/** Parses a position to a number of bytes; null if the text is none. */
export function bytesOf(lsn: Lsn): bigint | null {
  const match = LSN.exec(lsn)
  return match && (BigInt(`0x${match[1]}`) << 32n) + BigInt(`0x${match[2]}`)
}
