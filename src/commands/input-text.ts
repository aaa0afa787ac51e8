import { readFileSync } from 'node:fs'
import { OperatorError } from '../core/operator-error.ts'
import { readStandardInput } from './standard-streams.ts'

/**
 * Reads a text from a file, or from standard input without a file.
 * @throws OperatorError if the file cannot be read.
 */
export const readInputText = async (file: string | undefined): Promise<string> =>
  file === undefined ? readStandardInput() : readText(file)

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new OperatorError(`${file} cannot be read (${code}). Check its path and permissions.`, { cause })
  }
}
