import { Readable } from 'node:stream'
import { mapInOrder } from '../../../core/concurrency.ts'
import {
  type ArticleToRead,
  loadArticle,
  lookAhead,
  type NewArticle,
  readAhead,
  readExpected,
} from '../ingestion/domain.ts'
import { ARTICLES_AT_ONCE } from '../ingestion/limits.ts'
import { readArticleJson } from '../ingestion/parameters.ts'
import { type Attempt, attempting, type IngestItemOptions } from './attempts.ts'
import type { WaitingItem } from './store.ts'

/** A line of a job with its article, which was read and is not yet stored. */
export interface ReadItem extends ArticleToRead {
  readonly item: WaitingItem
}

/** A line with its article, or with the attempt that failed. */
interface ReadLine {
  readonly line: number
  readonly result: ReadItem | Attempt
}

/**
 * Reads the articles of lines without storing them, in order. What the record knows about the texts is looked up once,
 * for all of them. If `stopping` is aborted, begins no other line.
 */
export async function* readItems(
  job: string,
  items: readonly WaitingItem[],
  options: IngestItemOptions & { readonly stopping: AbortSignal },
): AsyncGenerator<ReadLine> {
  const loaded: { readonly item: WaitingItem; readonly article: NewArticle }[] = []
  const loading = mapInOrder(unlessAborted(items, options.stopping), ARTICLES_AT_ONCE, async (item) => ({
    item,
    result: await attempting(job, item, options, async () => ({ article: await load(item, options) })),
  }))
  for await (const { item, result } of loading) {
    if ('kind' in result) yield { line: item.line, result }
    else loaded.push({ item, article: result.article })
  }
  const { db, reader } = options
  const looking = lookAhead(
    db,
    loaded.map(({ article }) => article),
  )
  // Each line waits for it, and fails with it.
  looking.catch(() => undefined)
  const arrived = Readable.from(loaded) as AsyncIterable<(typeof loaded)[number]>
  yield* mapInOrder(arrived, ARTICLES_AT_ONCE, async ({ item, article }) => {
    const result = await attempting(job, item, options, async () => {
      const isOnRecord = (await looking)(article)
      return { item, article, read: await readExpected(reader, article, isOnRecord) }
    })
    return { line: item.line, result }
  })
}

/** Reads the article of one line. */
export async function readArticle(item: WaitingItem, options: IngestItemOptions): Promise<ReadItem> {
  const { db, reader } = options
  const article = await load(item, options)
  return { item, article, read: await readAhead(db, reader, article) }
}

function load({ body }: WaitingItem, options: IngestItemOptions): Promise<NewArticle> {
  const { now, fetchDocument, zones, reader } = options
  const { submission } = readArticleJson(Buffer.from(body))
  return loadArticle(submission, fetchDocument, now(), zones, reader)
}

async function* unlessAborted(
  items: readonly WaitingItem[],
  stopping: AbortSignal,
): AsyncGenerator<WaitingItem> {
  for (const item of items) if (!stopping.aborted) yield item
}
