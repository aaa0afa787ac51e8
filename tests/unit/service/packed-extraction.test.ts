import { expect, it } from 'vitest'
import { parseEdtf } from '../../../src/core/edtf.ts'
import { extract } from '../../../src/engine/index.ts'
import { packExtraction, unpackExtraction } from '../../../src/service/packed-extraction.ts'
import { countTurns } from '../../support/turns.ts'

const SPEECH = '“The lock is open,” harbour master Ada Brandt said on Tuesday.\n\n'

it('is the same extraction after it was packed, however many findings it has', async () => {
  for (const speeches of [0, 1, 251, 1000]) {
    const extraction = extract(SPEECH.repeat(speeches), { published: parseEdtf('2025-01-15') })
    expect(extraction.statements).toHaveLength(speeches)
    expect(await unpackExtraction(structuredClone(packExtraction(extraction)))).toEqual(extraction)
  }
})

it('lets other work run between the pieces of a long extraction', async () => {
  const packed = packExtraction(extract(SPEECH.repeat(1000), { published: null }))
  expect(await countTurns(() => unpackExtraction(packed))).toBeGreaterThanOrEqual(3)
})
