import type { Speaker } from '../types/extraction.ts'
import type { Finding } from '../types/finding.ts'
import { ODDS, RATES } from './rates.ts'

/** Lengths of the reported words, in characters: about two, four and seven words, and more than is common. */
const LENGTHS: readonly (readonly [number, string])[] = [
  [12, 'under 12'],
  [20, 'under 20'],
  [35, 'under 35'],
  [300, ''],
  [Number.POSITIVE_INFINITY, 'over 300'],
]

/**
 * Returns the signs of a finding, besides its rule, that tell whether it is right. `rates.ts` has the odds of each
 * sign.
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

/** Maps, because a look-up of a newly built string in an object is slower. */
const rates: ReadonlyMap<string, number> = new Map(Object.entries(RATES))
const oddsOf: ReadonlyMap<string, number> = new Map(Object.entries(ODDS))

const NO_SPEAKER = { mention: null, rule: '' } as const

/**
 * Returns the confidence in a finding, from 0 to 1. Of findings with 0.9, about nine in ten have the right words and
 * the right speaker phrase. The confidence is the rate of the rule (of the type, for rare rules), with its odds
 * multiplied by the odds of the signs.
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
