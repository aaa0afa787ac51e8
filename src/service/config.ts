import { resolve } from 'node:path'
import type { z } from 'zod'
import { OperatorError } from '../core/operator-error.ts'
import { closest } from '../core/suggest.ts'
import type { ReceiptSettings } from '../features/receipts/domain.ts'
import { SETTINGS, type Setting } from './settings.ts'

/** The configuration of the service. `docs/configuration.md` lists the environment variables. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly logLevel: Values['LOG_LEVEL']
  readonly database: {
    readonly url: string | null
    /**
     * The URL of the same database with the role that owns it; null if `url` has that role or the database is embedded.
     */
    readonly ownerUrl: string | null
    /** The directory of the embedded database, an absolute path. */
    readonly dataDirectory: string
    readonly poolMax: number
    readonly acquireTimeoutMs: number
    readonly statementTimeoutMs: number
  }
  /** The URL of a replica that answers reads; null if there is none. */
  readonly readDatabaseUrl: string | null
  /** True if the service ingests the source article when it starts. */
  readonly seedsDemo: boolean
  /** The public URL without a trailing slash; null if callers use the address on which the service listens. */
  readonly publicUrl: string | null
  /** Where readers report errors: an e-mail address or a URL; null if the operator names none. */
  readonly contact: string | null
  readonly trustProxy: readonly string[]
  /** The rate limit: `max` requests per client address and window; 0 means no limit. */
  readonly rateLimit: { readonly max: number; readonly windowSeconds: number }
  /** The mean delay of the event loop, in milliseconds, above which requests get 503; 0 means no limit. */
  readonly overloadDelayMs: number
  readonly bodyMaxBytes: number
  /** The most bytes of all request bodies in memory at the same time. */
  readonly bodyBudgetBytes: number
  /** The most bytes of all cached answers; 0 for none. */
  readonly answerCacheBytes: number
  /** The largest body of `POST /v1/extract` from a caller without a key. */
  readonly extractMaxBytesWithoutKey: number
  /** The number of threads that read texts; null for as many as suit the machine. */
  readonly readingThreads: number | null
  /** The key of cursors; null if the service derives it from its database. */
  readonly cursorKey: string | null
  /** With `keys`, reading needs a key with the scope `read`. */
  readonly reading: Values['ONRECORD_READING']
  /** The hosts that may be fetched even at private addresses. */
  readonly fetchAllow: readonly string[]
  /** The shortest pause between two requests to one site for sources, in milliseconds. */
  readonly sitePauseMs: number
  /** The time zones of publishers, by host. */
  readonly publisherZones: ReadonlyMap<string, string>
  /** The time for which the receiver of a webhook may fail before the service disables the webhook, in milliseconds. */
  readonly webhookGiveUpMs: number
  /** The most webhooks of one key without the scope `admin`. */
  readonly webhooksPerKey: number
  /** The most saved searches of one key without the scope `admin`. */
  readonly searchesPerKey: number
  readonly receipts: ReceiptSettings
  readonly worker: {
    /** True if the service process also works on jobs. */
    readonly isInside: boolean
    /** The time for which a worker may hold a piece of a job before another worker gets it, in seconds. */
    readonly seconds: number
  }
  readonly metricsToken: string | null
  readonly docs: boolean
  readonly shutdownMs: number
  /** The base URL of the receiver of traces; null for no traces. */
  readonly otlpEndpoint: string | null
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
 * Reads the configuration from environment variables. A blank variable counts as absent.
 * @throws OperatorError that names every wrong variable and says what its value must be.
 */
export function readConfig(environment: Environment): Config {
  const faults = unknownSettings(environment)
  const values: Record<string, unknown> = {}
  for (const [name, setting] of Object.entries<Setting<unknown>>(SETTINGS)) {
    const text = environment[name]?.trim() || setting.fallback
    const result = text === null ? null : setting.schema.safeParse(text)
    if (result === null) values[name] = null
    else if (result.success) values[name] = result.data
    else faults.push(`${name} must be ${setting.schema.description ?? 'a different value'}`)
  }
  if (values['ONRECORD_MIGRATION_DATABASE_URL'] && !values['DATABASE_URL'])
    faults.push('ONRECORD_MIGRATION_DATABASE_URL needs DATABASE_URL, which is not set')
  if (values['ONRECORD_READ_DATABASE_URL'] && !values['DATABASE_URL'])
    faults.push('ONRECORD_READ_DATABASE_URL needs DATABASE_URL, which is not set')
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
    readDatabaseUrl: values.ONRECORD_READ_DATABASE_URL,
    seedsDemo: (values.ONRECORD_SEED ?? (values.DATABASE_URL === null ? 'demo' : 'none')) === 'demo',
    publicUrl: values.ONRECORD_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    contact: values.ONRECORD_CONTACT,
    trustProxy: values.ONRECORD_TRUST_PROXY,
    rateLimit: { max: values.ONRECORD_RATE_LIMIT, windowSeconds: values.ONRECORD_RATE_LIMIT_WINDOW_SECONDS },
    overloadDelayMs: values.ONRECORD_OVERLOAD_DELAY_MS,
    bodyMaxBytes: values.ONRECORD_BODY_MAX_BYTES,
    bodyBudgetBytes: values.ONRECORD_BODY_BUDGET_BYTES,
    answerCacheBytes: values.ONRECORD_ANSWER_CACHE_BYTES,
    extractMaxBytesWithoutKey: values.ONRECORD_EXTRACT_MAX_BYTES_WITHOUT_KEY,
    readingThreads: values.ONRECORD_READING_THREADS,
    cursorKey: values.ONRECORD_CURSOR_KEY,
    reading: values.ONRECORD_READING,
    fetchAllow: values.ONRECORD_FETCH_ALLOW,
    sitePauseMs: values.ONRECORD_SITE_PAUSE_MS,
    publisherZones: values.ONRECORD_PUBLISHER_ZONES,
    webhookGiveUpMs: values.ONRECORD_WEBHOOK_GIVE_UP_HOURS * 3_600_000,
    webhooksPerKey: values.ONRECORD_WEBHOOKS_PER_KEY,
    searchesPerKey: values.ONRECORD_SEARCHES_PER_KEY,
    receipts: { key: values.ONRECORD_RECEIPT_KEY, keptDays: values.ONRECORD_RECEIPT_DAYS },
    worker: { isInside: values.ONRECORD_WORKER === 'on', seconds: values.ONRECORD_WORKER_TIMEOUT_SECONDS },
    metricsToken: values.ONRECORD_METRICS_TOKEN,
    docs: values.ONRECORD_DOCS === 'on',
    shutdownMs: values.ONRECORD_SHUTDOWN_SECONDS * 1000,
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
  }
}

function unknownSettings(environment: Environment): string[] {
  const known = Object.keys(SETTINGS)
  return Object.keys(environment)
    .filter((name) => name.startsWith(OUR_PREFIX) && !known.includes(name))
    .map((name) => {
      const near = closest(name, known)
      return `${name} is not a setting${near ? `, did you mean ${near}?` : ' (docs/configuration.md lists all settings)'}`
    })
}
