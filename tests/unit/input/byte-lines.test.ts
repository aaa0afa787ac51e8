import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ByteLine, byteLinesOf } from '../../../src/input/byte-lines.ts'

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

async function linesOf(chunks: readonly Uint8Array[], most = 1000): Promise<ByteLine[]> {
  const lines: ByteLine[] = []
  for await (const line of byteLinesOf(streamOf(chunks), most)) lines.push(line)
  return lines
}

it('returns the same lines wherever the stream is split into chunks', async () => {
  const words = fc.array(fc.constantFrom('a', 'é', '\n', '\r\n', '“', ''), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(words, fc.integer({ min: 1, max: 5 }), async (parts, size) => {
      const bytes = Buffer.from(parts.join(''))
      const chunks = []
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
      const expected = parts.join('').split('\n')
      if (expected.at(-1) === '') expected.pop()
      expect((await linesOf(chunks)).map(({ bytes: line }) => String(line))).toEqual(
        expected.map((line) => line.replace(/\r$/, '')),
      )
    }),
  )
})

it('returns null for a line that is too long, and numbers the lines after it correctly', async () => {
  const chunks = ['short\n', 'x'.repeat(80), 'x'.repeat(80), '\nlast'].map((text) => Buffer.from(text))
  expect((await linesOf(chunks, 100)).map(({ number, bytes }) => [number, bytes && String(bytes)])).toEqual([
    [1, 'short'],
    [2, null],
    [3, 'last'],
  ])
})
