import { describe, expect, it } from 'vitest'
import { extract } from '../../../../src/engine/extract.ts'
import { extractFrom, readerHere } from '../../../../src/features/extraction/domain.ts'

const SPEECH = '“The lock is open,” harbour master Ada Brandt said on Tuesday.\n\n'
/** A text that the engine reads in four slices. */
const LONG = SPEECH.repeat(Math.ceil(1_000_000 / SPEECH.length))

describe('extractFrom', () => {
  it('has the same result as the engine for the whole text', async () => {
    const signal = new AbortController().signal
    const result = await extractFrom(readerHere, LONG, { published: null, statementsMax: 100_000, signal })
    const { statements, dates, people } = extract(LONG, { published: null, knownPeople: [] })
    expect(result.statements.map(({ segments }) => segments[0]?.start)).toEqual(
      statements.map(({ content }) => content[0]?.start),
    )
    expect(result.dates).toHaveLength(dates.length)
    expect(result.people.map(({ mentions }) => mentions.length)).toEqual(
      people.map(({ mentions }) => mentions.length),
    )
  })

  it('lets other work run between two slices, and stops there if its caller has gone', async () => {
    const stopping = new AbortController()
    setImmediate(() => stopping.abort(new Error('gone')))
    const reading = extractFrom(readerHere, LONG, {
      published: null,
      statementsMax: 100_000,
      signal: stopping.signal,
    })
    await expect(reading).rejects.toThrow('gone')
  })

  it('stops at the slice that holds too many statements', async () => {
    const signal = new AbortController().signal
    const most = 10
    const reading = extractFrom(readerHere, LONG, { published: null, statementsMax: most, signal })
    await expect(reading).rejects.toMatchObject({ code: 'too_many_statements' })
    const message = await reading.then(String, (error: Error) => error.message)
    const part = Number(/at most (\d+) characters/.exec(message)?.[1])
    const split = LONG.slice(0, LONG.lastIndexOf('\n\n', part) + 2)
    const { statements } = await extractFrom(readerHere, split, {
      published: null,
      statementsMax: most,
      signal,
    })
    expect(statements.length).toBeGreaterThan(most / 2)
  })
})
