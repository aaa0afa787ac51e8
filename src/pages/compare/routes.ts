import type { Db } from '../../database/db.ts'
import type { App } from '../../http/instance.ts'
import { mountPage } from '../shell/page-route.ts'
import { comparisonPage } from './draw.ts'
import { readComparison } from './read.ts'

/** Mounts the page that compares people or organizations. */
export function comparePageRoutes(app: App, { db }: { readonly db: Db }): void {
  mountPage(app, '/compare', async (request, reply) => {
    const view = await readComparison(request, reply, db)
    return typeof view === 'string' ? reply.redirect(view, 303) : comparisonPage(view)
  })
}
