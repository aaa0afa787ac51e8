import { readdirSync, readFileSync } from 'node:fs'
import type { GoldDocument, GoldQuote, Pair, QuoteType } from './types.ts'

/**
 * The parts of the articles. `tuned`: people may read the errors of the engine in them; `unseen`: people read only the
 * figures.
 */
export const PARTS = ['tuned', 'unseen'] as const

/** Reads the annotated articles of one part, in the order of their file names. */
export const readArticles = (part: (typeof PARTS)[number]): GoldDocument[] => readFolder(`news/${part}/`)

/** Reads the annotated transcripts, in the order of their file names. People may read the errors of the engine in them. */
export const readTranscripts = (): GoldDocument[] => readFolder('transcripts/')

/** Reads the annotated articles about who speaks, in the order of their file names. People may read the errors in them. */
export const readSpeakers = (): GoldDocument[] => readFolder('speakers/')

function readFolder(path: string): GoldDocument[] {
  const folder = new URL(path, import.meta.url)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => parseArticle(file.replace('.txt', ''), readFileSync(new URL(file, folder), 'utf8')))
}

/** The spans of one statement: its words, the words that name the speaker, and its cue. */
interface Marks {
  readonly content: Pair[]
  readonly speaker: Pair[]
  readonly cue: Pair[]
}

/** The speaker's name and the days of one statement. */
interface Facts {
  readonly name: string | null
  readonly said: readonly [string, string] | null
}

/**
 * Parses an article with inline marks. `evaluation/news/README.md` describes the format.
 * @throws Error if a mark is not closed, or if marks and lines do not belong to the same statements.
 */
export function parseArticle(id: string, source: string): GoldDocument {
  const [head = '', marked = '', foot = '', ...rest] = source.split(/^---\n/m)
  if (rest.length > 0) throw new Error(`${id}: an article has three parts, separated by ---`)
  const header = new Map(
    head.split('\n').map((line) => [line.split(': ')[0] ?? '', line.split(': ')[1] ?? '']),
  )
  const { text, marks } = unmarked(id, marked.replace(/\n$/, ''))
  const facts = new Map(
    foot
      .split('\n')
      .filter(Boolean)
      .flatMap((line) => factsOf(id, line)),
  )
  for (const number of facts.keys())
    if (!marks.has(number)) throw new Error(`${id}: no words have the number ${number}`)
  const quotes = [...marks].map(([number, found]) => {
    const known = facts.get(number)
    if (!known) throw new Error(`${id}: statement ${number} has no line`)
    if (found.content.length === 0) throw new Error(`${id}: statement ${number} has no words`)
    const speaker = found.speaker.length > 0 ? found.speaker : sharedSpeaker(text, found, known, marks, facts)
    return toQuote(text, { ...found, speaker }, known, header.get('transcript') === 'yes')
  })
  return { id, text, ...(header.get('published') && { date: header.get('published') as string }), quotes }
}

const MARKED = { '': 'content', s: 'speaker', c: 'cue' } as const

/** Removes the marks from a text, and returns the spans that they enclosed. */
function unmarked(id: string, marked: string): { text: string; marks: Map<string, Marks> } {
  const marks = new Map<string, Marks>()
  const open: { numbers: string[]; part: keyof Marks; start: number }[] = []
  let text = ''
  for (const [piece, numbers, letter] of marked.matchAll(/\{([\d,]+)([sc]?) |[{}]|[^{}]+/g)) {
    if (numbers) {
      const part = MARKED[(letter ?? '') as keyof typeof MARKED]
      open.push({ numbers: numbers.split(','), part, start: text.length })
    } else if (piece === '}') {
      const mark = open.pop()
      if (!mark) throw new Error(`${id}: a mark is closed that is not open, before ${text.slice(-40)}`)
      for (const number of mark.numbers) {
        const found = marks.get(number) ?? { content: [], speaker: [], cue: [] }
        found[mark.part].push([mark.start, text.length])
        marks.set(number, found)
      }
    } else if (piece === '{') throw new Error(`${id}: a mark has no number, after ${text.slice(-40)}`)
    else text += piece
  }
  if (open.length > 0)
    throw new Error(`${id}: a mark is not closed: ${text.slice(open[0]?.start).slice(0, 40)}`)
  return { text, marks }
}

/** Parses a line such as `1 2 Ada Brandt @2024-05-13`. */
function factsOf(id: string, line: string): [string, Facts][] {
  const match = /^((?:\d+ )+)(.+?)(?: @([\d-]+)(?:\.\.([\d-]+))?)?$/.exec(line)
  if (!match) throw new Error(`${id}: the line “${line}” has no numbers or no name`)
  const [, numbers = '', name = '', first, last = first] = match
  const facts: Facts = { name: name === '-' ? null : name, said: first && last ? [first, last] : null }
  return numbers
    .trim()
    .split(' ')
    .map((number) => [number, facts])
}

const SENTENCE_END = /[.!?…][”’")]?\s|\n/

/**
 * Returns the words that name the speaker of an earlier statement in the same sentence, for a cue without a subject of
 * its own: "{1s Lee} {1c said} … and {2c blamed} …". Both statements have the same speaker. Empty if there is none.
 */
function sharedSpeaker(
  text: string,
  { cue, content }: Marks,
  own: Facts,
  marks: ReadonlyMap<string, Marks>,
  facts: ReadonlyMap<string, Facts>,
): Pair[] {
  const [[at] = [0]] = cue
  if (cue.length === 0 || content.length === 0) return []
  let nearest: Pair[] = []
  for (const [number, { speaker }] of marks) {
    const [, end = at] = speaker.at(-1) ?? []
    const same = facts.get(number) === own || (own.name !== null && facts.get(number)?.name === own.name)
    if (!same || end >= at || end < (nearest.at(-1)?.[1] ?? 0)) continue
    if (!SENTENCE_END.test(text.slice(end, at))) nearest = speaker
  }
  return nearest
}

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'i'])

function toQuote(
  text: string,
  { content, speaker, cue }: Marks,
  { name, said }: Facts,
  isTranscript: boolean,
): GoldQuote {
  const [first] = speaker
  return {
    content,
    speaker: first ? speaker : null,
    cue: cue.length > 0 ? cue : null,
    type: isTranscript ? 'direct' : typeOf(text, content),
    ...(name && { speakerResolved: { name } }),
    speakerIsPronoun: first !== undefined && PRONOUNS.has(text.slice(...first).toLowerCase()),
    ...(said && { said }),
  }
}

const OPENING_MARKS: ReadonlySet<string> = new Set(['“', '‘', '«', '„', '"', "'"])
/** A single or straight mark opens a quotation only behind a space or a bracket: elsewhere it is an apostrophe or closes. */
const OPENS_INSIDE = /[“«„]|(?<=[\s([—–]|^)[‘"'](?=\S)/

function typeOf(text: string, content: readonly Pair[]): QuoteType {
  if (content.every(([start]) => OPENING_MARKS.has(text[start - 1] ?? ''))) return 'direct'
  return content.some(([start, end]) => OPENS_INSIDE.test(text.slice(start, end))) ? 'mixed' : 'indirect'
}
