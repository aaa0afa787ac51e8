import { writeFile } from 'node:fs/promises'
import type { Edtf } from '../core/edtf.ts'
import { OperatorError } from '../core/operator-error.ts'
import { createReadingQueue, readerHere } from '../features/extraction/domain.ts'
import { answerDraft } from '../features/verification/draft/domain.ts'
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
  /** The file in which to save a receipt. */
  readonly receipt?: string
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
    options.json
      ? `${JSON.stringify(found, null, 2)}\n`
      : formatDraft(text, found, { ...textOptionsOf(stdout), url: options.url }),
  )
  if (options.receipt !== undefined) await saveReceipt(options.receipt, found.receipt)
  const { altered = 0, misattributed = 0 } = found.summary.verdicts
  if (altered + misattributed > 0) process.exitCode = 1
}

const askDatabase = (
  config: Config,
  text: string,
  { published = null, receipt }: { readonly published?: Edtf | null; readonly receipt?: string },
): Promise<DraftVerification> =>
  withDatabase(config, createQuietLogger(config.logLevel), async ({ db }) => {
    const reading = { queue: createReadingQueue(1), reader: readerHere }
    const options = { db, now: () => new Date(), receipts: config.receipts, ...reading }
    const draft = { text, published, receipt: receipt !== undefined }
    const write = { caller: 'command', operation: 'verifyDraft', key: null, body: null }
    const caller = { who: 'terminal', hasKey: true, gone: new AbortController().signal }
    return (await answerDraft(options, draft, write, caller)).answer
  })

async function askAt(
  url: string,
  text: string,
  { published, key, receipt }: VerifyOptions,
): Promise<DraftVerification> {
  const body = {
    text,
    ...(published && { published: published.edtf }),
    ...(receipt !== undefined && { receipt: true }),
  }
  const found = DraftVerification.safeParse(await askService(url, 'v1/verify:draft', body, key))
  if (found.success) return found.data
  throw new OperatorError(`The answer of ${url} has another form. Use an onrecord of the same version.`)
}

/** @throws OperatorError if there is no receipt, or if the file cannot be written. */
async function saveReceipt(file: string, receipt: DraftVerification['receipt']): Promise<void> {
  if (!receipt) throw new OperatorError('The service makes no receipts. Use an onrecord of the same version.')
  await writeFile(file, `${JSON.stringify(receipt, null, 2)}\n`).catch((cause: NodeJS.ErrnoException) => {
    throw new OperatorError(`${file} cannot be written (${cause.code}). Check its path and permissions.`, {
      cause,
    })
  })
}
