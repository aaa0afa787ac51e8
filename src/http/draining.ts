import type { App } from './instance.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Stop inviting work: readiness fails and connections close after their answer. Begins with `close()` at last. */
    drain: () => void
    /** Whether the server is on its way out. */
    isDraining: () => boolean
  }
}

const SWEEP_MS = 100

/**
 * Shut down without dropping anybody: requests in flight are answered, and connections that fall idle meanwhile are
 * closed (Node closes only those idle at the moment of `close()`, and would wait for the others' keep-alive).
 */
export const installDraining = (app: App): void => {
  let draining = false
  let sweep: NodeJS.Timeout | undefined
  app.decorate('drain', () => {
    draining = true
  })
  app.decorate('isDraining', () => draining)
  app.addHook('onSend', async (_request, reply) => {
    if (draining) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    draining = true
    sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS)
    sweep.unref()
  })
  // Runs after the server has closed: Fastify closes it in a hook of its own, added later and run earlier.
  app.addHook('onClose', async () => clearInterval(sweep))
}
