import { BE, HAVE, PERSONAL_PRONOUNS } from '../lexicon/grammar/closed-classes.ts'
import { SURNAMES_IN_S } from '../lexicon/grammar/surnames-in-s.ts'
import { VerbForm, WordClass } from '../lexicon/grammar/word-class.ts'
import { Can } from '../lexicon/grammar/word-readings.ts'
import type { Document, Token } from '../types/document.ts'
import type { Tags } from './tag-context.ts'

/**
 * A base noun phrase, tokens `[first, last)`: determiners, modifiers and head, with possessors ("the mayor's aide").
 */
export interface NounPhrase {
  readonly first: number
  readonly last: number
  /** The head token: the last noun, name or number, or the pronoun. */
  readonly head: number
  readonly kind: 'pronoun' | 'name' | 'common' | 'number'
  readonly plural: boolean
}

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

const isInside = (wordClass: number): boolean =>
  wordClass === WordClass.noun ||
  wordClass === WordClass.name ||
  wordClass === WordClass.adjective ||
  wordClass === WordClass.number ||
  wordClass === WordClass.possessive

/** Cuts longer runs of modifiers and nouns, so that chunking stays linear: each token can begin a phrase. */
const LONGEST_PHRASE = 40

/** Returns the noun phrase that begins at `index`, or undefined. A phrase never crosses the end of its sentence. */
function nounPhraseAt(
  tags: Tags,
  tokens: readonly Token[],
  index: number,
  end: number,
): NounPhrase | undefined {
  const { classes } = tags
  const starts = classes[index]
  if (starts === WordClass.pronoun) return pronounPhrase(tags, tokens, index, end)
  const limit = Math.min(end, index + LONGEST_PHRASE)
  let at = index
  while (at < limit && classes[at] === WordClass.determiner) at++
  let head = -1
  let owned = false
  while (at < limit) {
    const wordClass = classes[at] as number
    if (wordClass === WordClass.noun || wordClass === WordClass.name || wordClass === WordClass.number)
      head = at
    else if (wordClass === WordClass.possessive) {
      owned ||= head >= 0
      head = -1
    } else if (wordClass === WordClass.adverb && at > index && isAdjectiveAt(classes, at + 1, limit))
      head = -1
    else if (!isInside(wordClass)) break
    at++
  }
  if (head < 0)
    return at > index && classes[at - 1] === WordClass.adjective && (owned || starts === WordClass.determiner)
      ? makePhrase(tags, tokens, index, at, at - 1)
      : undefined
  return makePhrase(tags, tokens, index, head + 1, head)
}

const isAdjectiveAt = (classes: Uint8Array, index: number, limit: number): boolean =>
  index < limit && classes[index] === WordClass.adjective

const PLURAL_PRONOUNS = new Set(
  'we us they them these those both many some others all several few'.split(' '),
)

function pronounPhrase(tags: Tags, tokens: readonly Token[], index: number, limit: number): NounPhrase {
  const owns = index + 2 < limit && tags.classes[index + 1] === WordClass.possessive
  if (owns && tags.classes[index + 2] !== WordClass.pronoun) {
    const owned = nounPhraseAt(tags, tokens, index + 2, limit)
    if (owned) return { ...owned, first: index }
  }
  const plural = PLURAL_PRONOUNS.has((tokens[index] as Token).lower)
  return { first: index, last: index + 1, head: index, kind: 'pronoun', plural }
}

function makePhrase(
  tags: Tags,
  tokens: readonly Token[],
  first: number,
  last: number,
  head: number,
): NounPhrase {
  const wordClass = tags.classes[head]
  const kind = wordClass === WordClass.name ? 'name' : wordClass === WordClass.number ? 'number' : 'common'
  const can = tags.cans[head] as number
  const { lower } = tokens[head] as Token
  const isPronoun = can & Can.pronoun && kind !== 'number' && PERSONAL_PRONOUNS.has(lower)
  const plural = (can & Can.plural) !== 0 && !(kind === 'name' && SURNAMES_IN_S.has(lower))
  return { first, last, head, kind: isPronoun ? 'pronoun' : kind, plural }
}

/** Returns the verb group that begins at `index`, or undefined. A group never crosses the end of its sentence. */
function verbGroupAt(
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
  if (head === last - 1 && classes[last] === WordClass.negation && last < limit) last++
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

/** True where one of the auxiliaries stands among the tokens `[first, head)`. */
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

/** Returns all noun phrases and verb groups of a document, in text order. */
export function chunk(
  document: Document,
  tags: Tags,
): { nounPhrases: NounPhrase[]; verbGroups: VerbGroup[] } {
  const nounPhrases: NounPhrase[] = []
  const verbGroups: VerbGroup[] = []
  for (const { firstToken, lastToken } of document.sentences) {
    for (let index = firstToken; index < lastToken; ) {
      const found = nounPhraseAt(tags, document.tokens, index, lastToken)
      if (found) {
        nounPhrases.push(found)
        index = found.last
        continue
      }
      const verbs = verbGroupAt(tags, document.tokens, index, lastToken)
      if (verbs) verbGroups.push(verbs)
      index = verbs ? verbs.last : index + 1
    }
  }
  return { nounPhrases, verbGroups }
}
