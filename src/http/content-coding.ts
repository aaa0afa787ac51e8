import { DomainError } from '../core/errors.ts'
import type { App } from './instance.ts'

/** Answers 415 to compressed bodies, because the decompressed body can be a thousand times larger. */
export function installContentCoding(app: App): void {
  app.addHook('preParsing', (request, reply, payload, done) => {
    const coding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
    if (coding === 'identity' || coding === '') return done(null, payload)
    reply.header('accept-encoding', 'identity')
    throw new DomainError(
      'unsupported_media_type',
      `The Content-Encoding is ${coding.slice(0, 50)}, but the service does not decompress bodies. Send the body uncompressed.`,
    )
  })
}
