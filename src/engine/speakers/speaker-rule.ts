import type { DecisionRule, SpeakerCase, SpeakerContext, SpeakerDecision } from './context/speaker-context.ts'

/** A rule that decides who a speaker is. Null leaves the decision to the next rule. */
export type SpeakerRule = (context: SpeakerContext, found: SpeakerCase) => SpeakerDecision | null

/** Returns a decision without a person of the cast, for a kind of speaker or an organization. */
export const withoutPerson = (
  kind: SpeakerDecision['kind'],
  rule: DecisionRule,
  organization: SpeakerDecision['organization'] = null,
): SpeakerDecision => ({ person: -1, candidates: [], organization, kind, rule })
