import type { z } from 'zod'
import type { Db } from '../../../database/db.ts'
import { ledgerPosition } from '../../../database/ledger.sql.ts'
import type { ListReply, ListRequest } from '../../../http/paging.ts'
import type { Reader, ReadingQueue } from '../../extraction/domain.ts'

/** What the tools need to answer one call. */
export interface ToolContext {
  readonly db: Db
  readonly now: () => Date
  /** The queue of the process, in which texts wait to be read. */
  readonly queue: ReadingQueue
  readonly reader: Reader
  /** The cursors and the cache of the process. */
  readonly lists: ListRequest['server']
  /** The holder of the caller's key, or the caller's address. */
  readonly who: string
  readonly hasKey: boolean
  /** The most bytes of a text of a caller without a key. */
  readonly textMaxBytesWithoutKey: number
  /** Aborts when the caller no longer waits. */
  readonly gone: AbortSignal
  /** The origin of the service for links; null if it has no address, so that links are URIs of resources. */
  readonly origin: string | null
}

/** A tool that only reads. */
export interface Tool<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly title: string
  /** What the tool does and when to use it. Assistants choose by it. */
  readonly description: string
  readonly input: Input
  readonly output: Output
  /** @throws DomainError with advice for the assistant. */
  answer(context: ToolContext, input: z.output<Input>): Promise<z.output<Output>>
}

/** Defines a tool, with the types of its schemas. */
export const defineTool = <Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> => tool

/** Makes the request for a list at a URL, without HTTP. */
export const requestFor = async ({ db, lists }: ToolContext, url: string): Promise<ListRequest> => ({
  url,
  server: lists,
  dataVersion: String(await ledgerPosition(db)),
})

/** Drops the headers of a list. */
export const NO_HEADERS: ListReply = { header: () => undefined }

/** Returns the URL of the list of statements with these parameters. Leaves out those that are undefined. */
export function statementsAt(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) query.set(name, String(value))
  return `/v1/statements?${query}`
}
