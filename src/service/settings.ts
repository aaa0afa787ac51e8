import { z } from 'zod'
import { contact, databaseUrl, isUrl, list, oneOf, signingKey, whole, zones } from './setting-values.ts'

/** One environment variable: how to parse it, its default and its description. */
export interface Setting<T, Fallback extends string | null = string | null> {
  readonly schema: z.ZodType<T, string>
  /** The default, as text of the environment. Null if the setting has no default. */
  readonly fallback: Fallback
  readonly description: string
}

const setting = <T, Fallback extends string | null>(
  schema: z.ZodType<T, string>,
  fallback: Fallback,
  description: string,
): Setting<T, Fallback> => ({ schema, fallback, description })

/** All settings. `npm run docs` writes the table in docs/configuration.md from this list. */
export const SETTINGS = {
  DATABASE_URL: setting(
    databaseUrl(),
    null,
    'URL of the PostgreSQL database, version 15 or newer. Without it, the service runs its own PostgreSQL.',
  ),
  ONRECORD_MIGRATION_DATABASE_URL: setting(
    databaseUrl(),
    null,
    'URL of the same database for the role that owns its tables. Migrations run as this role and give the role of `DATABASE_URL` only the rights that serving needs. Without it, migrations use `DATABASE_URL`.',
  ),
  ONRECORD_READ_DATABASE_URL: setting(
    databaseUrl(),
    null,
    'URL of a streaming replica of the database. It answers reads while it has what the caller wrote, and is less than five seconds late. Otherwise the database of `DATABASE_URL` answers.',
  ),
  HOST: setting(
    z.string().min(1),
    '127.0.0.1',
    'Address to listen on. `0.0.0.0` or `::` is every interface.',
  ),
  PORT: setting(whole(0, 65_535), '3000', 'Port to listen on. `0` is any free port.'),
  LOG_LEVEL: setting(
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'info',
    'Lowest level to log: `fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.',
  ),
  ONRECORD_DATA_DIRECTORY: setting(
    z.string().min(1),
    '.data',
    'Directory for the data of the embedded PostgreSQL. Not used with `DATABASE_URL`.',
  ),
  ONRECORD_DATABASE_POOL_MAX: setting(
    whole(1, 1000),
    '10',
    'Largest number of database connections in the pool.',
  ),
  ONRECORD_DATABASE_ACQUIRE_TIMEOUT_MS: setting(
    whole(100, 600_000),
    '3000',
    'Longest wait for a database connection, in milliseconds. After that, the answer is 503.',
  ),
  ONRECORD_DATABASE_STATEMENT_TIMEOUT_MS: setting(
    whole(100, 600_000),
    '5000',
    'Longest time for one database statement, in milliseconds.',
  ),
  ONRECORD_SEED: setting(
    oneOf('demo', 'none'),
    null,
    'The article that the service ingests when it starts: `demo` is the source article of this repository, `none` is no article. Default: `none` with `DATABASE_URL`, else `demo`. `onrecord seed` ingests the article at any time.',
  ),
  ONRECORD_PUBLIC_URL: setting(
    z.string().refine(isUrl('http:', 'https:')).describe('a URL like https://quotes.example.org'),
    null,
    'Address that clients use, if it differs from the address of the listener, for example behind a proxy.',
  ),
  ONRECORD_CONTACT: setting(
    contact(),
    null,
    'Where readers report errors: an e-mail address, or the URL of a form. In a URL, `{statement}` stands for the address of the statement. The pages link to it.',
  ),
  ONRECORD_TRUST_PROXY: setting(
    list(),
    '',
    'Addresses or networks of trusted proxies, separated by commas. The service believes their `X-Forwarded-For`.',
  ),
  ONRECORD_RATE_LIMIT: setting(
    whole(0, 1_000_000_000),
    '1000',
    'Requests that one address may send in a window. `0` is no limit.',
  ),
  ONRECORD_RATE_LIMIT_WINDOW_SECONDS: setting(whole(1, 86_400), '60', 'Length of the window, in seconds.'),
  ONRECORD_OVERLOAD_DELAY_MS: setting(
    whole(0, 60_000),
    '5000',
    'The service answers 503 while the mean delay of its event loop is longer than this, in milliseconds. `0` is no limit.',
  ),
  ONRECORD_BODY_MAX_BYTES: setting(whole(1024, 104_857_600), '1048576', 'Largest request body, in bytes.'),
  ONRECORD_BODY_BUDGET_BYTES: setting(
    whole(16_777_216, 100_000_000_000),
    '67108864',
    'Largest sum of the request bodies in memory at the same time, in bytes. Beyond it, the answer is 503. Requests without a key get at most a quarter of it.',
  ),
  ONRECORD_ANSWER_CACHE_BYTES: setting(
    whole(0, 100_000_000_000),
    '16777216',
    'Largest sum of the answers that are cached, in bytes. An answer is cached until the next write of any process. `0`: none.',
  ),
  ONRECORD_EXTRACT_MAX_BYTES_WITHOUT_KEY: setting(
    whole(1024, 12_000_000),
    '100000',
    'Largest body of `POST /v1/extract` from a caller without a key, in bytes. With a key, the text may have 2,000,000 characters.',
  ),
  ONRECORD_READING_THREADS: setting(
    whole(1, 64),
    null,
    'Number of threads that read texts, and so of texts that are read at the same time. Default: the number of cores minus one, from 1 to 4.',
  ),
  ONRECORD_CURSOR_KEY: setting(
    z.string().min(16).describe('a text of 16 characters or more'),
    null,
    'Secret that signs cursors and the sessions of the review desk. Without it, the service derives a key from the address of the database, so all services on one database share it.',
  ),
  ONRECORD_READING: setting(
    oneOf('open', 'keys'),
    'open',
    'Who may read: `open` is everyone, `keys` is callers with a key that has the scope `read`.',
  ),
  ONRECORD_FETCH_ALLOW: setting(
    list(),
    '',
    'Hosts that are not public, but from which the service may fetch articles, and to which it may send webhooks. Separated by commas: `intranet.example,10.0.0.5:8080`. With a port, only that port is allowed.',
  ),
  ONRECORD_SITE_PAUSE_MS: setting(
    whole(0, 600_000),
    '2000',
    'Shortest pause between two requests to one site for sources, in milliseconds. A longer `Crawl-delay` of its robots.txt counts, up to a minute.',
  ),
  ONRECORD_PUBLISHER_ZONES: setting(
    zones(),
    '',
    'Time zones of publishers, by the host of their articles: `gazette.example=America/New_York,courier.example=Europe/London`. A time of publication in UTC is then the day there. Subdomains have the zone of their host.',
  ),
  ONRECORD_WEBHOOK_GIVE_UP_HOURS: setting(
    whole(1, 8760),
    '120',
    'Hours for which the receiver of a webhook may fail before the service disables the webhook.',
  ),
  ONRECORD_WEBHOOKS_PER_KEY: setting(
    whole(0, 10_000),
    '5',
    'Largest number of webhooks of one key. It does not apply to keys with the scope `admin`.',
  ),
  ONRECORD_SEARCHES_PER_KEY: setting(
    whole(0, 10_000),
    '100',
    'Largest number of saved searches of one key. It does not apply to keys with the scope `admin`.',
  ),
  ONRECORD_RECEIPT_KEY: setting(
    signingKey(),
    null,
    'Private key that signs receipts of checks: Ed25519, as PEM (PKCS #8, with `\\n` for line breaks) or as 64 hexadecimal digits. Without it, the database keeps a key, which all services on it share.',
  ),
  ONRECORD_RECEIPT_DAYS: setting(
    whole(1, 36_500),
    '365',
    'Days for which receipts of checks are kept. Receipts of callers without a key are kept for at most 30 days.',
  ),
  ONRECORD_WORKER: setting(
    oneOf('on', 'off'),
    'on',
    'Whether the service works on jobs itself: `on`, or `off` to leave them to `onrecord worker`.',
  ),
  ONRECORD_WORKER_TIMEOUT_SECONDS: setting(
    whole(2, 3600),
    '120',
    'Seconds that a worker has for one piece of a job (at most 25 articles). After that, another worker takes over.',
  ),
  ONRECORD_METRICS_TOKEN: setting(
    z.string().min(1),
    null,
    'Bearer token for `/metrics`. Without it, anyone who can reach the service may read the metrics.',
  ),
  ONRECORD_DOCS: setting(
    oneOf('on', 'off'),
    'on',
    'Whether to serve the page at `/docs`: `on` or `off`. `/openapi.json` is always served.',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    z.string().refine(isUrl('http:', 'https:')).describe('a URL like http://collector.example:4318'),
    null,
    'Address of a receiver of OpenTelemetry traces (OTLP over HTTP). Without it, nothing is traced.',
  ),
  ONRECORD_SHUTDOWN_SECONDS: setting(
    whole(4, 600),
    '9',
    'Longest time to stop, in seconds. Requests in progress get this time without the last three seconds.',
  ),
} as const
