import { bytesOf, type Lsn } from './lsn.ts'

/** A state of the database that includes everything a caller wrote. */
export interface WrittenState {
  /** The position in the write-ahead log; null if the service has no replica. */
  readonly lsn: Lsn | null
  /** The position of the ledger; null if the process has not written yet. */
  readonly position: string | null
}

const TOKEN = /^(?:([0-9A-F]{1,8}\/[0-9A-F]{1,8})(?:-(\d{1,18}))?|(\d{1,18}))$/i

/** Formats a state as a token: `16/B374D848-1042`, `16/B374D848` or `1042`. Returns null if nothing of it is known. */
export const formatToken = ({ lsn, position }: WrittenState): string | null =>
  [lsn, position].filter((part) => part !== null).join('-') || null

/** Parses a token; null if the text is none. */
export function parseToken(text: string): WrittenState | null {
  const match = TOKEN.exec(text)
  if (match === null || (match[1] !== undefined && bytesOf(match[1]) === null)) return null
  return { lsn: match[1] ?? null, position: match[2] ?? match[3] ?? null }
}
