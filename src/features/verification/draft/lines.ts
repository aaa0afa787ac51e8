import { mapInOrder } from '../../../core/concurrency.ts'
import { contentLinesOf } from '../../../input/byte-lines.ts'
import { problemOf } from '../../lines/domain.ts'
import type { LineProblem } from '../../lines/schema.ts'
import {
  draftsMax,
  LARGEST_DRAFT,
  type NamedDraft,
  type RefusedDraft,
  readDraftLine,
  tooManyDrafts,
} from './parameters.ts'
import type { DraftLineResult, DraftVerification } from './schema.ts'

/** The drafts of a batch that are in progress at once: one is read while the quotations of another are looked up. */
export const DRAFTS_AT_ONCE = 2

export interface BatchOptions {
  readonly hasKey: boolean
  /** Aborts when the client has closed the connection. */
  readonly gone: AbortSignal
  /** Checks one draft. @param line the number of its line. */
  readonly check: (draft: NamedDraft['draft'], line: number) => Promise<DraftVerification>
  /** Receives failures of the service itself. */
  readonly onFailure: (error: unknown) => void
}

type Line = { readonly line: number } & (NamedDraft | RefusedDraft)

/**
 * Checks the drafts of a batch while its lines arrive, and yields the results in order. A line that fails does not stop
 * the others.
 * @throws DomainError `malformed_request` if the connection ends before the body; the reason of `gone` if it aborts.
 */
export const verifyLines = (
  stream: AsyncIterable<Uint8Array>,
  options: BatchOptions,
): AsyncGenerator<DraftLineResult> =>
  mapInOrder(parseLines(stream, options.hasKey), DRAFTS_AT_ONCE, async (line): Promise<DraftLineResult> => {
    options.gone.throwIfAborted()
    return 'error' in line ? failed(line.line, line.id, problemOf(line.error)) : verifyLine(line, options)
  })

async function* parseLines(stream: AsyncIterable<Uint8Array>, hasKey: boolean): AsyncGenerator<Line> {
  let drafts = 0
  for await (const { number: line, bytes } of contentLinesOf(stream, LARGEST_DRAFT)) {
    drafts++
    const isOneTooMany = drafts > draftsMax(hasKey)
    yield { line, ...(isOneTooMany ? { id: null, error: tooManyDrafts(hasKey) } : readDraftLine(bytes)) }
  }
}

async function verifyLine(
  { line, id, draft }: { readonly line: number } & NamedDraft,
  { gone, check, onFailure }: BatchOptions,
): Promise<DraftLineResult> {
  try {
    return { line, id, result: await check(draft, line), problem: null }
  } catch (error) {
    gone.throwIfAborted()
    const problem = problemOf(error)
    if (problem.code === 'internal_error') onFailure(error)
    return failed(line, id, problem)
  }
}

const failed = (line: number, id: string | null, problem: LineProblem): DraftLineResult => ({
  line,
  id,
  result: null,
  problem,
})
