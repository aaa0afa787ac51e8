import { DomainError } from '../../../core/errors.ts'
import type { Submission } from '../../../features/articles/ingestion/domain.ts'

/** An article as a reader found it, with a sentence about what was left out; null if nothing was. */
export interface Reading {
  readonly submission: Submission
  readonly note: string | null
}

/** One article of the input. */
export interface Item {
  /** The name of the file, and the line or record if the file contains several articles. */
  readonly where: string
  /** The size in the input, in bytes. */
  readonly bytes: number
  /** Parses the article. @throws DomainError if it cannot be read or is not an article. */
  readonly read: () => Promise<Reading>
}

/** A part of the input that is not an article, such as a picture. */
export interface Skipped {
  readonly where: string
  readonly bytes: number
  /** The reason why it was skipped; null if it needs no mention. */
  readonly skipped: string | null
}

/** Reads files of one type. */
export type Reader = {
  /** The ends of the names of its files, in lower case. */
  readonly endings: readonly string[]
  /** The first bytes of its files, if they tell the type. They decide before the name. */
  readonly signature?: Buffer
} & (
  | {
      /** Reads a file that is one article. @throws DomainError. */
      readonly readFile: (bytes: Buffer) => Reading | Promise<Reading>
    }
  | {
      /** Reads a file with many articles as it arrives. An error of the stream ends the file. */
      readonly readStream: (name: string, stream: AsyncIterable<Uint8Array>) => AsyncIterable<Item | Skipped>
    }
)

export const without = (submission: Submission): Reading => ({ submission, note: null })

/** Returns the error for a file that cannot be read. @param remedy a sentence that says what to do. */
export const cannotRead = (what: string, remedy: string, cause?: unknown): DomainError =>
  new DomainError('unreadable_article', `${what} ${remedy}`, [], cause)
