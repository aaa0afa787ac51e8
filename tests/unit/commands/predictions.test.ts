import { Readable, Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { predict } from '../../../src/commands/predictions.ts'

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
  const complaints = new Sink()
  const skipped = await predict(Readable.from(chunks), output, complaints)
  const predictions = output.text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: unknown; dates: { earliest: string | null }[] })
  return { skipped, predictions, complaints: complaints.text }
}

const document = (id: unknown, rest: object = {}): string =>
  JSON.stringify({ id, text: 'The mayor said on Tuesday: “We will rebuild.”', ...rest })

describe('predictions', () => {
  it('answer each line in order, with its id as it came', async () => {
    const { predictions, skipped } = await predictAll([document('x'), '', document(7), document(null)])
    expect(predictions.map(({ id }) => id)).toEqual(['x', 7, null])
    expect(skipped).toBe(0)
  })

  it('are the same however the stream is cut', async () => {
    const bytes = Buffer.from(`${document('é')}\n\n“\n${document('𝔘')}`)
    const whole = await predictChunks([bytes])
    expect(whole).toMatchObject({ skipped: 1, predictions: [{ id: 'é' }, { id: '𝔘' }] })
    expect(whole.complaints).toMatch(/^line 3: /)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), bytes.length]
        const chunks = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end))
        expect(await predictChunks(chunks)).toEqual(whole)
      }),
    )
  })

  it('name a broken line by its number and go on', async () => {
    const lines = ['{"id":1', document(2), '[]', 'null', '{"id":3,"text":4}', document(5)]
    const { predictions, skipped, complaints } = await predictAll(lines)
    expect(predictions.map(({ id }) => id)).toEqual([2, 5])
    expect(skipped).toBe(4)
    expect(complaints.match(/^line \d+/gm)).toEqual(['line 1', 'line 3', 'line 4', 'line 5'])
  })

  it('reckon dates from "date", or from "dct" where that is missing, whatever time it carries', async () => {
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

  it('take a date nobody can read as unknown, and say so', async () => {
    const { predictions, skipped, complaints } = await predictAll([document(1, { date: 'last week' })])
    expect(predictions).toHaveLength(1)
    expect(skipped).toBe(0)
    expect(complaints).toContain('line 1: "last week" is no EDTF date')
  })

  it('wait for a slow reader', async () => {
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
    await predict(Readable.from([Buffer.from(lines.join('\n'))]), slow, new Sink())
    expect(most).toBeLessThan(5000)
  })
})
