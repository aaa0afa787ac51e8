import type { App } from '../../http/instance.ts'
import { pathId } from '../shell/identifiers.ts'
import { mountPage } from '../shell/page-route.ts'
import { datesPage } from './draw.ts'
import { type DatesOptions, readDates } from './read.ts'

/** Mounts the pages of dates. */
export function datesPageRoutes(app: App, options: DatesOptions): void {
  mountPage(app, '/dates', async (request, reply) =>
    datesPage(await readDates(request, reply, options, null)),
  )
  mountPage(app, '/dates/:id', async (request, reply) =>
    datesPage(await readDates(request, reply, options, pathId(request))),
  )
}
