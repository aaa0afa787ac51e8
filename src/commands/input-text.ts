import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { OperatorError } from '../core/operator-error.ts'

/**
 * Reads a text from a file, or from standard input without a file.
 * @throws OperatorError if the file cannot be read.
 */
export const readInputText = (file: string | undefined): Promise<string> =>
  file === undefined
    ? readAll(process.stdin)
    : readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
        throw new OperatorError(`${file} cannot be read (${cause.code}). Check its path and permissions.`, {
          cause,
        })
      })
