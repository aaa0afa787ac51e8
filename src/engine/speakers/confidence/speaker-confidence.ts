import type { Speaker } from '../../types/extraction.ts'
import { SPEAKER_ODDS, SPEAKER_RATES } from './speaker-rates.ts'

/** Maps, because a look-up of a newly built string in an object is slower. */
const rates: ReadonlyMap<string, number> = new Map(Object.entries(SPEAKER_RATES))
const oddsOf: ReadonlyMap<string, number> = new Map(Object.entries(SPEAKER_ODDS))

/** Returns the signs of a speaker, besides the rule, that tell whether the name is right. */
export function speakerSignsOf({ name, organization, mention, antecedent }: Speaker): string[] {
  const printed = name ?? organization ?? ''
  const words = printed.split(' ').length
  const apart = antecedent && mention ? mention.start - antecedent.end : 0
  return [words === 1 ? 'one word' : '', apart > FAR ? 'antecedent far away' : ''].filter(Boolean)
}

/** The distance of an antecedent from which a pronoun may mean another person, in characters. */
const FAR = 1000

/**
 * Returns how often a speaker that is found in this way is the person or organization named, from 0 to 1; null for a
 * speaker without a name. It is the rate of the speaker's rule (of the attribution, for rare rules), with its odds
 * multiplied by the odds of the signs.
 */
export function speakerConfidenceOf(speaker: Speaker): number | null {
  if (!isNamed(speaker)) return null
  const rate = rates.get(speaker.rule) ?? rates.get(speaker.attribution) ?? 0.5
  let odds = rate / (1 - rate)
  for (const sign of speakerSignsOf(speaker)) odds *= oddsOf.get(sign) ?? 1
  return Math.round((odds / (1 + odds)) * 100) / 100
}

/** Returns true for a person with a name, and for an organization that speaks itself. */
const isNamed = ({ name, organization, attribution }: Speaker): boolean =>
  name !== null || (attribution === 'organization' && organization !== null)
