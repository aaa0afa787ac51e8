/** `[start, end)` in UTF-16 code units of the document's text. */
export type Pair = readonly [number, number]

export type QuoteType = 'direct' | 'indirect' | 'mixed'

export interface GoldQuote {
  readonly content: readonly Pair[]
  readonly speaker: readonly Pair[] | null
  readonly cue: readonly Pair[] | null
  readonly type: QuoteType
  /** False for beliefs, polls and endorsements, which are not reported speech in the strict sense. Default: true. */
  readonly core?: boolean
  readonly speakerResolved?: { readonly name: string | null } | null
  readonly speakerIsPronoun?: boolean
  /** The first and the last day on which it can have been said. */
  readonly said?: readonly [string, string]
}

export interface GoldDate {
  readonly start: number
  readonly end: number
  readonly type: string
  /** A TIMEX3 value. */
  readonly value: string
}

/** One line of an annotated corpus. */
export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly date?: string
  readonly dct?: string
  readonly quotes?: readonly GoldQuote[]
  readonly timexes?: readonly GoldDate[]
  /** Parts of the text without annotations, such as boilerplate. */
  readonly discard?: readonly Pair[]
}

export interface PredictedQuote {
  readonly content: readonly Pair[]
  readonly speaker: readonly Pair[] | null
  readonly cue: readonly Pair[] | null
  readonly type: QuoteType
  readonly name: string | null
  readonly said: { readonly earliest: string | null; readonly latest: string | null }
}

export interface PredictedDate {
  readonly start: number
  readonly end: number
  readonly earliest: string | null
  readonly latest: string | null
}

export interface Prediction {
  readonly quotes: readonly PredictedQuote[]
  readonly dates: readonly PredictedDate[]
}

/** An error of the engine, for a person to read. */
export interface Miss {
  readonly id: string
  readonly kind:
    | 'missed'
    | 'invented'
    | 'span'
    | 'speaker'
    | 'said'
    | 'false date'
    | 'date missed'
    | 'date invented'
    | 'date value'
  readonly gold: string | null
  readonly predicted: string | null
}
