import { DomainError } from '../../../core/errors.ts'
import { byteLinesOf } from '../../../input/byte-lines.ts'
import type { Submission } from '../ingestion/domain.ts'
import { LARGEST_BODY, readArticleJson } from '../ingestion/parameters.ts'
import { hashOfUrl, problemOf } from '../jobs/domain.ts'
import type { Problem } from '../jobs/schema.ts'

/** A line of a batch that is not blank. */
export type ArticleLine = ReadableLine | BrokenLine

export interface ReadableLine {
  /** The number of the line, from 1. Blank lines count. */
  readonly line: number
  readonly text: string
  readonly submission: Submission
  /** The SHA-256 of the article's URL in base64url; null if the line has no URL. */
  readonly urlHash: string | null
}

interface BrokenLine {
  readonly line: number
  readonly problem: Problem
}

/** The longest line that can be blank, in bytes. */
const LONGEST_BLANK = 100

/**
 * Yields the articles of a batch one by one. Reads the next line when the consumer asks for it. Skips blank lines, and
 * a last line that the end of the connection cut off.
 * @throws DomainError `malformed_request` if the connection ends before the body; the DomainError of the stream.
 */
export async function* parseArticleLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ArticleLine> {
  const lines = byteLinesOf(stream, LARGEST_BODY)
  for (;;) {
    const { value, done } = await lines.next().catch((cause) => {
      if (cause instanceof DomainError) throw cause
      throw new DomainError(
        'malformed_request',
        'The connection ended before the body. Send the request again.',
        [],
        cause,
      )
    })
    if (done) return
    const { number, bytes } = value
    if (bytes !== null && isBlank(bytes)) continue
    yield readLine(number, bytes)
  }
}

const isBlank = (bytes: Buffer): boolean =>
  bytes.length <= LONGEST_BLANK && bytes.toString('utf8').trim() === ''

function readLine(line: number, bytes: Buffer | null): ArticleLine {
  try {
    const { text, submission } = readArticleJson(bytes)
    return { line, text, submission, urlHash: submission.url ? hashOfUrl(submission.url) : null }
  } catch (error) {
    return { line, problem: problemOf(error) }
  }
}
