import type { Document } from '../types/document.ts'
import { chunk } from './chunk.ts'
import type { NounPhrase } from './noun-phrase.ts'
import { tag } from './tag.ts'
import type { Tags } from './tag-context.ts'
import type { VerbGroup } from './verb-group.ts'

/** The shallow syntax of a document, in arrays parallel to `Document.tokens`. */
export interface Grammar extends Tags {
  readonly nounPhrases: readonly NounPhrase[]
  readonly verbGroups: readonly VerbGroup[]
  /** For each token, the index of its noun phrase, or -1. */
  readonly nounPhraseOf: Int32Array
  /** For each token, the index of its verb group, or -1. */
  readonly verbGroupOf: Int32Array
}

/** Finds the word classes, noun phrases and verb groups of a document, in time linear in its tokens. */
export function analyze(document: Document): Grammar {
  const tags = tag(document)
  const { classes, forms, readings, cans } = tags
  const { nounPhrases, verbGroups } = chunk(document, tags)
  return {
    classes,
    forms,
    readings,
    cans,
    nounPhrases,
    verbGroups,
    nounPhraseOf: owners(nounPhrases, document.tokens.length),
    verbGroupOf: owners(verbGroups, document.tokens.length),
  }
}

function owners(
  groups: readonly { readonly first: number; readonly last: number }[],
  size: number,
): Int32Array {
  const owner = new Int32Array(size).fill(-1)
  let index = 0
  for (const { first, last } of groups) {
    for (let token = first; token < last; token++) owner[token] = index
    index++
  }
  return owner
}
