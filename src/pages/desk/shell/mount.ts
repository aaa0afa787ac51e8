import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../../database/db.ts'
import type { Sessions } from '../../../features/access/sessions/domain.ts'
import { type Caller, callerOf } from '../../../http/auth.ts'
import { HTML_MEDIA_TYPE } from '../../../http/browsers.ts'
import { queryOf } from '../../../http/canonical-url.ts'
import type { App } from '../../../http/instance.ts'
import { fieldsOf } from '../../shell/form-body.ts'
import type { Page } from '../../shell/layout.ts'
import { sendPage } from '../../shell/page-route.ts'
import { demandSameOrigin, forged } from './same-origin.ts'
import { sessionTokenOf } from './session.ts'

/** What the pages of the review desk need of the service. */
export interface DeskOptions {
  readonly db: Db
  readonly now: () => Date
  readonly sessions: Sessions
}

/** The name of the field with the secret that each form of a session contains. */
export const TOKEN_FIELD = 'form'

/** A request to the review desk by a signed-in holder of a key. */
export interface DeskRequest {
  readonly caller: Caller
  /** The secret that each form of the session contains. */
  readonly formToken: string
  readonly query: URLSearchParams
  readonly params: Readonly<Record<string, string>>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type DeskScope = 'review' | 'ingest'

const configFor = (scope: DeskScope) =>
  ({ scope, session: 'only', produces: [HTML_MEDIA_TYPE], conditional: false }) as const

/** Sends a page that only its reader may see. Its forms name their origin, which the policy of other pages hides. */
export const sendPrivatePage = (reply: FastifyReply, page: Page): FastifyReply =>
  sendPage(
    reply.header('referrer-policy', 'same-origin').header('cross-origin-resource-policy', 'same-origin'),
    page,
  )

/** Mounts a page of the review desk. Without a session, it leads to the page for signing in. */
export function mountDeskPage(
  app: App,
  { sessions }: DeskOptions,
  { path, scope }: { readonly path: string; readonly scope: DeskScope },
  draw: (desk: DeskRequest) => Promise<Page | FastifyReply>,
): void {
  app.get(path, { schema: { hide: true }, config: configFor(scope) }, async (request, reply) => {
    const page = await draw(deskRequest(sessions, request, reply))
    return 'main' in page ? sendPrivatePage(reply, page) : page
  })
}

/** A form of the review desk that was sent. */
export interface SentForm extends DeskRequest {
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Returns the fields of a form that was made for this session.
 * @throws DomainError `forbidden` if the form comes from another origin, or was made for another session.
 */
export function ownFieldsOf(request: FastifyRequest, sessions: Sessions): SentForm['fields'] {
  demandSameOrigin(request)
  const fields = fieldsOf(request)
  if (sessions.isOwnForm(sessionTokenOf(request) ?? '', fields[TOKEN_FIELD] ?? '')) return fields
  throw forged('The form belongs to another session. Load its page again and send it from there.')
}

/**
 * Mounts the address to which a form of the review desk is sent. The form must come from a page of this origin and of
 * this session.
 * @param act returns the path of the page to show, or a page.
 */
export function mountDeskForm(
  app: App,
  { sessions }: DeskOptions,
  {
    path,
    scope,
    bodyLimit,
  }: { readonly path: string; readonly scope: DeskScope; readonly bodyLimit?: number },
  act: (form: SentForm) => Promise<string | Page>,
): void {
  app.post(
    path,
    { schema: { hide: true }, config: configFor(scope), ...(bodyLimit !== undefined && { bodyLimit }) },
    async (request, reply) => {
      const fields = ownFieldsOf(request, sessions)
      const answer = await act({ ...deskRequest(sessions, request, reply), fields })
      return typeof answer === 'string' ? reply.redirect(answer, 303) : sendPrivatePage(reply, answer)
    },
  )
}

const deskRequest = (sessions: Sessions, request: FastifyRequest, reply: FastifyReply): DeskRequest => ({
  caller: callerOf(request),
  formToken: sessions.formToken(sessionTokenOf(request) ?? ''),
  query: new URLSearchParams(queryOf(request.url)),
  params: request.params as Readonly<Record<string, string>>,
  request,
  reply,
})
