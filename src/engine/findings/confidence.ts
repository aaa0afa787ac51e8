import type { Speaker } from '../types/extraction.ts'
import type { Finding } from '../types/finding.ts'
import { ODDS, RATES } from './rates.ts'

/** Lengths of what was said, in characters: about two, four and seven words, and more than is common. */
const LENGTHS: readonly (readonly [number, string])[] = [
  [12, 'under 12'],
  [20, 'under 20'],
  [35, 'under 35'],
  [300, ''],
  [Number.POSITIVE_INFINITY, 'over 300'],
]

/**
 * What bears on whether a finding is right, beside the rule that found it: each sign has its odds in `rates.ts`, where
 * it was counted.
 */
export function signsOf(
  { type, rule, polarity, content, cue }: Finding,
  speaker: Pick<Speaker, 'mention' | 'rule'>,
): string[] {
  const length = content.reduce((sum, { start, end }) => sum + end - start, 0)
  const long = LENGTHS.find(([limit]) => length < limit)?.[1]
  const how = rule.slice(rule.indexOf('/') + 1)
  return [
    polarity === 'affirmed' ? '' : polarity,
    speaker.mention ? speaker.rule : rule.includes('passive') ? 'speaker/none/passive' : 'speaker/none',
    long ? `${type} ${long}` : '',
    cue ? `cue ${cue.lemma}` : '',
    cue?.kind === 'verb' && cue.lemma !== 'say' ? `${how} without say` : '',
    content.length > 1 ? 'in pieces' : '',
  ].filter(Boolean)
}

/** As maps: to look a string that was just put together up in an object takes longer. */
const rates: ReadonlyMap<string, number> = new Map(Object.entries(RATES))
const oddsOf: ReadonlyMap<string, number> = new Map(Object.entries(ODDS))

const NO_SPEAKER = { mention: null, rule: '' } as const

/**
 * How far a finding can be trusted, 0..1: of findings given 0.9, about nine in ten have the right words, and the right
 * words for their speaker. The rate of the rule that found it, or of its type where the rule fires too rarely to be
 * counted, made better or worse by the signs.
 */
export function confidenceOf(
  finding: Finding,
  speaker: Pick<Speaker, 'mention' | 'rule'> = NO_SPEAKER,
): number {
  const rate = rates.get(finding.rule) ?? rates.get(finding.type) ?? 0.5
  let odds = rate / (1 - rate)
  for (const sign of signsOf(finding, speaker)) odds *= oddsOf.get(sign) ?? 1
  return Math.round((odds / (1 + odds)) * 100) / 100
}
