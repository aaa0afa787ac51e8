import { align } from '../alignment/align.ts'
import { weightOf } from '../language/function-words.ts'
import { isTurningWord } from '../language/negation.ts'
import { isNumber } from '../language/numbers.ts'
import { speakerAgrees } from '../speakers/agree.ts'
import { compare } from '../verdict/compare.ts'
import type { Change, Comparison } from '../verdict/types.ts'
import { readWords } from '../words/read-words.ts'
import { overlapOf } from './overlap.ts'
import type { Report, Sighting } from './read-sighting.ts'

/** The relation of two reports. same: of one utterance; different: similar, but of two utterances. */
export interface Relation {
  readonly kind: 'same' | 'different' | 'unrelated'
  /** The weight of their common words. `groupPairs` joins the strongest pairs first. */
  readonly strength: number
}

/** The least weight of the common words of two reports. A word with a meaning counts one, a function word a quarter. */
const WEIGHT_MIN = 4
/** The least weight if speaker and date are known to agree, or if all words are equal. */
const WEIGHT_MIN_CERTAIN = 2.25
/** The least weight if the speakers differ, because one of the reports must then be wrong. */
const WEIGHT_MIN_OTHER_SPEAKER = 9
/** The share of a paraphrase that must be in the other report. */
const PARAPHRASED_MIN = 0.7
/** The most words of one addition or omission in reports of one utterance. */
const SMALL_CHANGE = 3
const SMALL_CHANGE_SHARE = 0.8

const UNRELATED: Relation = { kind: 'unrelated', strength: 0 }

/**
 * Returns whether two reports are of one utterance. One report can be shorter, cut at other places, spliced, punctuated
 * differently, or partly a paraphrase. A different number, name, date, negation or other word makes two utterances. The
 * order of the arguments does not change the result.
 */
export const sameUtterance = (one: Sighting, other: Sighting): boolean => relate(one, other).kind === 'same'

/** Relates two reports. The order of the arguments does not change the result. */
export const relate = (one: Sighting, other: Sighting): Relation =>
  relateWith((isOfOneSpeaker) => relateWords(one, other, isOfOneSpeaker), one, other)

/**
 * Relates two reports like `relate`.
 * @param wordsOf relates their words. Depends on the speakers, because only one speaker can be paraphrased.
 */
export function relateWith(
  wordsOf: (isOfOneSpeaker: boolean) => WordsRelation,
  one: Sighting,
  other: Sighting,
): Relation {
  const speaker = speakersAgree(one, other)
  const found = wordsOf(speaker === 'yes')
  if (found.kind === 'unrelated' || found.kind === 'different') return found
  if (areOnOtherDays(one, other)) return { ...found, kind: 'different' }
  if (speaker === 'no' && (found.strength < WEIGHT_MIN_OTHER_SPEAKER || !found.isVerbatim)) {
    return { kind: 'different', strength: found.strength }
  }
  const isCertain = found.isEqual || (speaker === 'yes' && areOnOneDay(one, other))
  const isEnough = found.strength >= (isCertain ? WEIGHT_MIN_CERTAIN : WEIGHT_MIN)
  return isEnough ? { kind: 'same', strength: found.strength } : UNRELATED
}

/** The relation of the words of two reports. */
export interface WordsRelation extends Relation {
  readonly isEqual: boolean
  readonly isVerbatim: boolean
}

/** Sorts two reports by length, then by their words, so that the order of the arguments does not matter. */
function inOrder(one: Sighting, other: Sighting): [Sighting, Sighting] {
  const sizeOf = ({ statement, quotation }: Sighting): number =>
    (quotation ? 0.5 : 0) + statement.words.length
  const difference = sizeOf(one) - sizeOf(other)
  return difference < 0 || (difference === 0 && textOf(one) <= textOf(other)) ? [one, other] : [other, one]
}

const textOf = ({ whole }: Sighting): string => whole.text

/**
 * Relates the words of two reports. The order of the reports does not change the result.
 * @param isOfOneSpeaker true if one of the two can be a paraphrase of the other.
 */
export function relateWords(one: Sighting, other: Sighting, isOfOneSpeaker: boolean): WordsRelation {
  const [short, long] = inOrder(one, other)
  const results: WordsRelation[] = []
  if (short.quotation && long.quotation) {
    for (const [a, b] of [
      [short, long],
      [long, short],
    ] as const) {
      const comparison = withoutOverhang(compare(a.quotation!, b.statement), b)
      const isEqual = comparison.verdict === 'verbatim' && sizeOfQuoted(a) === sizeOfQuoted(b)
      results.push({ ...judge(comparison), isEqual })
    }
    const strength = overlapOf(short.runs, long.runs)
    if (strength >= WEIGHT_MIN) results.push({ kind: 'same', strength, isEqual: false, isVerbatim: true })
  }
  const best = strongest(results)
  const isReport = best?.kind !== 'different' && isOfOneSpeaker && hasReport(short, long)
  return strongest([...(best ? [best] : []), ...(isReport ? [paraphrase(short, long)] : [])]) ?? nothing
}

/**
 * Returns a comparison without the words before the first and after the last word of the other report. These words
 * contradict nothing, because the other report is cut there.
 */
function withoutOverhang(comparison: Comparison, { statement }: Sighting): Comparison {
  const quoted = statement.words.filter(({ isQuoted }) => isQuoted)
  const [from, to] = [quoted[0]?.start, quoted.at(-1)?.end]
  const [first, last] = [comparison.matched[0], comparison.matched.at(-1)]
  const isOverhang = ({ quote, statement: { start, exact } }: Change): boolean =>
    exact === '' &&
    ((start === from && quote.end <= first!.quote.start) || (start === to && quote.start >= last!.quote.end))
  // A function word at a cut, beside another word: "the harbor is", "If harbor is".
  const isSlightAtEdge = ({ quote }: Change): boolean =>
    (quote.end <= first!.quote.start || quote.start >= last!.quote.end) &&
    weightOfText(quote.exact) < 1 &&
    !readWords(quote.exact).some(({ key }) => isTurningWord(key))
  if (comparison.verdict !== 'altered' || !first || !last) return comparison
  const changes = comparison.changes.filter((change) => !isOverhang(change) && !isSlightAtEdge(change))
  return { ...comparison, changes, verdict: changes.length > 0 ? 'altered' : 'spliced' }
}

const nothing: WordsRelation = { ...UNRELATED, isEqual: false, isVerbatim: false }
const sizeOfQuoted = ({ statement }: Sighting): number =>
  statement.words.filter(({ isQuoted }) => isQuoted).length
const hasReport = (...reports: readonly Sighting[]): boolean =>
  reports.some(({ statement }) => statement.words.some(({ isQuoted }) => !isQuoted))

/** Selects the best relation: `same` before `different`, then the strongest. */
function strongest(results: readonly WordsRelation[]): WordsRelation | undefined {
  const rank = { same: 0, different: 1, unrelated: 2 }
  return [...results].sort((a, b) => rank[a.kind] - rank[b.kind] || b.strength - a.strength)[0]
}

const weightOfText = (text: string): number =>
  readWords(text).reduce((sum, { key }) => sum + weightOf(key), 0)

function judge({ verdict, share, changes, matched, gaps }: Comparison): Omit<WordsRelation, 'isEqual'> {
  const strength = matched.reduce((sum, { quote }) => sum + weightOfText(quote.exact), 0)
  if (verdict === 'verbatim' || verdict === 'partial') return { kind: 'same', strength, isVerbatim: true }
  if (verdict === 'spliced') return { kind: 'same', strength: strength - 0.1 * gaps.length, isVerbatim: true }
  if (verdict !== 'altered') return { kind: 'unrelated', strength: 0, isVerbatim: false }
  const isSmall = changes.every(isFormOrSmall) && share >= SMALL_CHANGE_SHARE
  return { kind: isSmall ? 'same' : 'different', strength: strength - changes.length, isVerbatim: false }
}

/**
 * Returns true for another form of the same words, and for a few words more or fewer that do not reverse the meaning.
 */
function isFormOrSmall({ kind, quote, statement }: Change): boolean {
  if (['spelling', 'number-form', 'contraction', 'capitalization'].includes(kind)) return true
  if (kind !== 'added' && kind !== 'left-out') return false
  const words = readWords(`${quote.exact} ${statement.exact}`)
  return (
    words.length <= SMALL_CHANGE &&
    words.every(({ key, cased }) => !isTurningWord(key) && !isNumber(key) && !/^\p{Lu}/u.test(cased))
  )
}

/** Relates two reports of one speaker of which at least one has words outside quotation marks. */
function paraphrase(short: Sighting, long: Sighting): WordsRelation {
  const words = (short.whole.readings[0]?.words ?? []).map(({ key }) => key)
  const others = long.statement.words.map(({ key }) => key)
  const { share, blocks } = align(words, others)
  const matched = blocks.flatMap(({ quote, length }) => words.slice(quote, quote + length))
  const strength = matched.reduce((sum, key) => sum + weightOf(key), 0)
  const contradicts = telling(words) !== telling(matched)
  if (share < PARAPHRASED_MIN || strength < WEIGHT_MIN) return nothing
  return {
    kind: contradicts ? 'different' : 'same',
    strength: strength * share,
    isEqual: false,
    isVerbatim: false,
  }
}

/** Returns the numbers and the negations of words. */
const telling = (words: readonly string[]): string =>
  words
    .filter((key) => isNumber(key) || isTurningWord(key))
    .sort()
    .join(' ')

function speakersAgree(one: Sighting, other: Sighting): 'yes' | 'no' | 'unknown' {
  if (one.person && one.person === other.person) return 'yes'
  const [a, b] = [nameOf(one), nameOf(other)]
  const answers = [speakerAgrees(a, other.speaker).agrees, speakerAgrees(b, one.speaker).agrees]
  if (answers.includes('yes')) return 'yes'
  return answers.includes('no') ? 'no' : 'unknown'
}

const nameOf = ({ speaker: { name, organizations, mention } }: Sighting): string | null =>
  name ?? organizations[0] ?? mention

/** Returns true if the days on which two reports can have been said are known and have none in common. */
export function areOnOtherDays(
  { said: one }: Pick<Report, 'said'>,
  { said: other }: Pick<Report, 'said'>,
): boolean {
  const ends = (a: string | null | undefined, b: string | null | undefined): boolean =>
    Boolean(a && b && a < b)
  return ends(one?.latest, other?.earliest) || ends(other?.latest, one?.earliest)
}

const areOnOneDay = ({ said: one }: Sighting, { said: other }: Sighting): boolean =>
  Boolean(one?.earliest && one.latest && other?.earliest && other.latest) &&
  one!.earliest! <= other!.latest! &&
  other!.earliest! <= one!.latest!
