import { describe, expect, it } from 'vitest'
import type { Span } from '../../../src/core/span.ts'
import { extract } from '../../../src/engine/extract.ts'

/** How much the statements of a text repeat of it, in UTF-16 code units: names, roles and all spans. */
function repeated(text: string): number {
  const { statements } = extract(text, { published: null, knownPeople: [] })
  const lengthOf = (span: Span | null): number => (span ? span.end - span.start : 0)
  return statements
    .flatMap(({ speaker, cue, venue, addressee, relay, within, said, content, quoted }) => [
      ...[speaker.name, speaker.organization, speaker.role?.text, ...speaker.candidates].map(
        (words) => words?.length ?? 0,
      ),
      ...[speaker.mention, speaker.antecedent, speaker.role?.span ?? null, said.expression].map(lengthOf),
      ...[cue, venue, addressee, relay, within, ...content, ...quoted].map(lengthOf),
    ])
    .reduce((sum, length) => sum + length, 0)
}

const LENGTH = 10_000
const half = (part: string): string => part.repeat(LENGTH / 2 / part.length)
const double = (part: string): string => part.repeat(LENGTH / part.length)

describe('the words that statements repeat grow with the length of the text, not with its square', () => {
  it.each([
    ['a person’s name', 'Minister Ada ', 'Bo-', 'Lind said it was cold. ', 'She said it was cold. '],
    ['a name of one word', 'Minister ', 'Bo', ' said it was cold. ', 'He said it was cold. '],
    [
      'an organization’s name',
      'The ',
      'Foreign-',
      'Trade Ministry said it was cold. ',
      'The ministry said it was cold. ',
    ],
    [
      'one that is shortened',
      'The Norpetro ',
      'Oil-',
      'Oil Holdings plc said it was cold. ',
      'Norpetro said it was cold. ',
    ],
    [
      'one with an acronym',
      'The Harbor ',
      'Works-',
      'Works Agency (HWA) said it was cold. ',
      'HWA said it was cold. ',
    ],
    [
      'one that “it” stands for',
      'The ',
      'Foreign-',
      'Trade Ministry said it was cold. ',
      'It said it was cold. ',
    ],
    ['a role', 'Ada Brandt, the ', 'vice-', 'minister, said it was cold. ', 'She said it was cold. '],
    [
      'a role before the name',
      'The ',
      'vice-',
      'minister Ada Brandt said it was cold. ',
      'She said it was cold. ',
    ],
    [
      'what a role is for',
      'Ada Brandt, head of the ',
      'Trade-',
      'Ministry, said it was cold. ',
      'She said it was cold. ',
    ],
    ['a description', 'A ', 'very-', 'old neighbor said it was cold. ', 'The neighbor said it was cold. '],
    ['a date', 'On ', 'Tues-', 'Tuesday, Ada Brandt said it was cold. ', 'She said it was cold. '],
  ])('%s', (_name, before, part, after, again) => {
    const once = repeated(`${before}${half(part)}${after}${half(again)}`)
    const twice = repeated(`${before}${double(part)}${after}${double(again)}`)
    expect(once).toBeGreaterThan(0)
    expect(twice).toBeLessThan(once * 2.5)
  })
})
