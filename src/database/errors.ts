import { DomainError, type ErrorCode } from '../core/errors.ts'

/** Codes of PostgreSQL, Prisma and Node, grouped by the error code that a caller gets. */
const MEANINGS: readonly (readonly [ErrorCode, string, readonly string[]])[] = [
  [
    'unavailable',
    'The database does not answer. Try again in a moment.',
    [
      ...['P1000', 'P1001', 'P1002', 'P1003', 'P1008', 'P1010', 'P1011', 'P1017', 'P2024', 'P2037'],
      ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH'],
      ...['ENETUNREACH', '08000', '08003', '08006', '25006', '28000', '28P01', '3D000', '53000', '53100'],
      ...['53200', '53300', '57P01', '57P02', '57P03', '58000', '58030'],
    ],
  ],
  [
    'timeout',
    'The database took too long. Ask for less, or try again in a moment.',
    ['57014', '55P03', '25P03', '25P04', 'P2028'],
  ],
  [
    'conflict',
    'This conflicts with data on record, or with a change by another request. Read again, then retry.',
    ['P2002', 'P2003', 'P2014', 'P2034', '23001', '23503', '23505', '40001', '40P01'],
  ],
  ['not_found', 'The resource to change does not exist.', ['P2001', 'P2018', 'P2025']],
  [
    'invalid_parameter',
    'A value is malformed, too long, or out of range. Correct it.',
    [
      ...['P2000', 'P2007', 'P2020', 'P2033', '22001', '22003', '22007', '22008', '22021', '22023', '22P02'],
      ...['22P05'],
    ],
  ],
]

/** Errors of the pool and the driver without a code, by their messages. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/^timeout exceeded when trying to connect|^Connection terminated|^Cannot use a pool after/, 'P1001'],
  [/^Client has encountered a connection error|^Client was closed|Unable to start a transaction/, 'P1001'],
  [/^Query read timeout/, '57014'],
]

const BY_CODE = new Map(
  MEANINGS.flatMap(([code, detail, codes]) => codes.map((each) => [each, { code, detail }] as const)),
)

/**
 * Converts an error of the driver, the pool or Prisma to the DomainError for the caller, with the original error as its
 * cause. Returns any other error unchanged.
 */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error
  for (const code of codesOf(error)) {
    const meaning = BY_CODE.get(code)
    if (meaning) return new DomainError(meaning.code, meaning.detail, [], error)
  }
  return error
}

/**
 * The codes of what a replica alone refuses: a query that conflicts with what it replays, and tables, columns and
 * functions of a migration that it has not replayed yet.
 */
const OF_REPLICA: ReadonlySet<string> = new Set(['40001', '42P01', '42703', '42883'])

/** Returns true if another server could answer the query that failed with this error. */
export function isReplicaFault(error: unknown): boolean {
  const translated = translateDatabaseError(error)
  if (translated instanceof DomainError && translated.code === 'unavailable') return true
  if (!(error instanceof Error)) return false
  // The server ends slow queries earlier. This message is of a server that does not answer at all.
  if (error.message === 'Query read timeout') return true
  return [...codesOf(error)].some((code) => OF_REPLICA.has(code))
}

/** Yields the codes of an error, the most specific first. */
function* codesOf(error: Error): Generator<string> {
  const { code, meta, cause } = error as Error & { code?: unknown; meta?: Meta }
  const driver = meta?.driverAdapterError?.cause ?? (cause as DriverCause | undefined)
  const message = MESSAGES.find(([pattern]) => pattern.test(error.message))
  if (message) yield message[1]
  if (typeof driver?.originalCode === 'string') yield driver.originalCode
  if (typeof code === 'string') yield code
  if (driver?.kind) yield PRISMA_KINDS[driver.kind] ?? driver.kind
}

interface DriverCause {
  readonly kind?: string
  readonly originalCode?: string
}

interface Meta {
  readonly driverAdapterError?: { readonly cause?: DriverCause }
}

/** The kinds of errors of Prisma's adapter that have no PostgreSQL code. */
const PRISMA_KINDS: Readonly<Record<string, string>> = {
  DatabaseNotReachable: 'P1001',
  ConnectionClosed: 'P1017',
  SocketTimeout: 'P1008',
  TlsConnectionError: 'P1011',
}
