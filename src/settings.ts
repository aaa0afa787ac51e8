import { z } from 'zod'

/** One environment variable: how it reads, and what it is for. */
export interface Setting<T, Fallback extends string | null = string | null> {
  readonly schema: z.ZodType<T, string>
  /** As it would be written in the environment; null where the absence of a value means something of its own. */
  readonly fallback: Fallback
  readonly description: string
}

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .describe(`a whole number from ${min} to ${max}`)

const list = () =>
  z.string().transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  )

const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values).describe(`one of ${values.join(', ')}`)

const isUrl =
  (...protocols: string[]) =>
  (text: string): boolean =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol)

const databaseUrl = () =>
  z
    .string()
    .refine(isUrl('postgresql:', 'postgres:'))
    .describe('a URL like postgresql://user:password@host:5432/name')

const setting = <T, Fallback extends string | null>(
  schema: z.ZodType<T, string>,
  fallback: Fallback,
  description: string,
): Setting<T, Fallback> => ({ schema, fallback, description })

/** Every setting there is. The table in docs/configuration.md is made from this one. */
export const SETTINGS = {
  DATABASE_URL: setting(
    databaseUrl(),
    null,
    'The PostgreSQL database (15 or newer) to use. Without it the service runs a PostgreSQL of its own.',
  ),
  ONRECORD_MIGRATION_DATABASE_URL: setting(
    databaseUrl(),
    null,
    'The same database as the role that owns its tables. Migrations are applied as that one, and the role of `DATABASE_URL` is given what serving needs and no more. Without it, `DATABASE_URL` does for both.',
  ),
  HOST: setting(
    z.string().min(1),
    '127.0.0.1',
    'Address to listen on; `0.0.0.0` or `::` for every interface.',
  ),
  PORT: setting(whole(0, 65_535), '3000', 'Port to listen on; `0` for any free one.'),
  LOG_LEVEL: setting(
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'info',
    'How much to log: `fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.',
  ),
  ONRECORD_DATA_DIRECTORY: setting(
    z.string().min(1),
    '.data',
    'Where the PostgreSQL of our own keeps its data. Not used with `DATABASE_URL`.',
  ),
  ONRECORD_DATABASE_POOL_MAX: setting(whole(1, 1000), '10', 'How many database connections to hold at most.'),
  ONRECORD_DATABASE_ACQUIRE_TIMEOUT_MS: setting(
    whole(100, 600_000),
    '3000',
    'How long to wait for a database connection before a request is answered 503, in milliseconds.',
  ),
  ONRECORD_DATABASE_STATEMENT_TIMEOUT_MS: setting(
    whole(100, 600_000),
    '5000',
    'How long one database statement may take, in milliseconds.',
  ),
  ONRECORD_PUBLIC_URL: setting(
    z.string().refine(isUrl('http:', 'https:')).describe('a URL like https://quotes.example.org'),
    null,
    'The address clients use, where it is not the one listened on: behind a proxy, say.',
  ),
  ONRECORD_TRUST_PROXY: setting(
    list(),
    '',
    'Addresses or networks of proxies whose `X-Forwarded-For` to believe, with commas between.',
  ),
  ONRECORD_RATE_LIMIT: setting(
    whole(0, 1_000_000_000),
    '1000',
    'Requests one address may make in a window; `0` for as many as it likes.',
  ),
  ONRECORD_RATE_LIMIT_WINDOW_SECONDS: setting(whole(1, 86_400), '60', 'Length of that window, in seconds.'),
  ONRECORD_OVERLOAD_DELAY_MS: setting(
    whole(0, 60_000),
    '5000',
    'Requests are turned away (503) while the process is busy for longer than this between two looks at what came in, in milliseconds; `0` to turn none away.',
  ),
  ONRECORD_BODY_MAX_BYTES: setting(
    whole(1024, 104_857_600),
    '1048576',
    'Size of the largest request body taken, in bytes.',
  ),
  ONRECORD_BODY_BUDGET_BYTES: setting(
    whole(16_777_216, 100_000_000_000),
    '67108864',
    'Size of all request bodies that are kept in memory at the same time, in bytes. A body beyond it is answered 503. Requests without a key get at most a quarter of it.',
  ),
  ONRECORD_EXTRACT_MAX_BYTES_WITHOUT_KEY: setting(
    whole(1024, 12_000_000),
    '100000',
    'Size of the largest body that `POST /v1/extract` takes from a caller without a key, in bytes. With a key, the text alone may have 2,000,000 characters.',
  ),
  ONRECORD_CURSOR_KEY: setting(
    z.string().min(16).describe('a text of 16 characters or more'),
    null,
    'Secret that signs cursors. Without it they are signed with a key made from the address of the database, the same for every service on it.',
  ),
  ONRECORD_READING: setting(
    oneOf('open', 'keys'),
    'open',
    'Who may read: `open` for everybody, `keys` for holders of a key with the scope `read`.',
  ),
  ONRECORD_FETCH_ALLOW: setting(
    list(),
    '',
    'Hosts that articles may be fetched from and webhooks sent to although they are not public, with commas between: `intranet.example`, `10.0.0.5:8080`. With a port, the host is allowed at that port alone.',
  ),
  ONRECORD_WEBHOOK_GIVE_UP_HOURS: setting(
    whole(1, 8760),
    '120',
    'How long the receiver of a webhook may fail before it is disabled, in hours.',
  ),
  ONRECORD_WORKER: setting(
    oneOf('on', 'off'),
    'on',
    'Whether the service works on jobs itself: `on`, or `off` to leave them to `onrecord worker`.',
  ),
  ONRECORD_WORKER_TIMEOUT_SECONDS: setting(
    whole(2, 3600),
    '120',
    'How long a worker may be at a piece of a job, at most 25 articles, before another one takes it over, in seconds.',
  ),
  ONRECORD_METRICS_TOKEN: setting(
    z.string().min(1),
    null,
    'Bearer token that `/metrics` asks for. Without it anybody who reaches the service may read them.',
  ),
  ONRECORD_DOCS: setting(
    oneOf('on', 'off'),
    'on',
    'Whether the page at `/docs` is served: `on` or `off`. `/openapi.json` always is.',
  ),
  ONRECORD_SHUTDOWN_SECONDS: setting(
    whole(4, 600),
    '9',
    'How long a service that was told to stop may take, in seconds; requests under way get all but the last three.',
  ),
} as const
