import type { Db } from '../../database/db.ts'
import type { App } from '../../http/instance.ts'
import { searchQueryOf } from '../search/address.ts'
import { searchPage } from '../search/draw.ts'
import { readSearch } from '../search/read.ts'
import { mountPage } from '../shell/page-route.ts'
import { homePage } from './draw.ts'
import { readHome } from './read.ts'

/** Mounts the first page and the search, for browsers. Programs get the directory at the same address. */
export function homeRoutes(app: App, { db, now }: { readonly db: Db; readonly now: () => Date }): void {
  const today = (): string => now().toISOString().slice(0, 10)
  mountPage(
    app,
    '/',
    async (request, reply) =>
      searchQueryOf(request.url).size === 0
        ? homePage(await readHome(request, reply, db))
        : searchPage(await readSearch(request, reply, { db, today: today() })),
    { also: today, forBrowsers: true },
  )
}
