import type { Verdict, Verification } from '../../features/verification/schema.ts'

/** The verdicts in a few words. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  verbatim: 'word for word',
  partial: 'part of a sentence',
  spliced: 'pieces, words left out',
  altered: 'other words',
  misattributed: 'another speaker',
  paraphrase: 'only a paraphrase',
  'not-found': 'not on record',
  'too-short': 'too short to check',
}

/** How a verdict is marked: good, to look at, or unknown. */
export const VERDICT_CLASS: Readonly<Record<Verdict, 'good' | 'look' | 'unknown'>> = {
  verbatim: 'good',
  partial: 'good',
  spliced: 'look',
  altered: 'look',
  misattributed: 'look',
  paraphrase: 'look',
  'not-found': 'unknown',
  'too-short': 'unknown',
}

/** Returns the result of a check in one sentence. */
export function verdictInWords({ verdict, best }: Verification): string {
  const who = best?.statement.speaker ?? 'a speaker without a name'
  switch (verdict) {
    case 'verbatim':
      return `On record, word for word, as said by ${who}.`
    case 'partial':
      return `On record, as a part of what ${who} said. The sentence goes on.`
    case 'spliced':
      return `The pieces are on record, as said by ${who}. Words between them are left out.`
    case 'altered':
      return `Similar words are on record, as said by ${who}. Some words differ.`
    case 'misattributed':
      return `The words are on record, but as said by ${who}.`
    case 'paraphrase':
      return `Only a paraphrase is on record. These are the words of the report, not of ${who}.`
    case 'not-found':
      return 'These words are not on record.'
    case 'too-short':
      return 'The quotation has too few words to check.'
  }
}
