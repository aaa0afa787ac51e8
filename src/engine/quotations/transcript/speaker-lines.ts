/** Conversations in which each speaker stands in a line above the words: "Ann Lee -- Chief Executive". */
import { Listed } from '../../lexicon/names/name-lists.ts'
import { startsUpper } from '../../lexicon/text/characters.ts'
import { isTurnWord } from '../../lexicon/text/turn-words.ts'
import type { Document, Paragraph, Token } from '../../types/document.ts'
import { SMALL_WORDS } from './label-words.ts'
import { isSpokenParagraph } from './spoken-paragraph.ts'
import type { TranscriptTurn } from './turns.ts'

/** The fewest turns of such a conversation, and the fewest speakers who speak more than once. */
const FEWEST = 4
const FEWEST_REPEATED = 2
/** The longest line with a speaker, in tokens, and the most paragraphs of a turn. */
const LONGEST_LINE = 14
const LONGEST_TURN = 30

/** Returns the turns in order; none if the text is no such conversation. */
export function findSpeakerLines(document: Document): TranscriptTurn[] {
  const lines: { readonly index: number; readonly name: string }[] = []
  for (let index = 0; index + 1 < document.paragraphs.length; index++) {
    const name = nameOnLine(document, index)
    if (name && isSpokenParagraph(document, index + 1)) lines.push({ index, name })
  }
  const counts = new Map<string, number>()
  for (const { name } of lines) counts.set(name, (counts.get(name) ?? 0) + 1)
  const repeated = [...counts.values()].filter((count) => count > 1).length
  const firstRepeated = lines.findIndex(({ name }) => (counts.get(name) ?? 0) > 1)
  const turns = lines.slice(Math.max(firstRepeated, 0))
  const people = turns.filter(({ index }) => namesPerson(document, index)).length
  if (turns.length < FEWEST || repeated < FEWEST_REPEATED || people * 2 < turns.length) return []
  return turns.map(({ index }, position) => {
    const next = turns[position + 1]?.index ?? index + 2
    const paragraphs: number[] = []
    for (let at = index + 1; at < Math.min(next, index + LONGEST_TURN); at++)
      if (isSpokenParagraph(document, at)) paragraphs.push(at)
    const { first, last } = tokensOf(document, index)
    const { first: firstToken } = tokensOf(document, paragraphs[0] as number)
    return { paragraphs, firstToken, label: { first, last }, labelRule: 'direct/speaker-line' }
  })
}

/** Returns true for a line with a given name, a title or a role: headings have none. */
function namesPerson({ paragraphs, sentences, tokens }: Document, index: number): boolean {
  const first = sentences[(paragraphs[index] as Paragraph).firstSentence]?.firstToken ?? 0
  const { lower, spelling } = tokens[first] as Token
  return isTurnWord(lower) || (spelling.lists & (Listed.title | Listed.givenName)) !== 0
}

/** Returns the name on a line that holds only a name and, after a mark, a role or a body; undefined for other lines. */
function nameOnLine(document: Document, index: number): string | undefined {
  const { first, last } = tokensOf(document, index)
  const { tokens, text } = document
  if (last - first > LONGEST_LINE || !startsUpper(tokens[first]?.text ?? '')) return undefined
  let end = last
  for (let at = first; at < last; at++) {
    const { kind, lower, text: printed } = tokens[at] as Token
    const isMark = /^(?:--|[-–—,(])$/.test(lower)
    if (isMark && end === last) end = at
    const fits =
      kind === 'word' ? startsUpper(printed) || SMALL_WORDS.has(lower) : isMark || /^[)&/.']$/.test(lower)
    if (!fits) return undefined
  }
  if (/^[.!?:;]$/.test(tokens[last - 1]?.lower ?? '') || end === first) return undefined
  return text.slice((tokens[first] as Token).start, (tokens[end - 1] as Token).end)
}

function tokensOf({ paragraphs, sentences }: Document, index: number): { first: number; last: number } {
  const { firstSentence, lastSentence } = paragraphs[index] as Paragraph
  return {
    first: sentences[firstSentence]?.firstToken ?? 0,
    last: sentences[lastSentence - 1]?.lastToken ?? 0,
  }
}
