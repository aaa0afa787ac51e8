import compress from '@fastify/compress'
import type { App } from './instance.ts'

/** Below this many bytes compressing costs more than it saves. */
const THRESHOLD_BYTES = 1024

/** Compress answers for clients that take it; requests are read as they come. */
export const installCompression = async (app: App): Promise<void> => {
  await app.register(compress, {
    threshold: THRESHOLD_BYTES,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  })
}
