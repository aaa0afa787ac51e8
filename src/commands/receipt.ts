import { readFile } from 'node:fs/promises'
import { OperatorError } from '../core/operator-error.ts'
import { checkReceipt, readPublicKeys, readReceipt, type SignedReceipt } from '../features/receipts/check.ts'
import { rotateKey } from '../features/receipts/domain.ts'
import type { Config } from '../service/config.ts'
import { createQuietLogger } from '../service/logging.ts'
import { withDatabase } from './with-database.ts'

interface VerifyReceiptOptions {
  /** A file with the public keys. */
  readonly key: string
  /** The file that was checked. */
  readonly text?: string
  readonly json?: boolean
}

/**
 * Checks the signature of a receipt, without a database and without a network. Sets the exit code 1 if the signature is
 * wrong, or if the receipt is of another text.
 * @throws OperatorError if a file cannot be read, or has no receipt or no key of it.
 */
export async function verifyReceiptCommand(file: string, options: VerifyReceiptOptions): Promise<void> {
  const receipt = readReceipt((await readBytes(file)).toString('utf8'))
  if (!receipt) throw new OperatorError(`${file} is no receipt. Save the answer of GET /v1/receipts/{id}.`)
  const keys = readPublicKeys((await readBytes(options.key)).toString('utf8'))
  if (keys.length === 0)
    throw new OperatorError(
      `${options.key} has no Ed25519 key. Save the answer of GET /.well-known/onrecord-keys.json.`,
    )
  const text = options.text === undefined ? null : await readBytes(options.text)
  const found = checkReceipt(receipt, keys, text)
  if (found === 'unknown-key')
    throw new OperatorError(
      `${options.key} does not have the key ${receipt.kid}. Save the keys of the service that signed, and try again.`,
    )
  const isValid = found === 'valid'
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ valid: isValid, result: found, kid: receipt.kid, id: receipt.signed.id })}\n`
      : `${SENTENCES[found]}${isValid ? `\n${summaryOf(receipt, text !== null)}` : ''}\n`,
  )
  if (!isValid) process.exitCode = 1
}

const SENTENCES = {
  valid: 'The signature is valid.',
  'wrong-signature': 'The signature is wrong: the receipt was changed after it was signed.',
  'other-text': 'The signature is valid, but the receipt is of another text.',
} as const

/** Tells what a valid receipt says. */
function summaryOf({ kid, signed }: SignedReceipt, isOfText: boolean): string {
  const verdicts = new Map<string, number>()
  for (const { verdict } of signed.quotations) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
  const counts = [...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')
  return [
    `receipt     ${signed.id}, checked ${signed.checked}`,
    `text        SHA-256 ${signed.text.sha256}${isOfText ? ', the same as the file' : ''}`,
    `quotations  ${signed.quotations.length}${counts && `: ${counts}`}`,
    `key         ${kid}`,
  ]
    .map(printable)
    .join('\n')
}

/** Removes control characters, which could rewrite the terminal. A receipt of a stranger can have any. */
const printable = (line: string): string => line.replace(/\p{C}/gu, '')

const readBytes = (file: string): Promise<Buffer> =>
  readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new OperatorError(`${file} cannot be read (${cause.code}). Check its path and permissions.`, {
      cause,
    })
  })

/**
 * Replaces the key that signs receipts, and prints the name of the new key.
 * @throws OperatorError if the settings have the key.
 */
export async function rotateReceiptKeyCommand(config: Config): Promise<void> {
  if (config.receipts.key !== null)
    throw new OperatorError('ONRECORD_RECEIPT_KEY has the key. Change this setting instead.')
  const kid = await withDatabase(config, createQuietLogger(config.logLevel), ({ db }) =>
    rotateKey(db, new Date()),
  )
  process.stdout.write(`${kid}\n`)
}
