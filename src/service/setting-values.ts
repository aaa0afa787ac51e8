import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { isTimeZone } from '../core/time-zones.ts'
import { readPrivateKey } from '../features/receipts/domain.ts'

/** A whole number within bounds. */
export const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .describe(`a whole number from ${min} to ${max}`)

/** Values separated by commas; empty ones are left out. */
export const list = () =>
  z.string().transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  )

/** IANA time zones by host, in lower case. */
export const zones = () =>
  z
    .string()
    .transform((text, context): ReadonlyMap<string, string> => {
      const pairs = text.split(',').filter((pair) => pair.trim() !== '')
      const found = pairs.map((pair) => /^\s*([^\s=/]+)\s*=\s*(\S+)\s*$/.exec(pair))
      if (found.every((pair) => pair !== null && isTimeZone(pair[2]!)))
        return new Map(found.map((pair) => [pair![1]!.toLowerCase(), pair![2]!]))
      context.addIssue({ code: 'custom', message: 'no zone' })
      return z.NEVER
    })
    .describe('hosts with IANA time zones, like gazette.example=America/New_York')

/** One of some words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values).describe(`one of ${values.join(', ')}`)

/** Makes a test for URLs with one of these protocols, each with its colon. */
export const isUrl =
  (...protocols: string[]) =>
  (text: string): boolean =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol)

/** A URL of PostgreSQL. */
export const databaseUrl = () =>
  z
    .string()
    .refine(isUrl('postgresql:', 'postgres:'))
    .describe('a URL like postgresql://user:password@host:5432/name')

/** Where readers report errors: an e-mail address or a URL. */
export const contact = () =>
  z
    .string()
    .refine((text) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) || isUrl('https:', 'http:')(text))
    .describe('an e-mail address, or a URL like https://example.org/corrections')

/** An Ed25519 private key. */
export const signingKey = () =>
  z
    .string()
    .transform((text, context): KeyObject => {
      const key = readPrivateKey(text)
      if (key !== null) return key
      context.addIssue({ code: 'custom', message: 'no key' })
      return z.NEVER
    })
    .describe('an Ed25519 private key: PEM (PKCS #8), or 64 hexadecimal digits')
