import type { FastifyReply, FastifyRequest } from 'fastify'
import { HTML_MEDIA_TYPE } from '../../http/browsers.ts'
import type { App } from '../../http/instance.ts'
import { formPagePolicy } from '../../http/security.ts'
import { ASSETS_VERSION } from './assets.ts'
import { documentOf, type Page } from './layout.ts'

const CONTENT_TYPE = `${HTML_MEDIA_TYPE}; charset=utf-8`
const POLICY = formPagePolicy()
const SILENT_POLICY = formPagePolicy("'none'")

/** Sends a page with the headers of every page. */
export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  return reply
    .removeHeader('link')
    .header('content-security-policy', page.sendsNothing ? SILENT_POLICY : POLICY)
    .type(CONTENT_TYPE)
    .send(documentOf(page))
}

/** How a page is answered. */
export interface PageRoute {
  /** Returns another value on which the page depends besides the record and its address, such as the day. */
  readonly also?: () => string
  /** True for a page at an address that also answers JSON: only browsers get the page. */
  readonly forBrowsers?: boolean
}

type Draw = (request: FastifyRequest, reply: FastifyReply) => Promise<Page | FastifyReply>

/** Mounts a page. A page depends on the record and its address, so a browser gets 304 until the record changes. */
export function mountPage(app: App, path: string, draw: Draw, { also, forBrowsers }: PageRoute = {}): void {
  const version = (): string => `${ASSETS_VERSION} ${also?.() ?? ''}`
  app.get(
    path,
    {
      schema: { hide: true },
      ...(forBrowsers && { constraints: { browser: 'page' } }),
      config: { scope: 'read', session: 'also', produces: [HTML_MEDIA_TYPE], conditional: { also: version } },
    },
    async (request, reply) => {
      const page = await draw(request, reply)
      return 'main' in page ? sendPage(reply, page) : page
    },
  )
}

/** Sends browsers from a permanent address of the API to its page. Other callers get the data there. */
export function mountRedirect(app: App, path: string, target: (id: string) => string): void {
  app.get(
    path,
    {
      schema: { hide: true },
      constraints: { browser: 'permalink' },
      config: { scope: 'open', produces: false, conditional: false },
    },
    async (request, reply) => {
      const { id } = request.params as { readonly id: string }
      return reply.redirect(target(encodeURIComponent(id)), 303)
    },
  )
}
