import type { Span } from '../../../core/span.ts'
import type { VerbCue } from '../../cues/find-cues.ts'
import type { Grammar } from '../../grammar/analyse.ts'
import type { Document, Quotation, Sentence, Token } from '../../types.ts'

/** A run of tokens, `[first, last)`. */
export interface Range {
  readonly first: number
  readonly last: number
}

/**
 * No clause is followed further than this from its verb, in tokens: longer sentences than any writer's are unbroken
 * lists or noise, and time must stay linear in them.
 */
export const LONGEST_CLAUSE = 300

/** What every rule for reported clauses reads. */
export interface Context {
  readonly document: Document
  readonly grammar: Grammar
  readonly quotations: readonly Quotation[]
  /** For each token the index of the outermost quotation that holds it, its marks included, or -1. */
  readonly quotationOf: Int32Array
  /** For each verb group the cue it carries. */
  readonly cueOf: ReadonlyMap<number, VerbCue>
}

/** Puts together what the rules read, in time linear in the tokens. */
export function createContext(
  document: Document,
  grammar: Grammar,
  quotations: readonly Quotation[],
  cues: readonly VerbCue[],
): Context {
  return {
    document,
    grammar,
    quotations,
    quotationOf: ownersOf(document.tokens, quotations),
    cueOf: new Map(cues.map((cue) => [cue.group, cue])),
  }
}

function ownersOf(tokens: readonly Token[], quotations: readonly Quotation[]): Int32Array {
  const owner = new Int32Array(tokens.length).fill(-1)
  let at = 0
  for (let index = 0; index < quotations.length; index++) {
    const quotation = quotations[index] as Quotation
    if (quotation.depth > 0) continue
    while (at < tokens.length && (tokens[at] as Token).end <= quotation.start) at++
    for (; at < tokens.length && (tokens[at] as Token).start < quotation.end; at++) owner[at] = index
  }
  return owner
}

/** The token after the quotation that holds the token at `at`, its closing mark included. */
export function quotationEnd({ quotationOf }: Context, at: number): number {
  const own = quotationOf[at]
  let after = at
  while (after < quotationOf.length && quotationOf[after] === own) after++
  return after
}

export const lowerAt = (context: Context, index: number): string =>
  context.document.tokens[index]?.lower ?? ''

export const classAt = (context: Context, index: number): number => context.grammar.classes[index] ?? -1

export function sentenceAt(context: Context, index: number): Sentence {
  const { tokens, sentences } = context.document
  return sentences[tokens[index]?.sentence ?? 0] as Sentence
}

/** The characters a run of tokens covers. The run must not be empty. */
export function spanOf({ document: { tokens } }: Context, { first, last }: Range): Span {
  return { start: (tokens[first] as Token).start, end: (tokens[last - 1] as Token).end }
}

const DASHES: ReadonlySet<string> = new Set(['—', '–', '-', '--', '---'])
export const isDash = (lower: string): boolean => DASHES.has(lower)
export const isComma = (lower: string): boolean => lower === ',' || isDash(lower)
const OPENING_MARKS: ReadonlySet<string> = new Set(['"', '“', '„', '«', '‘', "'", "''", '``', '‘‘'])
export const isOpeningMark = (lower: string): boolean => OPENING_MARKS.has(lower)
const CLOSING_MARKS: ReadonlySet<string> = new Set(['"', '”', '»', '’', "'", "''", '’’'])
export const isClosingMark = (lower: string): boolean => CLOSING_MARKS.has(lower)
