/** Phrases with appositives, parentheses and clauses between a subject and its verb. */
import type { VerbGroup } from '../../grammar/verb-group.ts'
import { canBe } from '../../lexicon/grammar/inflect.ts'
import { VerbForm, WordClass } from '../../lexicon/grammar/word-class.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import type { Context } from '../../reader/context.ts'
import {
  isTimePhrase,
  nounPhraseOf,
  parenthesisStart,
  phraseBefore,
  verbGroupOf,
} from '../../reader/phrases.ts'
import { classAt, listsAt, lowerAt, type Range, sentenceAt } from '../../reader/words.ts'

/** The longest relative clause without commas, in tokens. */
const RELATIVE_LOOK = 15

/** The most commas before an appositive that still describes the name. */
const APPOSITIVES = 4

/** The deepest nesting of parentheses in a relative clause. */
const NESTED = 3

/**
 * Returns the phrase before the parenthesis that closes at `close`: "Ann Lee, a nurse,"; "Ann Lee, whose firm, Holt,
 * sells tea,"; "Ann Lee, meanwhile, who sells tea,".
 */
export function phraseDescribedBy(context: Context, close: number): Range | undefined {
  let open = parenthesisStart(context, close)
  for (let step = 0; step < NESTED && open !== undefined; step++) {
    const inner =
      verbGroupOf(context, open + 1)?.form === 'finite' ? parenthesisStart(context, open) : undefined
    if (inner === undefined) break
    open = parenthesisStart(context, inner) ?? inner
  }
  if (open === undefined) return undefined
  if (classAt(context, open - 1) === WordClass.adverb && lowerAt(context, open - 2) === ',') open -= 2
  if (classAt(context, open - 1) === WordClass.wh) return { first: open - 1, last: open }
  const nearest = phraseBefore(context, open)
  const { firstToken } = sentenceAt(context, open)
  return (
    (nearest && antecedentOfReducedRelative(context, nearest, firstToken)) ??
    nearestNamedPhrase(context, nearest)
  )
}

/**
 * Returns the antecedent of a relative clause without commas, with the clause. Example: "Those who met the mayor said".
 */
export function antecedentOfRelative(context: Context, phrase: Range, floor: number): Range | undefined {
  const joined = partnerBefore(context, phrase)
  if (!joined) return ownerOfClause(context, phrase, floor)
  const isThing = classAt(context, joined.first) !== WordClass.name
  const owner = ownerOfClause(context, { first: joined.first, last: phrase.last }, floor, isThing)
  return owner?.first === floor ? owner : undefined
}

/** Returns the antecedent of the clause before a phrase. If the phrase is a thing, a verb that reports may take it as its object. */
function ownerOfClause(context: Context, phrase: Range, floor: number, isThing = false): Range | undefined {
  let at = phrase.first - 1
  if (classAt(context, at) === WordClass.preposition || classAt(context, at) === WordClass.adverb) at--
  const group = context.grammar.verbGroupOf[at] ?? -1
  if (group === -1) return undefined
  for (let steps = 0; at > floor && steps < RELATIVE_LOOK; at--, steps++) {
    const lower = lowerAt(context, at)
    const reports = !isThing && context.cueOf.has(context.grammar.verbGroupOf[at] ?? -1)
    if (lower === ',' || lower === ';' || reports) return undefined
    if (lower !== 'who' && lower !== 'which' && lower !== 'that') continue
    const owner = phraseBefore(context, at)
    return owner && { first: owner.first, last: phrase.last }
  }
  return undefined
}

/** Returns the phrase that a coordinator joins to the phrase after it: "Ada Moss" of "the house of Ada Moss and Tom Fox". */
function partnerBefore(context: Context, { first }: Range): Range | undefined {
  const joint = classAt(context, first - 1) === WordClass.preposition ? first - 2 : first - 1
  if (classAt(context, joint) !== WordClass.coordinator || nounPhraseOf(context, first)?.kind !== 'name')
    return undefined
  return phraseBefore(context, joint)
}

/**
 * Returns the antecedent of a reduced relative clause: a verb that describes the phrase before it, because no comma
 * precedes it and a preposition follows. Examples: "A man arrested in the raid said", "sources close to the club said".
 */
export function antecedentOfReducedRelative(
  context: Context,
  phrase: Range,
  floor: number,
): Range | undefined {
  const at = beforeAct(context, beforePlaces(context, phrase.first, floor)) - 2
  if (at <= floor || classAt(context, at + 1) !== WordClass.preposition) return undefined
  const group = verbGroupOf(context, at)
  if (!group || group.last !== at + 1 || group.first !== at || !canDescribe(context, group)) return undefined
  const owner = phraseBefore(context, at)
  if (!owner || owner.first < floor || isSubjectOfNewClause(context, at + 1, phrase, owner)) return undefined
  const before = classAt(context, owner.first - 1)
  const opens = owner.first === floor || before === WordClass.punctuation || before === WordClass.coordinator
  return opens || before === WordClass.subordinator ? { first: owner.first, last: phrase.last } : undefined
}

/**
 * Returns true for the subject of a clause after "after" or "before". A person follows ("ended after Mayor Lena Voss
 * said"), or the phrase before the verb takes no reduced relative clause ("He left after Voss said").
 */
function isSubjectOfNewClause(context: Context, opener: number, phrase: Range, owner: Range): boolean {
  if (!/^(?:after|before|since|until)$/.test(lowerAt(context, opener)) || phrase.first !== opener + 1)
    return false
  const next = nounPhraseOf(context, phrase.first)
  if (next?.kind !== 'name' || isTimePhrase(context, next)) return false
  const isPerson = (listsAt(context, phrase.first) & (Listed.givenName | Listed.title)) !== 0
  const whole = nounPhraseOf(context, owner.first)
  const isNamed = whole?.kind === 'name' || /^(?:he|she|it|they|we|i)$/.test(lowerAt(context, owner.first))
  return isPerson || isNamed
}

/** Returns the start of the act after a participle: "stealing" of "a man accused of stealing cones". */
function beforeAct(context: Context, first: number): number {
  const act = verbGroupOf(context, first - 1)
  const isAct = act?.form === 'gerund' && classAt(context, act.first - 1) === WordClass.preposition
  return isAct ? act.first : first
}

/** Returns true for a verb of one word that can be a participle ("arrested", "living"), and for "close". */
function canDescribe(context: Context, { first, form }: VerbGroup): boolean {
  if (form === 'gerund' || form === 'participle' || lowerAt(context, first) === 'close') return true
  return canBe(context.document.tokens[first]?.spelling.verb, VerbForm.participle)
}

const nearestNamedPhrase = (context: Context, nearest: Range | undefined): Range | undefined =>
  nameBeforeAppositives(context, nearest) ?? nearest

/** Returns the name before a row of appositives. Example: "Ann Lee, 67, a nurse,". */
function nameBeforeAppositives(context: Context, nearest: Range | undefined): Range | undefined {
  let owner = nearest
  for (let step = 0; owner && step < APPOSITIVES; step++) {
    const phrase = nounPhraseOf(context, owner.first)
    const comma =
      classAt(context, owner.first - 1) === WordClass.preposition ? owner.first - 2 : owner.first - 1
    const placed = comma < owner.first - 1
    const isParty = PARTY.test(lowerAt(context, owner.first))
    if (!phrase || (phrase.kind === 'name' && !placed && !isParty) || lowerAt(context, comma) !== ',')
      return step === 0 ? owner : undefined
    const before = phraseBefore(context, comma)
    if (before && nounPhraseOf(context, before.first)?.kind === 'name') return before
    owner = before
  }
  return undefined
}

/** The party and state in a name's description: "R-Ohio" of "Sen. Ann Lee, R-Ohio, a member of the panel, said". */
const PARTY = /^[rdi]-/

/** The most phrases of time and place between a participle and its last phrase. */
const MOST_PLACES = 3

/** Returns the start of the first of several such phrases: "on Monday in the journal" of "published on Monday in the journal". */
function beforePlaces(context: Context, first: number, floor: number): number {
  let at = first
  for (let passed = 0; passed < MOST_PLACES; passed++) {
    const before = nounPhraseOf(context, at - 2)
    if (!before || before.last !== at - 1 || before.first - 2 <= floor) return at
    if (
      classAt(context, at - 1) !== WordClass.preposition ||
      classAt(context, before.first - 1) !== WordClass.preposition
    )
      return at
    if (!isTimePhrase(context, before)) return at
    at = before.first
  }
  return at
}
