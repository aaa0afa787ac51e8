import type { Edtf } from '../core/edtf.ts'
import { OperatorError } from '../core/operator-error.ts'
import { extract } from '../engine/index.ts'
import { verifyDraft } from '../features/verification/draft/domain.ts'
import { DraftVerification, LONGEST_DRAFT } from '../features/verification/draft/schema.ts'
import { askService } from '../net/ask-service.ts'
import type { Config } from '../service/config.ts'
import { createQuietLogger } from '../service/logging.ts'
import { formatDraft } from './draft-report.ts'
import { readInputText } from './input-text.ts'
import { textOptionsOf } from './terminal-text.ts'
import { withDatabase } from './with-database.ts'

interface VerifyOptions {
  readonly published?: Edtf
  readonly json?: boolean
  /** The address of a service; without it, the configured database answers. */
  readonly url?: string
  readonly key?: string
}

/**
 * Checks the quotations of a text against the record and prints what differs. Sets the exit code 1 if a quotation is
 * altered or misattributed.
 * @param readConfig reads the configuration. It is called only without `--url`.
 * @param file the text; standard input if it is missing.
 */
export async function verifyCommand(
  readConfig: () => Promise<Config>,
  file: string | undefined,
  options: VerifyOptions,
): Promise<void> {
  const text = await readInputText(file)
  if (text.length > LONGEST_DRAFT)
    throw new OperatorError(`The text has more than ${LONGEST_DRAFT} characters. Send it in parts.`)
  const found = options.url
    ? await askAt(options.url, text, options)
    : await askDatabase(await readConfig(), text, options)
  const { stdout } = process
  stdout.write(
    options.json ? `${JSON.stringify(found, null, 2)}\n` : formatDraft(text, found, textOptionsOf(stdout)),
  )
  const { altered = 0, misattributed = 0 } = found.summary.verdicts
  if (altered + misattributed > 0) process.exitCode = 1
}

const askDatabase = (
  config: Config,
  text: string,
  { published }: VerifyOptions,
): Promise<DraftVerification> =>
  withDatabase(config, createQuietLogger(config.logLevel), ({ db }) =>
    verifyDraft(db, text, extract(text, { published: published ?? null, knownPeople: [] })),
  )

async function askAt(
  url: string,
  text: string,
  { published, key }: VerifyOptions,
): Promise<DraftVerification> {
  const body = { text, ...(published && { published: published.edtf }) }
  const found = DraftVerification.safeParse(await askService(url, 'v1/verify:draft', body, key))
  if (found.success) return found.data
  throw new OperatorError(`The answer of ${url} has another form. Use an onrecord of the same version.`)
}
