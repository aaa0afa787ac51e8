import type { App } from './instance.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Returns the origin of this service as the caller sees it: `https://quotes.example`. */
    originOf: (request: Pick<FastifyRequest, 'protocol' | 'host'>) => string
  }
}

/** Adds the origin of the service to the server. @param publicUrl the configured origin; else the `Host` header counts. */
export const installOrigin = (app: App, publicUrl: string | undefined): void => {
  app.decorate('originOf', ({ protocol, host }) => publicUrl ?? `${protocol}://${host}`)
}
