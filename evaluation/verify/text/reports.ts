import { type Report, readStatement } from '../../../src/compare/index.ts'
import type { Quoted } from '../../../src/core/span.ts'
import type { Random } from '../random.ts'
import { englishSentence } from './sentences.ts'
import { type MadeSpeaker, makeSpeakers } from './speakers.ts'
import { type Token, textOf } from './token.ts'
import { SPELLINGS } from './vocabulary.ts'

/** A report with the number of the utterance of which it is one. */
export interface MadeReport {
  readonly report: Report
  readonly utterance: number
}

interface Utterance {
  readonly sentences: readonly (readonly Token[])[]
  readonly speaker: MadeSpeaker
  readonly day: number
  /** The utterance of which it is a twin, if it is one. */
  readonly twinOf: Utterance | null
}

/** The way in which a report differs from the utterance. */
type Shape = (utterance: Utterance, random: Random) => Omit<Report, 'id' | 'speaker' | 'said'>

/** The share of utterances that repeat or twist an earlier one: the same words, or nearly, are another utterance. */
const SHARE_OF_TWINS = 0.12

/** Makes reports of utterances: whole, trimmed, cut, spliced, set differently, partly in the words of the report. */
export function makeReports(utterances: number, reports: number, random: Random): MadeReport[] {
  const made = makeUtterances(utterances, random)
  const twins = new Set(made.flatMap((utterance) => (utterance.twinOf ? [utterance, utterance.twinOf] : [])))
  return Array.from({ length: reports }, (_, index) => {
    const utterance = index < utterances ? index : random.integer(utterances)
    const found = made[utterance]!
    return { report: makeReport(`r${index}`, found, twins.has(found), random), utterance }
  })
}

function makeUtterances(count: number, random: Random): Utterance[] {
  const speakers = makeSpeakers(Math.ceil(count / 3), random).filter(({ given }) => given !== null)
  const made: Utterance[] = []
  while (made.length < count) {
    const speaker = random.pick(speakers)
    const sentences = Array.from({ length: random.pick([1, 2, 2, 3]) }, () => englishSentence(random))
    const day = random.between(1, 350)
    const twin =
      made.length > 0 && random.chance(SHARE_OF_TWINS) ? twinOf(random.pick(made), speaker, random) : null
    const utterance = twin ?? { sentences, speaker, day, twinOf: null }
    if (utterance.sentences[0]!.length >= 10) made.push(utterance)
  }
  return made
}

/** Makes another utterance of nearly the same words: on another day, or with another number, name or negation. */
function twinOf(other: Utterance, speaker: MadeSpeaker, random: Random): Utterance {
  const isRepeated = random.chance(0.4)
  const day = other.day + random.between(2, 60)
  if (isRepeated) return { ...other, day, twinOf: other }
  const turned = other.sentences.map((words) => twisted(words, random))
  return { sentences: turned, speaker: random.chance(0.5) ? speaker : other.speaker, day, twinOf: other }
}

/** Removes the negations of a sentence, or adds one; changes its numbers. */
function twisted(words: readonly Token[], random: Random): Token[] {
  const kept = words.filter(({ text }) => text !== 'not' && text !== 'never')
  const isTurned = kept.length < words.length
  return kept.flatMap((found, at): Token[] => {
    if (found.tag === 'number' && /\d/u.test(found.text))
      return [{ ...found, text: found.text.replace(/\d/u, (digit) => String((Number(digit) % 9) + 1)) }]
    const isFirst = !kept.slice(0, at).some(({ tag }) => tag === 'auxiliary')
    return found.tag === 'auxiliary' && !isTurned && isFirst && at < kept.length - 1
      ? [found, { ...found, text: random.pick(['not', 'never']) }]
      : [found]
  })
}

const SHAPES: readonly Shape[] = [
  ({ sentences }) => direct(sentences.map(textOf).join(' ')),
  ({ sentences }) => direct(sentences.map(textOf).join(' ')),
  ({ sentences }) =>
    direct(
      sentences
        .map(textOf)
        .join(' ')
        .replaceAll("'", '’')
        .replaceAll(', ', ' – ')
        .replace(/[.!?]$/u, ''),
    ),
  ({ sentences }) => direct(textOf(sentences[0]!)),
  ({ sentences }, random) => direct(...inTwo(sentences.map(textOf).join(' '), random)),
  ({ sentences }, random) => direct(cut(sentences[0]!, random)),
  ({ sentences }, random) => direct(...inTwo(cut(sentences[0]!, random), random)),
  ({ sentences }, random) => direct(spliced(sentences[0]!, random)),
  ({ sentences }) =>
    direct(
      textOf(sentences.flat().map((word) => ({ ...word, text: SPELLINGS.get(word.text) ?? word.text }))),
    ),
  ({ sentences }) => direct(textOf(withoutArticle(sentences.flat()))),
  ({ sentences }, random) => partlyReported(sentences[0]!, random),
  ({ sentences }) => reported(sentences[0]!),
]

/** @param isDated true if the day must be known, because only the day tells the utterance from another. */
function makeReport(id: string, utterance: Utterance, isDated: boolean, random: Random): Report {
  const { recorded } = utterance.speaker
  const speaker = random.chance(0.08)
    ? { ...recorded, name: null, aliases: [], mention: 'the official' }
    : recorded
  const day = dayOf(utterance.day)
  const said = isDated
    ? { earliest: day, latest: day }
    : random.pick([
        ...[
          { earliest: day, latest: day },
          { earliest: day, latest: day },
          { earliest: null, latest: dayOf(utterance.day + 1) },
        ],
        ...[{ earliest: dayOf(utterance.day - 1), latest: dayOf(utterance.day + 1) }, null],
      ])
  return { id, speaker, said, ...random.pick(SHAPES)(utterance, random) }
}

const dayOf = (day: number): string => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)

function direct(...pieces: readonly string[]) {
  let start = 40
  const segments = pieces.map((exact): Quoted => {
    const piece = { start, end: start + exact.length, exact }
    start = piece.end + 24
    return piece
  })
  return { statement: readStatement({ type: 'direct', segments, quoted: segments }) }
}

function inTwo(text: string, random: Random): string[] {
  const spaces = Array.from(text.matchAll(/ /gu), ({ index }) => index)
  const at = spaces[random.between(1, spaces.length - 2)]!
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Keeps two thirds of a sentence or more. */
function cut(words: readonly Token[], random: Random): string {
  const dropped = random.between(1, Math.floor(words.length / 3))
  const before = random.pick([0, dropped, random.between(0, dropped)])
  return textOf(words.slice(before, words.length - (dropped - before)))
}

function spliced(words: readonly Token[], random: Random): string {
  const left = random.between(1, Math.floor(words.length / 4))
  const from = random.between(4, words.length - left - 4)
  return from < 4 ? textOf(words) : `${textOf(words.slice(0, from))} … ${textOf(words.slice(from + left))}`
}

function withoutArticle(words: readonly Token[]): Token[] {
  const at = words.findIndex(({ text }, index) => index > 0 && text === 'the')
  return words.filter((_, index) => index !== at)
}

const REPORTED = new Map([
  ['we', 'they'],
  ['We', 'they'],
  ['I', 'they'],
  ['will', 'would'],
  ['can', 'could'],
])
const inReport = (words: readonly Token[]): string =>
  textOf(words.map((word) => ({ ...word, text: REPORTED.get(word.text) ?? word.text }))).replace(
    /[.!?]$/u,
    '',
  )

/** Prints the first half of a sentence in the words of the report, and the second half in quotation marks. */
function partlyReported(words: readonly Token[], random: Random) {
  const at = random.between(Math.floor(words.length / 3), Math.floor(words.length / 2))
  const before = `that ${inReport(words.slice(0, at))} “`
  const inside = textOf(words.slice(at))
  const exact = `${before}${inside}”`
  const quoted = { start: 40 + before.length, end: 40 + before.length + inside.length, exact: inside }
  const segments = [{ start: 40, end: 40 + exact.length, exact }]
  return { statement: readStatement({ type: 'mixed', segments, quoted: [quoted] }) }
}

function reported(words: readonly Token[]) {
  const exact = `that ${inReport(words)}`
  const segments = [{ start: 40, end: 40 + exact.length, exact }]
  return { statement: readStatement({ type: 'indirect', segments, quoted: [] }) }
}
