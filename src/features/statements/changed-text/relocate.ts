import { contains, type Quoted } from '../../../core/span.ts'
import { wordingOf } from '../../../core/wording.ts'
import { contextOf } from '../../../engine/index.ts'
import type { EvidenceField, PrintedSpeaker, Said, Utterance } from '../../../record/utterances/schema.ts'

/** The most occurrences to check on each side of the expected place. */
const PLACES_MAX = 20
/** The longest distance that a speaker's mention may move relative to the words, in UTF-16 code units. */
const MENTION_DRIFT = 400

const WORD = /[\p{L}\p{N}]/u
const QUOTATION_MARKS = new Set('"\'“”„‟‘’‚‛«»‹›「」『』')

/** Two texts of one article, and the lengths of their common beginning and end. */
export interface TextChange {
  readonly before: string
  readonly after: string
  readonly commonStart: number
  readonly commonEnd: number
}

export function compareTexts(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length)
  let commonStart = 0
  while (commonStart < most && before.charCodeAt(commonStart) === after.charCodeAt(commonStart)) commonStart++
  let commonEnd = 0
  while (
    commonEnd < most - commonStart &&
    before.charCodeAt(before.length - 1 - commonEnd) === after.charCodeAt(after.length - 1 - commonEnd)
  )
    commonEnd++
  return { before, after, commonStart, commonEnd }
}

/**
 * Returns a statement with the places of its evidence in the later text. Nothing else changes. Returns null if some of
 * its words are missing, if they lost their quotation marks, or if the mention of the speaker is missing.
 */
export function relocate(utterance: Utterance, change: TextChange): Utterance | null {
  const first = utterance.segments[0]
  if (!first) return null
  const segments: Quoted[] = []
  let shift = expectedShift(first, change)
  for (const segment of utterance.segments) {
    const found = findNear(change.after, segment, segment.start + shift)
    if (!found || found.start < (segments.at(-1)?.end ?? 0)) return null
    segments.push(found)
    shift = found.start - segment.start
  }
  if (isUnquoted(utterance, segments[0]!, change.after)) return null
  const quoted = utterance.quoted.map((piece) => within(piece, utterance.segments, segments))
  const start = segments[0]?.start ?? 0
  const nearby = (evidence: Quoted | null): Quoted | null =>
    evidence && findNear(change.after, evidence, evidence.start + start - first.start)
  const { speaker } = utterance
  const mention = nearby(speaker.mention)
  if (
    speaker.mention &&
    (!mention || Math.abs(mention.start - start - (speaker.mention.start - first.start)) > MENTION_DRIFT)
  )
    return null
  const evidence: Located<Utterance> = {
    cue: nearby(utterance.cue),
    venue: nearby(utterance.venue),
    addressee: nearby(utterance.addressee),
    relay: nearby(utterance.relay),
    within: nearby(utterance.within),
  }
  const ofSpeaker: Located<PrintedSpeaker> = {
    mention,
    antecedent: nearby(speaker.antecedent),
    role_evidence: nearby(speaker.role_evidence),
  }
  const ofDate: Located<Said> = { expression: nearby(utterance.said.expression) }
  return {
    ...utterance,
    ...evidence,
    text: wordingOf(change.after, segments),
    segments,
    quoted: quoted.filter((piece) => piece !== null),
    speaker: { ...speaker, ...ofSpeaker },
    said: { ...utterance.said, ...ofDate },
    context: contextOf(change.after, segments),
  }
}

/** The places in the later text of all evidence fields of a shape. */
type Located<Shape> = Readonly<Record<EvidenceField<Shape>, Quoted | null>>

/**
 * Returns the distance that a span probably moved. Words before the first change stay, and words after the last change
 * move with the end. Other words are expected at their old place.
 */
function expectedShift(
  { start, end }: Quoted,
  { before, after, commonStart, commonEnd }: TextChange,
): number {
  if (end <= commonStart) return 0
  return start >= before.length - commonEnd ? after.length - before.length : 0
}

/** Finds the same characters as whole words, nearest to the expected place. */
function findNear(text: string, { exact }: Quoted, expected: number): Quoted | null {
  const forward = findWhole(text, exact, Math.max(0, expected), 1)
  const backward = findWhole(text, exact, Math.min(expected - 1, text.length), -1)
  const start =
    forward === -1 || (backward !== -1 && expected - backward < forward - expected) ? backward : forward
  return start === -1 ? null : { start, end: start + exact.length, exact }
}

function findWhole(text: string, exact: string, from: number, step: 1 | -1): number {
  let at = from
  for (let place = 0; place < PLACES_MAX && at >= 0; place++) {
    const found = step === 1 ? text.indexOf(exact, at) : text.lastIndexOf(exact, at)
    if (found === -1 || isWhole(text, found, found + exact.length)) return found
    at = found + step
  }
  return -1
}

/** Returns whether a span starts and ends at word boundaries. "No" in "Nobody" does not. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !(isWord(text, start - 1) && isWord(text, start)) && !(isWord(text, end - 1) && isWord(text, end))

const isWord = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && WORD.test(text.charAt(at))

/** Returns whether words lost their quotation marks. They are then no longer verbatim. */
const isUnquoted = ({ context }: Utterance, found: Quoted, after: string): boolean =>
  QUOTATION_MARKS.has(context.before.slice(-1)) && !QUOTATION_MARKS.has(after.charAt(found.start - 1))

function within(piece: Quoted, before: readonly Quoted[], after: readonly Quoted[]): Quoted | null {
  const index = before.findIndex((segment) => contains(segment, piece))
  const [from, to] = [before[index], after[index]]
  if (!from || !to) return null
  const start = to.start + piece.start - from.start
  return { start, end: start + piece.exact.length, exact: piece.exact }
}
