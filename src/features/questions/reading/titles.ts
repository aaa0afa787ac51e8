import type { NameReading } from './name-reading.ts'
import { shareWords, size } from './range.ts'
import { TITLE_MODIFIERS, TITLE_NOUNS } from './word-lists.ts'
import type { QuestionWord } from './words.ts'

/**
 * Extends the names of people to the titles and the organization before them: "State Department spokesman Vedant
 * Patel". These words describe the person, and a search for them would miss statements without them. If two readings
 * then share words, the longer reading stays.
 */
export function withTitles(words: readonly QuestionWord[], readings: readonly NameReading[]): NameReading[] {
  const titled = readings.map((reading) => {
    if (reading.taken[0]?.kind !== 'official') return reading
    const isFree = (index: number) =>
      words[index]?.isFree === true &&
      !readings.some((other) => other !== reading && shareWords(other, { first: index, last: index + 1 }))
    const folded = (index: number) => (isFree(index) ? words[index]!.folded : '')
    let { first } = reading
    if (!TITLE_NOUNS.has(folded(first - 1)) && !TITLE_NOUNS.has(folded(first))) return reading
    while (TITLE_NOUNS.has(folded(first - 1)) || TITLE_MODIFIERS.has(folded(first - 1))) first -= 1
    const body = readings.find(
      (other) =>
        other.last === first &&
        other.taken.length === 0 &&
        other.others.some(({ kind }) => kind === 'organization'),
    )
    return { ...reading, first: body ? body.first : first }
  })
  const byLength = [...titled].sort((a, b) => size(b) - size(a) || a.first - b.first)
  const apart: NameReading[] = []
  for (const reading of byLength) if (!apart.some((other) => shareWords(other, reading))) apart.push(reading)
  return apart
}
