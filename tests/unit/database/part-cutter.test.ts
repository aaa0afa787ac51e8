import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Part, PartCutter } from '../../../src/database/backup/part-cutter.ts'

const MEGABYTE = 1 << 20

/** Cuts bytes that arrive in pieces of some lengths, over and over. */
function cut(bytes: Buffer, lengths: readonly number[]): Part[] {
  const cutter = new PartCutter()
  const parts: Part[] = []
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const to = at + lengths[turn % lengths.length]!
    parts.push(...cutter.push(bytes.subarray(at, to)))
    at = to
  }
  return [...parts, ...cutter.end()]
}

const linesOf = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => JSON.stringify({ id: from + index, text: 'word '.repeat(80) }))

const bytesOf = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''))

const contents = (parts: readonly Part[]): string[] => parts.map(({ content }) => content.toString())

it('keeps every byte, and counts the lines, however the bytes arrive', () => {
  const bytes = bytesOf(linesOf(20_000))
  const whole = cut(bytes, [bytes.length])
  expect(whole.length).toBeGreaterThan(2)
  expect(Buffer.concat(whole.map(({ content }) => content)).equals(bytes)).toBe(true)
  for (const { content, rows } of whole) {
    expect(content.toString().split('\n')).toHaveLength(rows + 1)
    expect(content.at(-1)).toBe(10)
  }
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1000, max: 3 * MEGABYTE }), { minLength: 1 }), (lengths) => {
      expect(contents(cut(bytes, lengths))).toEqual(contents(whole))
    }),
    { numRuns: 5 },
  )
})

it('changes only the parts around an inserted or deleted line', () => {
  const lines = linesOf(60_000)
  const before = new Set(contents(cut(bytesOf(lines), [65_536])))
  const inserted = cut(bytesOf(lines.toSpliced(1000, 0, '{"id":"new"}')), [65_536])
  expect(inserted.filter(({ content }) => !before.has(content.toString())).length).toBeLessThanOrEqual(2)
  const deleted = cut(bytesOf(lines.toSpliced(30_000, 1)), [65_536])
  expect(deleted.filter(({ content }) => !before.has(content.toString())).length).toBeLessThanOrEqual(2)
})

it('continues after a cut as if it began there', () => {
  const bytes = bytesOf(linesOf(30_000))
  const parts = cut(bytes, [65_536])
  const rest = cut(bytes.subarray(parts[0]!.content.length), [1000])
  expect(contents(rest)).toEqual(contents(parts.slice(1)))
})

it('keeps a line whole that is longer than a part', () => {
  const long = 'x'.repeat(20 * MEGABYTE)
  const parts = cut(bytesOf([long, 'short']), [65_536])
  expect(parts.map(({ rows, content }) => [rows, content.length])).toEqual([
    [1, long.length + 1],
    [1, 6],
  ])
  expect(cut(Buffer.alloc(0), [1])).toEqual([])
})
