import { describe, expect, it } from 'vitest'
import { placeWords } from '../../../src/record/search/placed-words.ts'

const place = (text: string) => placeWords([{ text, weight: '' }])

describe('placeWords', () => {
  it('names each word once, with the places and weights of all texts', () => {
    const texts = [
      { text: 'The Ferries’ run', weight: 'A' },
      { text: '', weight: 'B' },
      { text: 'Kirby’s ferries “run”—the winter…', weight: '' },
    ] as const
    expect(placeWords(texts)).toBe('the:1A,7 ferries:2A,5 run:3A,6 kirby:4 winter:8')
  })

  it('is empty for texts without words', () => {
    expect(place('“…”')).toBe('')
  })

  it('leaves texts to the database that it reads differently', () => {
    expect(place('a café')).toBeNull()
    expect(place('12e5x')).toBeNull()
    expect(place('x'.repeat(1001))).toBeNull()
    expect(place('the '.repeat(251))).toBeNull()
    expect(place('the '.repeat(250))).not.toBeNull()
    expect(place(Array.from({ length: 30_000 }, (_, n) => n % 10).join(' '))).toBeNull()
  })
})
