/** Subtitles: captions of one or more lines, each below its time code. */
import { startsLower, startsUpper } from '../../lexicon/text/characters.ts'
import type { Document, Paragraph } from '../../types/document.ts'
import type { Label } from './labels.ts'

/** The fewest captions of a subtitle file. */
const FEWEST = 2
const TIME_CODE = /^(?:\d+:)?\d\d:\d\d[.,]\d{3}\s+-->\s/
/** The most lines that one turn can have. */
const MOST_LINES = 60

/** The paragraphs that are time codes, and for each paragraph the number of time codes before it. */
export interface TimeCodes {
  readonly codes: readonly number[]
  readonly before: Int32Array
}

/** Returns the time codes in order; undefined if the text is no subtitle file. */
export function timeCodes({ text, paragraphs }: Document): TimeCodes | undefined {
  if (!text.includes('-->')) return undefined
  const codes: number[] = []
  const before = new Int32Array(paragraphs.length)
  for (const [index, { start, end }] of paragraphs.entries()) {
    before[index] = codes.length
    if (TIME_CODE.test(text.slice(start, Math.min(end, start + LONGEST_CODE)))) codes.push(index)
  }
  return codes.length < FEWEST ? undefined : { codes, before }
}

const LONGEST_CODE = 40

/** The lines of a turn, and the time code above its first line. */
export interface Captions {
  readonly lines: number[]
  readonly code: number | undefined
}

/**
 * Returns the lines that a label names. A voice tag names its own caption. A label before a colon names all captions
 * until the next label; the last label, until a caption ends a sentence.
 */
export function captionLines(
  document: Document,
  { codes, before }: TimeCodes,
  { paragraph, kind }: Label,
  nextLabel: number | undefined,
): Captions {
  const position = before[paragraph] ?? 0
  const next = nextLabel ?? document.paragraphs.length
  const end = kind === 'voice' ? (codes[position] ?? next) : next
  const last = Math.min(next, end, paragraph + MOST_LINES)
  const lines = [paragraph]
  for (let index = paragraph + 1; index < last; index++) {
    if (codes[before[index] ?? 0] === index) {
      if (nextLabel === undefined && SENTENCE_END.test(textOf(document, lines.at(-1) as number))) break
      continue
    }
    if (isCounter(document, index)) continue
    if (isNote(document, index) || closesVoice(document, lines.at(-1) as number)) break
    if (changesSpeaker(document, index)) break
    if (isCaption(document, index)) lines.push(index)
  }
  return { lines, code: codes[position - 1] }
}

const SENTENCE_END = /[.?!…]["”’]?$/

const textOf = ({ text, paragraphs }: Document, index: number): string => {
  const { start, end } = paragraphs[index] as Paragraph
  return text.slice(start, end)
}

/** Returns true for the number or the name of a caption, in the line above its time code. */
const isCounter = (document: Document, index: number): boolean => /^\d+$/.test(textOf(document, index))

const isNote = (document: Document, index: number): boolean =>
  /^(?:NOTE|STYLE|REGION)\b/.test(textOf(document, index))

const closesVoice = (document: Document, index: number): boolean => textOf(document, index).endsWith('</v>')

/** Returns true for a line that a dash gives to another person. The captions after it are no longer the label's. */
const changesSpeaker = (document: Document, index: number): boolean => /^[–-]/.test(textOf(document, index))

/** Returns false for sounds in brackets. */
function isCaption(document: Document, index: number): boolean {
  const line = textOf(document, index)
  if (/^[([♪#]/.test(line)) return false
  return startsLower(line) || startsUpper(line) || /^[\p{L}\p{N}"“‘'…¿¡<]/u.test(line)
}
