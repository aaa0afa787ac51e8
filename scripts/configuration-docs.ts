// `npm run docs`: writes the table of docs/configuration.md and .env.example from src/service/settings.ts.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { SETTINGS } from '../src/service/settings.ts'

export const PAGE = new URL('../docs/configuration.md', import.meta.url)
export const EXAMPLE = new URL('../.env.example', import.meta.url)

const TABLE = /(?<=^\|---\|---\|---\|\n)(?:\| `[A-Z][^\n]*\n)+/m

/** Example values for settings without a default. */
const SAMPLES: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgresql://onrecord:password@127.0.0.1:5432/onrecord',
  ONRECORD_MIGRATION_DATABASE_URL: 'postgresql://onrecord_owner:password@127.0.0.1:5432/onrecord',
  ONRECORD_READ_DATABASE_URL: 'postgresql://onrecord:password@replica.example:5432/onrecord',
  ONRECORD_PUBLIC_URL: 'https://quotes.example.org',
  ONRECORD_CONTACT: 'corrections@example.org',
  ONRECORD_TRUST_PROXY: '127.0.0.1',
  ONRECORD_CURSOR_KEY: 'a-long-random-secret',
  ONRECORD_METRICS_TOKEN: 'another-long-random-secret',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
}

/** Returns the page with its table written again from the settings. */
export const withTable = (page: string): string => {
  const rows = Object.entries(SETTINGS).map(
    ([name, { fallback, description }]) =>
      `| \`${name}\` | ${fallback ? `\`${fallback}\` ` : ''}| ${description} |\n`,
  )
  return page.replace(TABLE, () => rows.join(''))
}

/** Returns the example file: every setting with its description, commented out. */
export const exampleFile = (): string => {
  const settings = Object.entries(SETTINGS).map(
    ([name, { fallback, description }]) =>
      `\n# ${description}\n#${name}=${fallback || (SAMPLES[name] ?? '')}\n`,
  )
  return `# Copy this file to .env and remove the # before each setting you change. docs/configuration.md explains them.\n${settings.join('')}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(PAGE, withTable(await readFile(PAGE, 'utf8')))
  await writeFile(EXAMPLE, exampleFile())
}
