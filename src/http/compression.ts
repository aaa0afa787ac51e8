import compress from '@fastify/compress'
import type { App } from './instance.ts'

/** The smallest response that is compressed. For a smaller response, compression costs more than it saves. */
const THRESHOLD_BYTES = 1024

/** Compresses responses for clients that accept it. Does not decompress requests. */
export const installCompression = async (app: App): Promise<void> => {
  await app.register(compress, {
    threshold: THRESHOLD_BYTES,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  })
}
