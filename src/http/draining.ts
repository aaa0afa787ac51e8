import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { App } from './instance.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Prepares for shutdown: readiness fails, and connections close after their response. `close()` implies it. */
    drain: () => void
    /** Returns true after `drain()` or `close()`. */
    isDraining: () => boolean
  }
}

const SWEEP_MS = 100
/** The time in which a connection may still send its request after shutdown has begun, in milliseconds. */
const GRACE_MS = 1000

/** Tracks the open connections, and which of them have an unanswered request. */
const trackConnections = (app: App): { closeUnused: () => void } => {
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
 * Makes shutdown graceful. The server answers the requests in progress, and closes each connection when it becomes
 * idle. Node alone closes only connections that are idle when `close()` is called. After a second, the server also
 * closes connections that have not sent a whole request. Node alone would wait for them without limit.
 */
export const installDraining = (app: App): void => {
  let draining = false
  let sweep: NodeJS.Timeout | undefined
  const connections = trackConnections(app)

  app.decorate('drain', () => {
    draining = true
  })
  app.decorate('isDraining', () => draining)
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (draining) reply.header('connection', 'close')
    done(null, payload)
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
  // Runs after the server has closed. Fastify added its own hook later, and onClose hooks run in reverse order.
  app.addHook('onClose', async () => clearInterval(sweep))
}
