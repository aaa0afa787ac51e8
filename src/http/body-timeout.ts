import type { App } from './instance.ts'
import { hasLines } from './ndjson.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `true`: a body of NDJSON has no timeout, because the route processes its lines while they arrive. */
    slowBody?: true
  }
}

/**
 * Answers 408 if a body takes longer than `timeoutMs` to arrive. The timeout of Node applies to all routes. It would
 * also stop a caller whose body arrives slowly because the service reads it slowly.
 */
export function installBodyTimeout(app: App, timeoutMs: number): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request
    const { 'content-length': length, 'transfer-encoding': encoding } = raw.headers
    const hasBody = encoding !== undefined || (length !== undefined && length !== '0')
    if (hasBody && !(request.routeOptions.config.slowBody && hasLines(request))) {
      const timer = setTimeout(() => {
        // An injected request has no connection. Its socket has no `destroyed`.
        if (raw.complete || raw.socket.destroyed !== false) return
        const error = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
        app.server.emit('clientError', error, raw.socket)
      }, timeoutMs)
      timer.unref()
      raw.once('close', () => clearTimeout(timer))
    }
    done()
  })
}
