import type { Reader } from '../../features/extraction/domain.ts'
import type { App } from '../../http/instance.ts'
import { acceptForms } from '../shell/form-body.ts'
import { articleDeskRoutes } from './articles/routes.ts'
import { type IngestOptions, ingestDeskRoutes } from './ingest/routes.ts'
import { jobDeskRoutes } from './jobs/routes.ts'
import { peopleDeskRoutes } from './people/routes.ts'
import { queueRoutes } from './queue/routes.ts'
import { recordDeskRoutes } from './records/routes.ts'
import { signInRoutes, signOutRoute } from './sign-in/routes.ts'
import { type SourceDeskOptions, sourceDeskRoutes } from './sources/routes.ts'
import { workspaceRoutes } from './workspace/routes.ts'

/** What the review desk needs of the service. */
export type DeskRouteOptions = IngestOptions & SourceDeskOptions & { readonly reader: Reader }

/** Mounts the review desk: the pages on which holders of keys judge, correct and add. */
export async function deskRoutes(app: App, options: DeskRouteOptions): Promise<void> {
  await app.register(async (scoped) => {
    acceptForms(scoped)
    signInRoutes(scoped, options)
    signOutRoute(scoped, options)
    queueRoutes(scoped, options)
    workspaceRoutes(scoped, options)
    peopleDeskRoutes(scoped, options)
    recordDeskRoutes(scoped, options)
    articleDeskRoutes(scoped, options)
    jobDeskRoutes(scoped, options)
    sourceDeskRoutes(scoped, options)
    await ingestDeskRoutes(scoped, options)
  })
}
