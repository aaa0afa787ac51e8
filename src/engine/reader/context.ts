import type { VerbCue } from '../cues/verb-cues.ts'
import type { Grammar } from '../grammar/analyze.ts'
import type { Document, Token } from '../types/document.ts'
import type { Quotation } from '../types/finding.ts'
import type { Words } from './words.ts'

/**
 * The longest clause, in tokens from its verb. Longer sentences are lists or noise. The limit keeps the time linear in
 * their length.
 */
export const LONGEST_CLAUSE = 300

/** The input of every rule about clauses and quotations. */
export interface Context extends Words {
  readonly grammar: Grammar
  readonly quotations: readonly Quotation[]
  /** For each token, the index of the outermost quotation that holds it, marks included, or -1. */
  readonly quotationOf: Int32Array
  /** For each verb group with a cue, the cue. */
  readonly cueOf: ReadonlyMap<number, VerbCue>
}

/** Builds the context of the rules, in time linear in the tokens. */
export function createContext(
  document: Document,
  grammar: Grammar,
  quotations: readonly Quotation[],
  cues: readonly VerbCue[],
): Context {
  return {
    document,
    tokens: document.tokens,
    classes: grammar.classes,
    forms: grammar.forms,
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

/** Returns the token after the quotation that holds the token at `at`, closing mark included. */
export function quotationEnd({ quotationOf }: Context, at: number): number {
  const own = quotationOf[at]
  let after = at
  while (after < quotationOf.length && quotationOf[after] === own) after++
  return after
}
