import { DomainError } from '../core/errors.ts'
import type { App } from './instance.ts'

/** Takes bodies as they are: what is compressed may be a thousand times as large as it looks. */
export function installContentCoding(app: App): void {
  app.addHook('preParsing', async (request, reply) => {
    const coding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
    if (coding === 'identity' || coding === '') return
    reply.header('accept-encoding', 'identity')
    throw new DomainError(
      'unsupported_media_type',
      `The body is announced as ${coding.slice(0, 50)}, and bodies are read as they are: send it uncompressed.`,
    )
  })
}
