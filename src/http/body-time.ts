import type { App } from './instance.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `true`: the body may take as long as it likes to arrive, because it is worked on as it comes. */
    slowBody?: true
  }
}

/**
 * Gives bodies a time to arrive in, and refuses what takes longer (408). Node's own limit knows no routes, and would
 * cut off those who send as fast as they are read.
 */
export function installBodyTime(app: App, mostMs: number): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request
    const { 'content-length': length, 'transfer-encoding': encoding } = raw.headers
    const hasBody = encoding !== undefined || (length !== undefined && length !== '0')
    if (hasBody && request.routeOptions.config.slowBody !== true) {
      const timer = setTimeout(() => {
        // What was injected has no connection that could be cut, and says neither.
        if (raw.complete || raw.socket.destroyed !== false) return
        const error = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
        app.server.emit('clientError', error, raw.socket)
      }, mostMs)
      timer.unref()
      raw.once('close', () => clearTimeout(timer))
    }
    done()
  })
}
