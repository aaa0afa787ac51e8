import { createHmac, timingSafeEqual } from 'node:crypto'
import { DomainError } from '../core/errors.ts'
import type { Position, SortValue } from '../core/page.ts'

/** The length of the signature: 128 bits, which no one can guess. */
const SIGNATURE_BYTES = 16
const LONGEST_CURSOR = 4096

/** Encodes and decodes the opaque cursors of keyset pagination. */
export interface Cursors {
  /**
   * Encodes a position as base64url: the signature, then sort, direction, id and sort values.
   * @param scope identifies the list: its path and filters in canonical form. The cursor is valid only for this list.
   */
  readonly encode: (position: Position, scope: string) => string
  /**
   * Decodes a cursor and verifies its signature.
   * @throws DomainError `invalid_cursor` if the cursor was altered or belongs to another list, filter or sort.
   */
  readonly decode: (cursor: string, sort: string, scope: string) => Position
}

type Payload = readonly [sort: string, direction: 'next' | 'prev', id: string, ...values: SortValue[]]

const invalid = (detail: string): DomainError =>
  new DomainError('invalid_cursor', detail, [
    { parameter: 'cursor', code: 'invalid_cursor', message: detail },
  ])

/**
 * Creates cursors that are signed with a key (HMAC-SHA-256). The signature covers the scope, although the cursor does
 * not contain it. So a cursor of another list fails like an altered cursor.
 * @param key any secret. Cursors stay valid as long as the key stays the same.
 */
export const createCursors = (key: string | Uint8Array): Cursors => {
  const sign = (payload: Buffer, scope: string): Buffer =>
    createHmac('sha256', key)
      .update(String(payload.length))
      .update('\0')
      .update(payload)
      .update(scope)
      .digest()
      .subarray(0, SIGNATURE_BYTES)

  const encode = (position: Position, scope: string): string => {
    const fields: Payload = [position.sort, position.direction, position.id, ...position.values]
    const payload = Buffer.from(JSON.stringify(fields))
    return Buffer.concat([sign(payload, scope), payload]).toString('base64url')
  }

  const decode = (cursor: string, sort: string, scope: string): Position => {
    const bytes = Buffer.from(cursor.slice(0, LONGEST_CURSOR), 'base64url')
    const payload = bytes.subarray(SIGNATURE_BYTES)
    // Node's base64url decoder ignores invalid characters and trailing bits. Only the exact encoded text is valid.
    const canonical = payload.length > 0 && bytes.toString('base64url') === cursor
    if (!canonical || !timingSafeEqual(sign(payload, scope), bytes.subarray(0, SIGNATURE_BYTES))) {
      throw invalid(
        'The cursor does not belong to this list with these filters. Remove it to get the first page, or use page.next unchanged.',
      )
    }
    const [cursorSort, direction, id, ...values] = JSON.parse(payload.toString()) as Payload
    if (cursorSort !== sort) {
      throw invalid(
        `The cursor belongs to sort=${cursorSort}, not sort=${sort}. Remove it to get the first page, or send sort=${cursorSort}.`,
      )
    }
    return { sort, direction, id, values }
  }

  return { encode, decode }
}
