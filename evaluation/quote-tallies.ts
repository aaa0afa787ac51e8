import type { GoldQuote, Miss, PredictedQuote, QuoteType } from './types.ts'

/** Counts of quotes in one subset, summed over documents. */
export interface QuoteTally {
  gold: number
  predicted: number
  /** Pairs with any overlap, with Jaccard of at least .5 and .8, and with the same characters. */
  overlap: number
  j50: number
  j80: number
  exact: number
  /** Pairs that a reader would call right: Jaccard of at least .8, and speakers that overlap or are both absent. */
  whole: number
  speaker: number
  cue: number
  type: number
}

/** Counts of resolved speaker names. */
export interface NameTally {
  gold: number
  right: number
  wrong: number
  none: number
  pronouns: number
  pronounsRight: number
  pronounsWrong: number
}

/** Counts of said-dates. */
export interface SaidTally {
  /** Statements that the text dates, and those with the right first and last day. */
  gold: number
  right: number
  /** Statements that the text does not date, and those that get a date. */
  undated: number
  dated: number
  /** The errors of the other dates: the number of statements by kind of error, then by type of statement. */
  readonly errors: Map<string, Record<QuoteType, number>>
}

/** Returns true for reported speech in the strict sense. */
export const isCore = (quote: GoldQuote): boolean => quote.core !== false

/**
 * The subsets of quotes with separate figures. A gold quote outside a subset does not count in it. Neither does a
 * prediction that is paired with such a quote, nor an unpaired prediction that lies mostly within such a quote.
 */
export const SUBSETS: Readonly<
  Record<string, { gold: (quote: GoldQuote) => boolean; predicted: (quote: PredictedQuote) => boolean }>
> = {
  marked: {
    gold: (quote) => quote.type !== 'indirect' && isCore(quote),
    predicted: ({ type }) => type !== 'indirect',
  },
  direct: {
    gold: (quote) => quote.type === 'direct' && isCore(quote),
    predicted: ({ type }) => type === 'direct',
  },
  core: { gold: isCore, predicted: () => true },
  core_indirect: {
    gold: (quote) => quote.type === 'indirect' && isCore(quote),
    predicted: ({ type }) => type === 'indirect',
  },
}

export interface QuoteTallies {
  readonly subsets: Readonly<Record<string, QuoteTally>>
  readonly names: NameTally
  readonly said: SaidTally
  readonly misses: Miss[]
}

const emptyTally = (): QuoteTally => ({
  gold: 0,
  predicted: 0,
  overlap: 0,
  j50: 0,
  j80: 0,
  exact: 0,
  whole: 0,
  speaker: 0,
  cue: 0,
  type: 0,
})

/** Returns tallies of zeros. */
export const emptyTallies = (): QuoteTallies => ({
  subsets: Object.fromEntries(Object.keys(SUBSETS).map((name) => [name, emptyTally()])),
  names: { gold: 0, right: 0, wrong: 0, none: 0, pronouns: 0, pronounsRight: 0, pronounsWrong: 0 },
  said: { gold: 0, right: 0, undated: 0, dated: 0, errors: new Map() },
  misses: [],
})
