import type { Db } from '../../database/db.ts'
import type { App } from '../../http/instance.ts'
import { pathId } from '../shell/identifiers.ts'
import { mountPage } from '../shell/page-route.ts'
import { datesPage } from './draw.ts'
import { readDates } from './read.ts'

/** Mounts the pages of dates. */
export function datesPageRoutes(app: App, { db }: { readonly db: Db }): void {
  mountPage(app, '/dates', async (request, reply) => datesPage(await readDates(request, reply, db, null)))
  mountPage(app, '/dates/:id', async (request, reply) =>
    datesPage(await readDates(request, reply, db, pathId(request))),
  )
}
