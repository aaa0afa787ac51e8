import { Readable, Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writePredictions } from '../../../src/commands/predictions.ts'

class Sink extends Writable {
  text = ''
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

const predictAll = (lines: readonly string[]) => predictChunks([Buffer.from(lines.join('\n'))])

async function predictChunks(chunks: readonly Buffer[]) {
  const output = new Sink()
  const errors = new Sink()
  const skipped = await writePredictions(Readable.from(chunks), output, errors)
  const predictions = output.text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: unknown; dates: { earliest: string | null }[] })
  return { skipped, predictions, errors: errors.text }
}

const document = (id: unknown, rest: object = {}): string =>
  JSON.stringify({ id, text: 'The mayor said on Tuesday: “We will rebuild.”', ...rest })

describe('writePredictions', () => {
  it('writes one prediction for each line in order, with the same id', async () => {
    const { predictions, skipped } = await predictAll([document('x'), '', document(7), document(null)])
    expect(predictions.map(({ id }) => id)).toEqual(['x', 7, null])
    expect(skipped).toBe(0)
  })

  it('gives the same result wherever the stream is split into chunks', async () => {
    const bytes = Buffer.from(`${document('é')}\n\n“\n${document('𝔘')}`)
    const whole = await predictChunks([bytes])
    expect(whole).toMatchObject({ skipped: 1, predictions: [{ id: 'é' }, { id: '𝔘' }] })
    expect(whole.errors).toMatch(/^line 3: /)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), bytes.length]
        const chunks = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end))
        expect(await predictChunks(chunks)).toEqual(whole)
      }),
    )
  })

  it('reports the number of a malformed line and continues', async () => {
    const lines = ['{"id":1', document(2), '[]', 'null', '{"id":3,"text":4}', document(5)]
    const { predictions, skipped, errors } = await predictAll(lines)
    expect(predictions.map(({ id }) => id)).toEqual([2, 5])
    expect(skipped).toBe(4)
    expect(errors.match(/^line \d+/gm)).toEqual(['line 1', 'line 3', 'line 4', 'line 5'])
  })

  it('computes dates from "date", or from "dct" if "date" is missing, and ignores the time of day', async () => {
    const days = async (rest: object) => {
      const { predictions } = await predictAll([document(1, rest)])
      return predictions[0]?.dates.map(({ earliest }) => earliest)
    }
    const known = await days({ date: '2025-01-03' })
    expect(known?.[0]).toMatch(/^\d{4}-/)
    expect(await days({ dct: '2025-01-03T08:00' })).toEqual(known)
    expect(await days({ dct: '2025-01-03T08:00:00.0000000' })).toEqual(known)
    expect(await days({ date: '2025-01-03', dct: '1999-01-01' })).toEqual(known)
    expect(await days({ date: null, dct: '2025-01-03' })).toEqual(known)
  })

  it('treats a malformed date as unknown and reports it', async () => {
    const { predictions, skipped, errors } = await predictAll([document(1, { date: 'last week' })])
    expect(predictions).toHaveLength(1)
    expect(skipped).toBe(0)
    expect(errors).toContain('line 1: "last week" is not an EDTF date')
  })

  it('waits for a slow reader', async () => {
    let waiting = 0
    let most = 0
    const slow = new Writable({
      highWaterMark: 10,
      write(_chunk, _encoding, done) {
        waiting = slow.writableLength
        most = Math.max(most, waiting)
        setImmediate(done)
      },
    })
    const lines = Array.from({ length: 50 }, (_, index) => document(index))
    await writePredictions(Readable.from([Buffer.from(lines.join('\n'))]), slow, new Sink())
    expect(most).toBeLessThan(5000)
  })
})
