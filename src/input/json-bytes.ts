import { DomainError } from '../core/errors.ts'
import { demandShallow } from './json-depth.ts'
import { decodeStrictly } from './utf8.ts'

/**
 * Parses the bytes of one JSON value, from a line or a file.
 * @param bytes null for a line that was longer than `mostBytes`.
 * @returns the value, and its text.
 * @throws DomainError `payload_too_large`; `malformed_request` for bytes that are not JSON or not UTF-8; `invalid_body`
 * for a value that is nested too deeply.
 */
export function parseJsonBytes(
  bytes: Uint8Array | null,
  mostBytes: number,
): { readonly text: string; readonly value: unknown } {
  if (bytes === null) throw new DomainError('payload_too_large', `This is longer than ${mostBytes} bytes.`)
  const text = decodeStrictly(bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new DomainError('malformed_request', `This is not JSON: ${(error as Error).message.slice(0, 200)}.`)
  }
  demandShallow(value)
  return { text, value }
}
