import { type Reader, readerHere } from '../../extraction/domain.ts'
import type { PageRead, PageToRead } from './read-page.ts'

/** Reads articles: finds the text of a page, and reads texts with the engine. */
export interface ArticleReader extends Reader {
  /**
   * Reads the article of a page, and its metadata.
   * @throws DomainError of `readPage`; `timeout`, `unavailable` or `payload_too_large` if the reader has such limits.
   */
  readPage(page: PageToRead): Promise<PageRead>
}

/** Reads in the thread of the caller. */
export const articleReaderHere: ArticleReader = {
  ...readerHere,
  async readPage(page) {
    // Load the HTML reader on demand: most processes never need its memory.
    const { readPage } = await import('./read-page.ts')
    return readPage(page)
  },
}
