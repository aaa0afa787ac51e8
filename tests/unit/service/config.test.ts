import { readFile } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXAMPLE, exampleFile, PAGE, withTable } from '../../../scripts/configuration-docs.ts'
import { OperatorError } from '../../../src/core/operator-error.ts'
import { type Environment, readConfig } from '../../../src/service/config.ts'
import { SETTINGS } from '../../../src/service/settings.ts'

function errorOf(environment: Environment): string {
  try {
    readConfig(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError)
    return (error as OperatorError).message
  }
  throw new Error('the configuration is valid')
}

describe('the configuration', () => {
  it('has a default for every setting', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      database: { url: null, poolMax: 10, acquireTimeoutMs: 3000, statementTimeoutMs: 5000 },
      publicUrl: null,
      trustProxy: [],
      metricsToken: null,
      docs: true,
    })
    expect(isAbsolute(readConfig({}).database.dataDirectory)).toBe(true)
  })

  it('treats a blank variable as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}))
  })

  it('seeds the demo article only into the embedded database, unless ONRECORD_SEED says otherwise', () => {
    const DATABASE_URL = 'postgres://a:b@example.org/c'
    expect(readConfig({}).seedsDemo).toBe(true)
    expect(readConfig({ DATABASE_URL }).seedsDemo).toBe(false)
    expect(readConfig({ DATABASE_URL, ONRECORD_SEED: 'demo' }).seedsDemo).toBe(true)
    expect(readConfig({ ONRECORD_SEED: 'none' }).seedsDemo).toBe(false)
  })

  it('reads the variables', () => {
    const config = readConfig({
      PORT: '0',
      DATABASE_URL: 'postgres://a:b@example.org/c',
      ONRECORD_PUBLIC_URL: 'https://quotes.example.org/',
      ONRECORD_TRUST_PROXY: '10.0.0.0/8, 127.0.0.1,',
      ONRECORD_RATE_LIMIT: '0',
      ONRECORD_DOCS: 'off',
      ONRECORD_SHUTDOWN_SECONDS: '20',
    })
    expect(config).toMatchObject({
      port: 0,
      database: { url: 'postgres://a:b@example.org/c' },
      publicUrl: 'https://quotes.example.org',
      trustProxy: ['10.0.0.0/8', '127.0.0.1'],
      rateLimit: { max: 0 },
      docs: false,
      shutdownMs: 20_000,
    })
  })

  it.each([
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['PORT', '0x10', 'a whole number'],
    ['PORT', '1e3', 'a whole number'],
    ['DATABASE_URL', 'mysql://localhost/x', 'a URL like postgresql://'],
    ['DATABASE_URL', 'localhost:5432', 'a URL like postgresql://'],
    ['ONRECORD_PUBLIC_URL', 'quotes.example.org', 'a URL like https://'],
    ['ONRECORD_CONTACT', 'the desk', 'an e-mail address, or a URL'],
    ['ONRECORD_CONTACT', 'javascript:alert(1)', 'an e-mail address, or a URL'],
    ['LOG_LEVEL', 'loud', 'one of fatal, error, warn'],
    ['ONRECORD_DOCS', 'yes', 'one of on, off'],
    ['ONRECORD_PUBLISHER_ZONES', 'gazette.example=New York', 'hosts with IANA time zones'],
    ['ONRECORD_PUBLISHER_ZONES', 'gazette.example', 'hosts with IANA time zones'],
    ['ONRECORD_CURSOR_KEY', 'short', 'a text of 16 characters'],
  ])('rejects %s=%s and says what it must be', (name, value, expected) => {
    expect(errorOf({ [name]: value })).toContain(`${name} must be ${expected}`)
  })

  it('names every wrong setting in one line, without secrets', () => {
    const message = errorOf({ DATABASE_URL: 'mysql://u:secret@h/d', PORT: 'x', ONRECORD_DOC: 'on' })
    expect(message).toMatch(/DATABASE_URL.*PORT/)
    expect(message).toContain('ONRECORD_DOC is not a setting, did you mean ONRECORD_DOCS?')
    expect(message).not.toContain('secret')
    expect(message.split('\n')).toHaveLength(1)
  })

  it('ignores unknown variables without the prefix ONRECORD_', () => {
    expect(() => readConfig({ POSTGRES_DB: 'x', HOSTNAME: 'y' })).not.toThrow()
  })
})

/** A valid value of each setting that differs from its default. */
const OTHER_VALUES: { readonly [Name in keyof typeof SETTINGS]: string } = {
  DATABASE_URL: 'postgresql://a:b@example.org/c',
  ONRECORD_MIGRATION_DATABASE_URL: 'postgresql://owner:b@example.org/c',
  ONRECORD_READ_DATABASE_URL: 'postgresql://a:b@replica.example/c',
  HOST: '0.0.0.0',
  PORT: '80',
  LOG_LEVEL: 'debug',
  ONRECORD_DATA_DIRECTORY: '/data',
  ONRECORD_DATABASE_POOL_MAX: '20',
  ONRECORD_DATABASE_ACQUIRE_TIMEOUT_MS: '1000',
  ONRECORD_DATABASE_STATEMENT_TIMEOUT_MS: '1000',
  ONRECORD_SEED: 'demo',
  ONRECORD_PUBLIC_URL: 'https://quotes.example.org',
  ONRECORD_CONTACT: 'corrections@example.org',
  ONRECORD_TRUST_PROXY: '127.0.0.1',
  ONRECORD_RATE_LIMIT: '10',
  ONRECORD_RATE_LIMIT_WINDOW_SECONDS: '10',
  ONRECORD_OVERLOAD_DELAY_MS: '100',
  ONRECORD_BODY_MAX_BYTES: '2048',
  ONRECORD_ANSWER_CACHE_BYTES: '0',
  ONRECORD_BODY_BUDGET_BYTES: '33554432',
  ONRECORD_EXTRACT_MAX_BYTES_WITHOUT_KEY: '50000',
  ONRECORD_READING_THREADS: '3',
  ONRECORD_CURSOR_KEY: 'a secret of more than 16 characters',
  ONRECORD_READING: 'keys',
  ONRECORD_FETCH_ALLOW: 'intranet.example',
  ONRECORD_SITE_PAUSE_MS: '500',
  ONRECORD_PUBLISHER_ZONES: 'gazette.example=America/New_York',
  ONRECORD_WEBHOOK_GIVE_UP_HOURS: '1',
  ONRECORD_WEBHOOKS_PER_KEY: '9',
  ONRECORD_SEARCHES_PER_KEY: '9',
  ONRECORD_RECEIPT_KEY: '7f'.repeat(32),
  ONRECORD_RECEIPT_DAYS: '30',
  ONRECORD_WORKER: 'off',
  ONRECORD_WORKER_TIMEOUT_SECONDS: '60',
  ONRECORD_METRICS_TOKEN: 'sesame',
  ONRECORD_DOCS: 'off',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
  ONRECORD_SHUTDOWN_SECONDS: '20',
}

describe('every setting has an effect', () => {
  it.each(Object.entries(OTHER_VALUES))('%s=%s changes the configuration', (name, value) => {
    const base = { DATABASE_URL: 'postgresql://c:d@example.org/e' }
    expect(readConfig({ ...base, [name]: value })).not.toEqual(readConfig(base))
  })
})

describe('the documentation of settings', () => {
  it('docs/configuration.md lists every setting with its default and meaning (npm run docs)', async () => {
    const page = await readFile(PAGE, 'utf8')
    expect(page).toBe(withTable(page))
    for (const name of Object.keys(SETTINGS)) expect(page).toContain(`| \`${name}\` |`)
  })

  it('.env.example shows every setting (npm run docs)', async () => {
    expect(await readFile(EXAMPLE, 'utf8')).toBe(exampleFile())
  })
})
