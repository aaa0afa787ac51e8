import { InvalidArgumentError } from 'commander'
import { type Edtf, parseEdtf } from '../core/edtf.ts'
import { isUuid } from '../core/id-or-slug.ts'
import { SCOPES, type Scope } from '../core/scopes.ts'
import { isTimeZone } from '../core/time-zones.ts'

/** Parses the name of a key. @throws InvalidArgumentError */
export function parseKeyName(text: string): string {
  if (!/^\S(.{0,98}\S)?$/u.test(text))
    throw new InvalidArgumentError(
      'Give 1 to 100 characters. Do not use line breaks, or spaces at the start or the end.',
    )
  return text
}

/** Parses scopes separated by commas. @throws InvalidArgumentError that names an unknown scope. */
export function parseScopes(text: string): Scope[] {
  return text.split(',').map((word) => {
    const scope = SCOPES.find((known) => known === word.trim())
    if (!scope)
      throw new InvalidArgumentError(`"${word}" is not a scope. The scopes are ${SCOPES.join(', ')}.`)
    return scope
  })
}

/** Parses a whole number from 1 to 99999. @throws InvalidArgumentError */
export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1 to 99999.')
  return Number(text)
}

const INTERVAL_MIN = 5
const INTERVAL_MAX = 10_080

/** Parses the minutes between two polls. @throws InvalidArgumentError */
export function parseInterval(text: string): number {
  const minutes = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (minutes >= INTERVAL_MIN && minutes <= INTERVAL_MAX) return minutes
  throw new InvalidArgumentError(`Give a whole number of minutes from ${INTERVAL_MIN} to ${INTERVAL_MAX}.`)
}

/** Parses a UUID. @throws InvalidArgumentError */
export function parseUuid(text: string): string {
  if (!isUuid(text)) throw new InvalidArgumentError('Give an id (a UUID) as `onrecord keys list` prints it.')
  return text
}

/** Parses the name of a time zone. @throws InvalidArgumentError */
export function parseZone(text: string): string {
  if (!isTimeZone(text)) throw new InvalidArgumentError('Give an IANA time zone, such as America/New_York.')
  return text
}

/** Parses an EDTF date. @throws InvalidArgumentError */
export function parseDate(text: string): Edtf {
  const edtf = parseEdtf(text)
  if (!edtf) throw new InvalidArgumentError('Give an EDTF date, such as 2025-01-03 or 2025-01.')
  return edtf
}
