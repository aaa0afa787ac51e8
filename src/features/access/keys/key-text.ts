import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const PREFIX = 'onrecord_'
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** 43 digits of base 62 hold 256 bits. */
const RANDOM_LENGTH = 43
/** 6 digits of base 62 hold the 32 bits of a CRC. */
const CHECKSUM_LENGTH = 6
const FORM = new RegExp(`^${PREFIX}[0-9A-Za-z]{${RANDOM_LENGTH + CHECKSUM_LENGTH}}$`)

/** Returns a new key: prefix, 256 random bits, checksum. The prefix lets secret scanners find leaked keys. */
export function makeKey(): string {
  const random = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), RANDOM_LENGTH)
  return `${PREFIX}${random}${checksumOf(random)}`
}

/**
 * Returns whether a text has the form and the checksum of a key. So the service refuses a mistyped key without a query.
 */
export function isKey(text: string): boolean {
  if (!FORM.test(text)) return false
  const random = text.slice(PREFIX.length, -CHECKSUM_LENGTH)
  return text.endsWith(checksumOf(random))
}

/** Returns the hash of a key. Only the hash is stored. A plain hash is enough, because keys are random. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** Returns the first characters of a key. They distinguish keys, and are too few to guess a key. */
export const hintOf = (key: string): string => `${key.slice(0, PREFIX.length + 4)}…`

const checksumOf = (random: string): string => base62(BigInt(crc32(random)), CHECKSUM_LENGTH)

function base62(value: bigint, length: number): string {
  let digits = ''
  for (let rest = value; digits.length < length; rest /= 62n) digits = ALPHABET[Number(rest % 62n)] + digits
  return digits
}
