import { isUuid } from '../../core/id-or-slug.ts'
import type { Db } from '../../database/db.ts'
import { queryOf } from '../../http/canonical-url.ts'
import type { App } from '../../http/instance.ts'
import { demandId } from '../shell/identifiers.ts'
import { mountPage, mountRedirect } from '../shell/page-route.ts'
import { changesPage, readChanges } from './changes.ts'
import { articlePage } from './draw.ts'
import { readArticle } from './read.ts'

/** Mounts the pages of articles. */
export function articlePageRoutes(app: App, { db }: { readonly db: Db }): void {
  mountPage(app, '/articles/:id', async (request) => {
    const uuid = uuidsOf(request.url)
    const part = Number(new URLSearchParams(queryOf(request.url)).get('part'))
    return articlePage(
      await readArticle(db, {
        id: demandId(request),
        snapshot: uuid('snapshot'),
        statement: uuid('statement'),
        part: Number.isInteger(part) && part > 0 ? part : null,
      }),
    )
  })
  mountPage(app, '/articles/:id/changes', async (request) => {
    const uuid = uuidsOf(request.url)
    return changesPage(await readChanges(db, demandId(request), { from: uuid('from'), to: uuid('to') }))
  })
  mountRedirect(app, '/v1/articles/:id', (id) => `/articles/${id}`)
}

/** Returns a function that returns the UUID in a parameter of a URL; null if it has none. */
const uuidsOf = (url: string) => {
  const query = new URLSearchParams(queryOf(url))
  return (name: string): string | null => {
    const value = query.get(name)
    return value !== null && isUuid(value) ? value.toLowerCase() : null
  }
}
