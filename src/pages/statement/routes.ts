import type { Db } from '../../database/db.ts'
import type { App } from '../../http/instance.ts'
import type { ContactOptions } from '../parts/contact.ts'
import { demandId } from '../shell/identifiers.ts'
import { mountPage, mountRedirect } from '../shell/page-route.ts'
import { statementPage } from './draw.ts'
import { readStatement } from './read.ts'

/** Mounts the pages of statements. */
export function statementPageRoutes(app: App, { db, contact }: ContactOptions & { readonly db: Db }): void {
  mountPage(app, '/statements/:id', async (request) =>
    statementPage(await readStatement(db, demandId(request), request.server.originOf(request)), contact),
  )
  mountRedirect(app, '/v1/statements/:id', (id) => `/statements/${id}`)
}
