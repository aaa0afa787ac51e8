import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
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
/** How long a connection may still begin a request once shutdown has begun. */
const GRACE_MS = 1000

/** Which connections are open, and which of them have a request that is not answered yet. */
const followConnections = (app: App): { closeUnused: () => void } => {
  const open = new Set<Socket>()
  const unanswered = new Map<Socket, number>()
  app.server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      unanswered.delete(socket)
    })
  })
  app.server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    unanswered.set(socket, (unanswered.get(socket) ?? 0) + 1)
    response.once('close', () => {
      const left = (unanswered.get(socket) ?? 1) - 1
      if (left > 0) unanswered.set(socket, left)
      else unanswered.delete(socket)
    })
  })
  return {
    closeUnused: () => {
      for (const socket of open) if (!unanswered.has(socket)) socket.destroy()
    },
  }
}

/**
 * Shut down without dropping anybody: requests in flight are answered, and connections that fall idle meanwhile are
 * closed (Node closes only those idle at the moment of `close()`, and would wait for the others' keep-alive).
 * Connections that have not finished asking after a second are closed too; Node would wait for them for ever.
 */
export const installDraining = (app: App): void => {
  let draining = false
  let sweep: NodeJS.Timeout | undefined
  const connections = followConnections(app)

  app.decorate('drain', () => {
    draining = true
  })
  app.decorate('isDraining', () => draining)
  app.addHook('onSend', async (_request, reply) => {
    if (draining) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    draining = true
    let waited = 0
    sweep = setInterval(() => {
      waited += SWEEP_MS
      app.server.closeIdleConnections()
      if (waited >= GRACE_MS) connections.closeUnused()
    }, SWEEP_MS)
    sweep.unref()
  })
  // Runs after the server has closed: Fastify closes it in a hook of its own, added later and run earlier.
  app.addHook('onClose', async () => clearInterval(sweep))
}
