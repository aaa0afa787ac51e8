import { idOrSlug } from '../../core/id-or-slug.ts'
import type { Db } from '../../database/db.ts'
import type { App } from '../../http/instance.ts'
import { redirectPermanently } from '../../http/redirect.ts'
import { getOfficial } from '../../record/officials/domain.ts'
import { getOrganization } from '../../record/organizations/domain.ts'
import { pathId } from '../shell/identifiers.ts'
import { mountPage, mountRedirect } from '../shell/page-route.ts'
import { officialPage, organizationPage } from './draw.ts'
import { readSpoken } from './read.ts'

/** Mounts the pages of people and of organizations. A merged record leads to the record that has it. */
export function peoplePageRoutes(app: App, { db, now }: { readonly db: Db; readonly now: () => Date }): void {
  const today = (): string => now().toISOString().slice(0, 10)
  mountPage(
    app,
    '/officials/:id',
    async (request, reply) => {
      const official = await getOfficial(db, idOrSlug(pathId(request)))
      if ('mergedInto' in official)
        return redirectPermanently(request, reply, `/officials/${official.mergedInto}`)
      return officialPage(official, await readSpoken(request, reply, db, 'official', official.slug), today())
    },
    { also: today },
  )
  mountPage(app, '/organizations/:id', async (request, reply) => {
    const organization = await getOrganization(db, idOrSlug(pathId(request)))
    if ('mergedInto' in organization)
      return redirectPermanently(request, reply, `/organizations/${organization.mergedInto}`)
    return organizationPage(
      organization,
      await readSpoken(request, reply, db, 'organization', organization.slug),
    )
  })
  mountRedirect(app, '/v1/officials/:id', (id) => `/officials/${id}`)
  mountRedirect(app, '/v1/organizations/:id', (id) => `/organizations/${id}`)
}
