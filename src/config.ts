import { resolve } from 'node:path'
import type { z } from 'zod'
import { closest } from './input/suggest.ts'
import { OperatorError } from './operator-error.ts'
import { SETTINGS, type Setting } from './settings.ts'

/** Everything the person who runs the service can choose. `docs/configuration.md` lists the variables. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly logLevel: Values['LOG_LEVEL']
  readonly database: {
    readonly url: string | null
    /** Of the same database, for its owner; null where `url` is that, or where the database is our own. */
    readonly ownerUrl: string | null
    /** An absolute path. */
    readonly dataDirectory: string
    readonly poolMax: number
    readonly acquireTimeoutMs: number
    readonly statementTimeoutMs: number
  }
  /** Without a slash at the end; null where it is the address listened on. */
  readonly publicUrl: string | null
  readonly trustProxy: readonly string[]
  /** `max` requests per address and window; 0 is no limit. */
  readonly rateLimit: { readonly max: number; readonly windowSeconds: number }
  /** Mean delay of the event loop beyond which requests are turned away; 0 is no limit. */
  readonly overloadDelayMs: number
  readonly bodyMaxBytes: number
  /** Of all bodies under way. */
  readonly bodyBudgetBytes: number
  /** Of a body of `POST /v1/extract` from a caller without a key. */
  readonly extractMaxBytesWithoutKey: number
  /** Null where none was given. */
  readonly cursorKey: string | null
  /** `keys`: reading asks for a key with the scope `read`. */
  readonly reading: Values['ONRECORD_READING']
  /** Hosts that may be fetched from wherever they are. */
  readonly fetchAllow: readonly string[]
  /** How long the receiver of a webhook may fail. */
  readonly webhookGiveUpMs: number
  readonly worker: {
    /** Whether the service works on jobs itself. */
    readonly isInside: boolean
    /** How long a worker may be at a piece of a job before another one takes it over, in seconds. */
    readonly seconds: number
  }
  readonly metricsToken: string | null
  readonly docs: boolean
  readonly shutdownMs: number
}

export type Environment = Readonly<Record<string, string | undefined>>

type Settings = typeof SETTINGS
type Values = {
  [Name in keyof Settings]:
    | z.output<Settings[Name]['schema']>
    | (Settings[Name] extends { readonly fallback: null } ? null : never)
}

const OUR_PREFIX = 'ONRECORD_'

/**
 * The configuration that environment variables describe; a blank variable counts as absent.
 * @throws OperatorError that names each variable that is wrong, and says what it should be.
 */
export function readConfig(environment: Environment): Config {
  const faults = unknownSettings(environment)
  const values: Record<string, unknown> = {}
  for (const [name, setting] of Object.entries<Setting<unknown>>(SETTINGS)) {
    const text = environment[name]?.trim() || setting.fallback
    const result = text === null ? null : setting.schema.safeParse(text)
    if (result === null) values[name] = null
    else if (result.success) values[name] = result.data
    else faults.push(`${name} must be ${setting.schema.description ?? 'something else'}`)
  }
  if (values['ONRECORD_MIGRATION_DATABASE_URL'] && !values['DATABASE_URL'])
    faults.push('ONRECORD_MIGRATION_DATABASE_URL goes with DATABASE_URL, which is not set')
  if (faults.length > 0) throw new OperatorError(`The configuration is wrong: ${faults.join('; ')}.`)
  return toConfig(values as Values)
}

function toConfig(values: Values): Config {
  return {
    host: values.HOST,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
    database: {
      url: values.DATABASE_URL,
      ownerUrl: values.ONRECORD_MIGRATION_DATABASE_URL,
      dataDirectory: resolve(values.ONRECORD_DATA_DIRECTORY),
      poolMax: values.ONRECORD_DATABASE_POOL_MAX,
      acquireTimeoutMs: values.ONRECORD_DATABASE_ACQUIRE_TIMEOUT_MS,
      statementTimeoutMs: values.ONRECORD_DATABASE_STATEMENT_TIMEOUT_MS,
    },
    publicUrl: values.ONRECORD_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustProxy: values.ONRECORD_TRUST_PROXY,
    rateLimit: { max: values.ONRECORD_RATE_LIMIT, windowSeconds: values.ONRECORD_RATE_LIMIT_WINDOW_SECONDS },
    overloadDelayMs: values.ONRECORD_OVERLOAD_DELAY_MS,
    bodyMaxBytes: values.ONRECORD_BODY_MAX_BYTES,
    bodyBudgetBytes: values.ONRECORD_BODY_BUDGET_BYTES,
    extractMaxBytesWithoutKey: values.ONRECORD_EXTRACT_MAX_BYTES_WITHOUT_KEY,
    cursorKey: values.ONRECORD_CURSOR_KEY,
    reading: values.ONRECORD_READING,
    fetchAllow: values.ONRECORD_FETCH_ALLOW,
    webhookGiveUpMs: values.ONRECORD_WEBHOOK_GIVE_UP_HOURS * 3_600_000,
    worker: { isInside: values.ONRECORD_WORKER === 'on', seconds: values.ONRECORD_WORKER_TIMEOUT_SECONDS },
    metricsToken: values.ONRECORD_METRICS_TOKEN,
    docs: values.ONRECORD_DOCS === 'on',
    shutdownMs: values.ONRECORD_SHUTDOWN_SECONDS * 1000,
  }
}

function unknownSettings(environment: Environment): string[] {
  const known = Object.keys(SETTINGS)
  return Object.keys(environment)
    .filter((name) => name.startsWith(OUR_PREFIX) && !known.includes(name))
    .map((name) => {
      const near = closest(name, known)
      return `${name} is not a setting${near ? `, did you mean ${near}?` : ' (docs/configuration.md has them all)'}`
    })
}
