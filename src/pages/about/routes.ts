import type { Db } from '../../database/db.ts'
import { PUBLISHED_FIGURES } from '../../features/accuracy/domain.ts'
import type { App } from '../../http/instance.ts'
import { readCoverage } from '../../record/articles/domain.ts'
import type { ContactOptions } from '../parts/contact.ts'
import { mountPage } from '../shell/page-route.ts'
import { aboutPage } from './draw.ts'

/** Mounts the page about the service. */
export function aboutPageRoutes(
  app: App,
  { db, hasDocs, contact }: ContactOptions & { readonly db: Db; readonly hasDocs: boolean },
): void {
  mountPage(app, '/about', async ({ server, dataVersion }) =>
    aboutPage({
      figures: PUBLISHED_FIGURES,
      coverage: await server.readCache.get(dataVersion, 'coverage', () => readCoverage(db)),
      ...{ hasDocs, contact },
    }),
  )
}
