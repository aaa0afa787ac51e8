import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DraftOptions } from '../features/verification/draft/domain.ts'
import { prefersHtml } from '../http/browsers.ts'
import { pathOf } from '../http/canonical-url.ts'
import type { App } from '../http/instance.ts'
import type { Problem } from '../http/problems.ts'
import { aboutPageRoutes } from './about/routes.ts'
import { articlePageRoutes } from './article/routes.ts'
import { checkPageRoutes } from './check/routes.ts'
import { comparePageRoutes } from './compare/routes.ts'
import { datesPageRoutes } from './dates/routes.ts'
import { type DeskRouteOptions, deskRoutes } from './desk/routes.ts'
import { sendSignIn } from './desk/sign-in/routes.ts'
import { homeRoutes } from './home/routes.ts'
import type { ContactOptions } from './parts/contact.ts'
import { peoplePageRoutes } from './people/routes.ts'
import { problemPage } from './problem/draw.ts'
import { type ReadOptions, readPageRoutes } from './read/routes.ts'
import { mountAssets } from './shell/assets.ts'
import { sendPage } from './shell/page-route.ts'
import { statementPageRoutes } from './statement/routes.ts'

export type PagesOptions = DraftOptions &
  ReadOptions &
  ContactOptions &
  DeskRouteOptions & {
    /** True if the service has the page of the API at `/docs`. */
    readonly hasDocs: boolean
  }

/** Mounts the pages for readers, and leads browsers to them from the permanent addresses of the API. */
export async function pageRoutes(app: App, options: PagesOptions): Promise<void> {
  mountAssets(app)
  homeRoutes(app, options)
  statementPageRoutes(app, options)
  articlePageRoutes(app, options)
  peoplePageRoutes(app, options)
  comparePageRoutes(app, options)
  datesPageRoutes(app, options)
  await checkPageRoutes(app, options)
  await readPageRoutes(app, options)
  aboutPageRoutes(app, options)
  await deskRoutes(app, options)
}

/** The beginnings of the paths that answer data, also to browsers. */
const DATA = /^\/(?:v1|docs|health|metrics|mcp|oembed|schema|llms\.txt|openapi\.json|\.well-known)(?:\/|$)/

const isOfDesk = ({ url }: FastifyRequest): boolean => /^\/desk(?:\/|$)/.test(pathOf(url))

/** Sends a failure as a page, if a browser asked for a page. */
export function sendProblemPage(problem: Problem, request: FastifyRequest, reply: FastifyReply): boolean {
  if (!prefersHtml(request.headers.accept) || DATA.test(pathOf(request.url))) return false
  if (problem.code === 'unauthorized' && isOfDesk(request)) return sendSignIn(request, reply)
  const retryAfter = reply.getHeader('retry-after')
  sendPage(reply, problemPage(problem, retryAfter === undefined ? undefined : String(retryAfter)))
  return true
}
