import { contentLinesOf } from '../../../input/byte-lines.ts'
import { problemOf } from '../../lines/domain.ts'
import type { LineProblem } from '../../lines/schema.ts'
import type { Submission } from '../ingestion/domain.ts'
import { LARGEST_BODY, readArticleJson } from '../ingestion/parameters.ts'
import { hashOfUrl } from '../jobs/domain.ts'

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
  readonly problem: LineProblem
}

/**
 * Yields the articles of a batch one by one. Reads the next line when the consumer asks for it. Skips blank lines, and
 * a last line that the end of the connection cut off.
 * @throws DomainError `malformed_request` if the connection ends before the body; the DomainError of the stream.
 */
export async function* parseArticleLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ArticleLine> {
  for await (const { number, bytes } of contentLinesOf(stream, LARGEST_BODY)) yield readLine(number, bytes)
}

function readLine(line: number, bytes: Buffer | null): ArticleLine {
  try {
    const { text, submission } = readArticleJson(bytes)
    return { line, text, submission, urlHash: submission.url ? hashOfUrl(submission.url) : null }
  } catch (error) {
    return { line, problem: problemOf(error) }
  }
}
