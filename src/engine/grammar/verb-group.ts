import { BE, HAVE } from '../lexicon/grammar/closed-classes.ts'
import { VerbForm, WordClass } from '../lexicon/grammar/word-class.ts'
import type { Token } from '../types/document.ts'
import type { Tags } from './tag-context.ts'

/** A verb with its auxiliaries and the negation and adverbs between them, tokens `[first, last)`. */
export interface VerbGroup {
  readonly first: number
  readonly last: number
  /** The token of the full verb, or of the last auxiliary if there is no full verb ("is", "has"). */
  readonly head: number
  readonly form: 'finite' | 'infinitive' | 'participle' | 'gerund'
  readonly negated: boolean
  /** The token of the modal ("would"), or -1. */
  readonly modal: number
  readonly perfect: boolean
  readonly passive: boolean
}

/**
 * Returns the verb group that begins at `index`; undefined if there is none. A group never crosses the end of its
 * sentence.
 */
export function verbGroupAt(
  tags: Tags,
  tokens: readonly Token[],
  index: number,
  limit: number,
): VerbGroup | undefined {
  const { classes, forms } = tags
  if (!opensVerbGroup(classes, index)) return undefined
  const infinitive = classes[index] === WordClass.to
  let head = -1
  let last = index
  let modal = -1
  let negated = false
  let at = index
  for (; at < limit; at++) {
    const wordClass = classes[at]
    if (wordClass === WordClass.verb) {
      if (head >= 0 && classes[head] === WordClass.verb) break
      head = at
      last = at + 1
    } else if (wordClass === WordClass.auxiliary) {
      if (head >= 0 && classes[head] === WordClass.verb) break
      if (forms[at] === VerbForm.modal) modal = at
      head = at
      last = at + 1
    } else if (wordClass === WordClass.negation) negated = true
    else if (wordClass !== WordClass.adverb && !(wordClass === WordClass.to && at === index)) break
    if (head >= 0 && classes[head] === WordClass.verb) break
  }
  if (head < 0) return undefined
  const isAuxiliary = classes[head] === WordClass.auxiliary
  if (isAuxiliary && head === last - 1 && classes[last] === WordClass.negation && last < limit) last++
  return {
    first: index,
    last,
    head,
    modal,
    negated: negated || classes[last - 1] === WordClass.negation,
    form: groupForm(tags, index, head, infinitive),
    perfect: holdsAuxiliary(tags, tokens, index, head, HAVE),
    passive: forms[head] === VerbForm.participle && holdsAuxiliary(tags, tokens, index, head, BE_FORMS),
  }
}

function opensVerbGroup(classes: Uint8Array, index: number): boolean {
  const wordClass = classes[index]
  return wordClass === WordClass.verb || wordClass === WordClass.auxiliary || wordClass === WordClass.to
}

/** The forms of "be", with the 's of "it's". */
const BE_FORMS: ReadonlySet<string> = new Set([...BE, "'s"])

/** Returns true if one of the auxiliaries stands among the tokens `[first, head)`. */
function holdsAuxiliary(
  { classes }: Tags,
  tokens: readonly Token[],
  first: number,
  head: number,
  auxiliaries: ReadonlySet<string>,
): boolean {
  for (let at = first; at < head; at++) {
    if (classes[at] === WordClass.auxiliary && auxiliaries.has((tokens[at] as Token).lower)) return true
  }
  return false
}

function groupForm(tags: Tags, first: number, head: number, infinitive: boolean): VerbGroup['form'] {
  if (infinitive) return 'infinitive'
  const form = tags.forms[first]
  const alone = first === head || tags.classes[first] !== WordClass.auxiliary
  if (form === VerbForm.gerund) return 'gerund'
  return alone && form === VerbForm.participle ? 'participle' : 'finite'
}
