import { createHmac, timingSafeEqual } from 'node:crypto'
import { DomainError } from '../core/errors.ts'
import type { Position, SortValue } from '../core/page.ts'

/** Bytes of the signature kept: 128 bits, as many as a guess would have to get right. */
const SIGNATURE_BYTES = 16
const LONGEST_CURSOR = 4096

/** Makes and reads the opaque cursors of keyset paging. */
export interface Cursors {
  /**
   * @param scope what the list is: its path and filters in canonical form. A cursor fits no other.
   * @returns base64url text: signature, then sort, direction, id and sort values.
   */
  readonly encode: (position: Position, scope: string) => string
  /**
   * @throws DomainError `invalid_cursor` for what this server never made, made for other filters, or made for
   *   another sort.
   */
  readonly decode: (cursor: string, sort: string, scope: string) => Position
}

type Payload = readonly [sort: string, direction: 'next' | 'prev', id: string, ...values: SortValue[]]

const invalid = (detail: string): DomainError =>
  new DomainError('invalid_cursor', detail, [
    { parameter: 'cursor', code: 'invalid_cursor', message: detail },
  ])

/**
 * Cursors signed with a key (HMAC-SHA-256). The scope is signed along but not carried: a cursor shown to another
 * list fails as one that was tampered with.
 *
 * @param key any secret; cursors outlive a restart only if it does.
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
    // Decoding forgives stray characters and loose bits; a cursor is only what encode wrote.
    const canonical = payload.length > 0 && bytes.toString('base64url') === cursor
    if (!canonical || !timingSafeEqual(sign(payload, scope), bytes.subarray(0, SIGNATURE_BYTES))) {
      throw invalid(
        'This cursor was not made for this list with these filters. Start again without it, or follow page.next.',
      )
    }
    const [madeFor, direction, id, ...values] = JSON.parse(payload.toString()) as Payload
    if (madeFor !== sort) {
      throw invalid(`This cursor belongs to sort=${madeFor}, not sort=${sort}. Start again without it.`)
    }
    return { sort, direction, id, values }
  }

  return { encode, decode }
}
