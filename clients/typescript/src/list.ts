/** A page of a list, as the service sends it. */
export interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly page: { readonly next: string | null; readonly has_more?: boolean }
}

export interface ListOptions {
  /** Ends the iteration, and the request in progress. */
  readonly signal?: AbortSignal
}

/**
 * A list that reads its pages while it is iterated: `for await (const item of list)`. Each iteration starts at the
 * first page. A loop that ends early reads no further page.
 */
export interface List<Item, Page extends PageOf<Item> = PageOf<Item>> extends AsyncIterable<Item> {
  /** Iterates over the pages: their items, and the facts about the list in `page`. */
  pages(): AsyncIterable<Page>
  /** Reads the first page. */
  first(): Promise<Page>
}

/**
 * Makes a list.
 * @param readFirst reads the first page.
 * @param readNext reads the page at a link.
 * @param endless true for a list that waits for new items after its last page.
 */
export function listOf<Item, Page extends PageOf<Item>>(
  readFirst: () => Promise<Page>,
  readNext: (link: string) => Promise<Page>,
  endless = false,
): List<Item, Page> {
  async function* pages(): AsyncGenerator<Page, void, undefined> {
    let current = await readFirst()
    for (;;) {
      yield current
      const { next, has_more = true } = current.page
      if (next === null || !(has_more || endless)) return
      current = await readNext(next)
    }
  }
  return {
    pages,
    first: readFirst,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of pages()) yield* items
    },
  }
}
