import type { Polarity, StatementStatus, StatementType } from '../../core/vocabulary.ts'
import type { Statement } from '../../record/statements/schema.ts'

/** Joins words for a sentence: "a, b and c". */
export const listed = (words: readonly string[], last: 'and' | 'or' = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

/** How the speaker is known, in a few words. */
export function attributionInWords({
  speaker,
}: {
  readonly speaker: Pick<Statement['speaker'], 'attribution' | 'mention'>
}): string {
  const { attribution, mention } = speaker
  const printed = mention && `“${mention.exact}”`
  switch (attribution) {
    case 'named':
      return 'named beside the words'
    case 'pronoun':
      return printed ? `the article says ${printed} here, and names the person before` : 'named before'
    case 'carried-over':
      return 'the quotation continues the words before it'
    case 'organization':
      return 'the organization is named as the speaker'
    case 'ambiguous':
      return 'the article does not decide who speaks'
    case 'none':
      return printed ? `the article says only ${printed}` : 'the article names no speaker'
  }
}

/** The types of statements in words. */
export const TYPE_WORDS: Readonly<Record<StatementType, string>> = {
  direct: 'quoted word for word',
  mixed: 'paraphrase with quoted words',
  indirect: 'paraphrase',
}

/** The polarities of statements that were not simply affirmed, in words. */
export const POLARITY_WORDS: Readonly<Record<Polarity, string | null>> = {
  affirmed: null,
  denied: 'Denied',
  refused: 'Declined to comment',
  negated: 'Did not say',
  future: 'Expected to say',
  asked: 'Asked',
}

/** The statuses of statements in words. */
export const STATUS_WORDS: Readonly<Record<StatementStatus, string>> = {
  machine: 'found by the service, not reviewed by a person',
  verified: 'verified by a person',
  disputed: 'disputed',
  retracted: 'retracted',
  rejected: 'rejected',
}

/** Returns a confidence in words: "right in about 97 of 100 cases". */
export const confidenceInWords = (confidence: number): string =>
  `right in about ${Math.round(confidence * 100)} of 100 cases`
