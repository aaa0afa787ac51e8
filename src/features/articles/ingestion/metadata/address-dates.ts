import { monthOf } from '../printed-dates/month-names.ts'
import type { Evidence } from './date-sources.ts'

/** Finds dates in an address: /2025/01/15/, /2025-01-15-, /20250115/, /2025/jan/15/, and months such as /2025/01/. */
export function datesInAddress(address: string): Evidence[] {
  const path = address
    .replace(/^[a-z]+:\/\/[^/?#]*/i, '')
    .replace(/[?#].*$/s, '')
    .slice(0, 500)
  const found = (value: string): Evidence[] => [{ element: 'address', value }]
  const day = /(?<!\d)((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)/.exec(path)
  if (day && (day[2] !== '' || `${day[3]}${day[4]}`.length === 4))
    return found(`${day[1]}-${day[3]!.padStart(2, '0')}-${day[4]!.padStart(2, '0')}`)
  const named = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d{1,2})(?:\/|$)/i.exec(path)
  const month = named && monthOf(named[2]!, 'en')
  if (named && month)
    return found(`${named[1]}-${String(month).padStart(2, '0')}-${named[3]!.padStart(2, '0')}`)
  const coarse = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:\/|$)/.exec(path)
  return coarse ? found(`${coarse[1]}-${coarse[2]}`) : []
}
