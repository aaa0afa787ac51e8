import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../../core/errors.ts'
import { HTML_MEDIA_TYPE } from '../../../http/browsers.ts'
import { queryOf } from '../../../http/canonical-url.ts'
import type { App } from '../../../http/instance.ts'
import { fieldsOf } from '../../shell/form-body.ts'
import { firstPageFor } from '../shell/layout.ts'
import { type DeskOptions, ownFieldsOf, sendPrivatePage } from '../shell/mount.ts'
import { deskPathIn } from '../shell/review.ts'
import { demandSameOrigin } from '../shell/same-origin.ts'
import { endSession, startSession } from '../shell/session.ts'
import { signInPage } from './draw.ts'

const OPEN = { scope: 'open', produces: [HTML_MEDIA_TYPE], conditional: false } as const

/** Mounts the page for signing in with a key, and the forms that sign in and out. */
export function signInRoutes(app: App, options: DeskOptions): void {
  const { sessions } = options
  app.get('/desk/sign-in', { schema: { hide: true }, config: OPEN }, async ({ url }, reply) => {
    const next = new URLSearchParams(queryOf(url)).get('next') ?? ''
    return sendPrivatePage(reply, signInPage({ next: deskPathIn(next) ?? '' }))
  })

  app.post('/desk/sign-in', { schema: { hide: true }, config: OPEN }, async (request, reply) => {
    demandSameOrigin(request)
    const { key = '', next = '' } = fieldsOf(request)
    try {
      const caller = await app.identify(request, reply, key.trim())
      const token = await sessions.open(caller.id)
      if (token !== null) startSession(request, reply, token)
      return reply.redirect(deskPathIn(next) ?? firstPageFor(caller), 303)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'unauthorized') throw error
      const fault = 'This key is not valid. It is mistyped, or it has expired or was revoked.'
      return sendPrivatePage(reply.code(401).removeHeader('www-authenticate'), signInPage({ next, fault }))
    }
  })
}

/**
 * Leads a browser without a session to the page for signing in, and back afterwards. Shows it at once in place of an
 * answer to a form, because the form was lost.
 */
export function sendSignIn(request: FastifyRequest, reply: FastifyReply): true {
  reply.removeHeader('www-authenticate')
  if (request.method === 'GET' || request.method === 'HEAD') {
    reply.redirect(`/desk/sign-in?${new URLSearchParams({ next: request.url })}`, 303)
    return true
  }
  const fault =
    'You are not signed in, or the sign-in has ended. Nothing was changed. Sign in, then send the form again.'
  sendPrivatePage(reply, signInPage({ next: '', fault }))
  return true
}

/** Mounts the form that signs out. */
export const signOutRoute = (app: App, { sessions }: DeskOptions): void => {
  app.post('/desk/sign-out', { schema: { hide: true }, config: OPEN }, async (request, reply) => {
    ownFieldsOf(request, sessions)
    endSession(request, reply)
    return reply.redirect('/desk/sign-in', 303)
  })
}
