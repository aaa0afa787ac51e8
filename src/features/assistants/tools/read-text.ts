import { DomainError } from '../../../core/errors.ts'
import type { ToolContext } from './tool.ts'

/**
 * Reads a text of a caller when its turn comes. The process reads few texts at a time.
 * @throws DomainError `unavailable` if too many texts wait; `payload_too_large` for a long text without a key.
 */
export async function inTurn<Result>(
  { queue, who, hasKey, gone, textMaxBytesWithoutKey }: ToolContext,
  text: string,
  read: () => Promise<Result>,
): Promise<Result> {
  if (!hasKey && Buffer.byteLength(text) > textMaxBytesWithoutKey)
    throw new DomainError(
      'payload_too_large',
      `Without a key, a text has at most ${textMaxBytesWithoutKey} bytes. Send it in parts, or send a key.`,
    )
  const reader = { who, hasKey, gone }
  const leave = queue.admit(reader)
  try {
    return await queue.read(reader, read)
  } finally {
    leave()
  }
}
