/** Nouns for reported words and for acts of speech: "her claim that …", "published a letter about …". */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
  `accusation accusations acknowledgement acknowledgment ad address admission admonition advice
  affirmation agreement allegation allegations allusion analysis announcement announcements answer answers apology
  appeal argument arguments article aside assertion assertions assessment assurance assurances belief blog boast boasts
  broadside call calls caricature case catchphrase caution caveat challenge chant chants characterization charge charges claim claims
  column comment commentary comments commitment compliment complaint complaints concern concerns concession conclusion
  confession conjecture contention conviction conversation counsel credit criticism criticisms critique declaration denial
  denials denunciation description diagnosis dictum dig directive disclosure discussion doctrine email emails essay
  exhortation explanation explanations fear fears finding forecast guarantee hint hints hope hopes hunch idea imitation
  impression indictment inquiry insight insinuation insistence instruction instructions insult insults intimation jab
  jest jibe joke jokes judgment judgement lament lecture letter letters line lines lobby mantra maxim memo mention
  message messages motto news note notes notice notion oath objection objections observation observations op-ed
  opinion order outburst paper petition plea pleas pledge pledges point post posts praise prayer prediction predictions
  premise principle prognosis promise promises pronouncement prophecy proposal proposition protest protests question
  questions quip quips rant rationale read reading reasoning rebuke rebuttal recollection recommendation reference
  references refrain refusal rejection rejoinder reminder remark remarks reply report reports request requests response
  responses retort revelation review rhetoric riposte rule ruling rumor rumors rumour rumours saying sentiment sermon
  shot slogan slur speculation speech speeches statement statements stance story suggestion suggestions summary
  suspicion swipe talk talks taunt tease testimony text texts theory thesis thought threat threats tirade toast tribute
  tweet tweets utterance verdict view views vow vows warning warnings wish word words worry`.split(/\s+/),
)

/**
 * Nouns whose clause with "that" is reported speech. In PolNeAR's training part, two in three such clauses outside other
 * reports are annotated.
 */
export const CLAIM_NOUNS: ReadonlySet<string> = new Set(
  `admission acknowledgement acknowledgment allegation allegations argument assertion assertions boast boasts claim claims
  contention hint hints insistence plea pledge pledges prediction predictions promise promises remark remarks statement
  statements vow vows warning warnings`.split(/\s+/),
)

/** Nouns whose infinitive is reported speech: "a promise to build a bridge". */
export const PROMISE_NOUNS: ReadonlySet<string> = new Set(
  'promise promises pledge pledges vow vows'.split(' '),
)
