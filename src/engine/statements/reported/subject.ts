import { rateOf } from '../../cues/lexicon.ts'
import { DAY_NAMES } from '../../cues/time-words.ts'
import { WRITINGS } from '../../cues/writings.ts'
import type { VerbGroup } from '../../grammar/chunk.ts'
import { canBe } from '../../grammar/inflect.ts'
import { VerbForm, WordClass } from '../../grammar/word-class.ts'
import { type Context, classAt, isClosingMark, isDash, lowerAt, type Range, sentenceAt } from './context.ts'
import { isTimePhrase, nounPhraseOf, parenthesisStart, phraseBefore, verbGroupOf } from './phrases.ts'

/** An opening without a noun phrase is taken for a subject up to this length, in tokens. */
const LONGEST_OPENING = 5
/** A relative clause without commas is no longer than this, in tokens. */
const RELATIVE_LOOK = 15
/** Appositives are followed back over no more commas than these. */
const APPOSITIVES = 4
/** No more verb groups than these are looked at for a subject that two verbs share. */
const GROUPS_LOOKED_AT = 12
/** A verb stands before its subject after a quotation from this rate beside quotations on, in tenths. */
const INVERTED_STRENGTH = 8

/** The subject of a verb group, as tokens; null where none is found. */
export function subjectOf(context: Context, index: number): Range | null {
  const group = context.grammar.verbGroups[index] as VerbGroup
  if (group.form === 'finite' || group.form === 'participle') {
    return (
      subjectBefore(context, group.first) ??
      sharedSubject(context, index) ??
      sentenceOpening(context, group.first)
    )
  }
  return ownerOfGerund(context, group) ?? sharedSubject(context, index) ?? subjectAfter(context, index)
}

/** The words between the start of a sentence and its verb, where the grammar made no phrase of them. */
function sentenceOpening(context: Context, first: number): Range | null {
  const { firstToken } = sentenceAt(context, first)
  if (first === firstToken || first - firstToken > LONGEST_OPENING) return null
  for (let at = firstToken; at < first; at++) {
    const wordClass = classAt(context, at)
    const plain = wordClass !== WordClass.punctuation && wordClass !== WordClass.preposition
    if (!plain || wordClass === WordClass.subordinator || context.grammar.verbGroupOf[at] !== -1) return null
  }
  return { first: firstToken, last: first }
}

/** "with voters saying", "a crowd chanting": the phrase right before a gerund, unless it is a piece of writing. */
function ownerOfGerund(context: Context, group: VerbGroup): Range | undefined {
  const phrase = group.form === 'gerund' ? nounPhraseOf(context, group.first - 1) : undefined
  if (!phrase || phrase.last !== group.first || isTimePhrase(context, phrase)) return undefined
  if (WRITINGS.has(lowerAt(context, phrase.head))) return undefined
  const owner = phraseBefore(context, group.first)
  if (!owner || isObject(context, owner)) return undefined
  return hangsOnPreposition(context, owner) && lowerAt(context, owner.first - 1) !== 'with'
    ? undefined
    : owner
}

/** "remember Lee going on air, declaring": whose acts somebody saw goes on acting. */
function ownerOfSeen(context: Context, group: VerbGroup): Range | undefined {
  const owner = group.form === 'gerund' ? ownerOfGerund(context, group) : undefined
  if (!owner) return undefined
  const verb = context.grammar.verbGroups[context.grammar.verbGroupOf[owner.first - 1] ?? -1]
  return verb?.last === owner.first && SEEING.test(lowerAt(context, verb.head)) ? owner : undefined
}

const SEEING =
  /^(?:show|hear|see|saw|film|record|watch|catch|caught|remember|recall|captur|witness|find|found)/

/** "They launched petitions calling for it": what a verb takes speaks no more than that verb's subject does. */
function isObject(context: Context, { first }: Range): boolean {
  const verb = verbGroupOf(context, first - 1)
  return verb !== undefined && verb.last === first && !PERCEIVING.test(lowerAt(context, verb.head))
}

/** "a video shows him saying", "it included aides saying", "he is a puppet saying". */
const PERCEIVING =
  /^(?:['’]s|is|are|was|were|be|been|show|hear|see|saw|film|record|catch|caught|feature|depict|portray|quot|cit|ha[ds]|have|captur|find|found|witness|remember|recall|includ|receiv|giv|leav|left)/

/** The subject that stands right before the verb group at `first`, over adverbs, times and parentheses. */
export function subjectBefore(context: Context, first: number): Range | undefined {
  const floor = sentenceAt(context, first).firstToken
  const at = skipLeft(context, first - 1, floor)
  if (at < floor) return undefined
  const lower = lowerAt(context, at)
  if (lower === ',' || lower === ')' || isDash(lower)) {
    const owner = ownerBefore(context, at) ?? (lower === ',' ? ownerBefore(context, at - 1) : undefined)
    const last = lower === ')' ? at + 1 : at
    return owner && !isTimeOnly(context, owner) ? { first: owner.first, last } : undefined
  }
  const described = verbGroupOf(context, at)
  if (described && (described.form === 'participle' || at < first - 1))
    return phraseBefore(context, described.first)
  const isRelative = classAt(context, at) === WordClass.wh
  if (isRelative) return { first: at, last: at + 1 }
  const phrase = phraseBefore(context, /^(?:him|her|it|them)sel/.test(lowerAt(context, at)) ? at : at + 1)
  if (!phrase || isPlaced(context, phrase, floor)) return undefined
  return relativeOwner(context, phrase, floor) ?? reducedOwner(context, phrase, floor) ?? phrase
}

/** Parentheses in a relative clause are stepped out of no more often than this. */
const NESTED = 3

/**
 * The phrase that a parenthesis closed at `close` belongs to: "Ann Lee, a nurse,"; "Ann Lee, whose firm, Holt, sells
 * tea,"; "Ann Lee, meanwhile, who sells tea,".
 */
function ownerBefore(context: Context, close: number): Range | undefined {
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
  return (nearest && reducedOwner(context, nearest, firstToken)) ?? ownerOf(context, nearest)
}

/** "left early, but in a later interview said": what a preposition opens after a conjunction is no subject. */
function isPlaced(context: Context, { first }: Range, floor: number): boolean {
  let at = first - 1
  while (
    at > floor &&
    (classAt(context, at) === WordClass.adverb || classAt(context, at) === WordClass.determiner)
  )
    at--
  if (/^(?:least|most|all)$/.test(lowerAt(context, at + 1)) || DAY_NAMES.has(lowerAt(context, first)))
    return false
  return at > floor && PLACING.has(lowerAt(context, at)) && classAt(context, at - 1) === WordClass.coordinator
}

const PLACING = new Set('in at on during'.split(' '))

/**
 * "Those who met the mayor said": where the phrase before the verb belongs to a relative clause without commas,
 * the phrase that the clause describes, the clause included.
 */
function relativeOwner(context: Context, phrase: Range, floor: number): Range | undefined {
  let at = phrase.first - 1
  if (classAt(context, at) === WordClass.preposition || classAt(context, at) === WordClass.adverb) at--
  const group = context.grammar.verbGroupOf[at] ?? -1
  if (group === -1) return undefined
  for (let steps = 0; at > floor && steps < RELATIVE_LOOK; at--, steps++) {
    const lower = lowerAt(context, at)
    if (lower === ',' || lower === ';' || context.cueOf.has(context.grammar.verbGroupOf[at] ?? -1))
      return undefined
    if (lower !== 'who' && lower !== 'which' && lower !== 'that') continue
    const owner = phraseBefore(context, at)
    return owner && { first: owner.first, last: phrase.last }
  }
  return undefined
}

/**
 * "A man arrested in the raid said", "sources close to the club said": where a preposition parts the phrase from a verb
 * that nothing parts from the words before it, those are the subject, and the verb describes them.
 */
export function reducedOwner(context: Context, phrase: Range, floor: number): Range | undefined {
  const at = phrase.first - 2
  if (at <= floor || classAt(context, at + 1) !== WordClass.preposition) return undefined
  const group = verbGroupOf(context, at)
  if (!group || group.last !== at + 1 || group.first !== at || !canDescribe(context, group)) return undefined
  const owner = phraseBefore(context, at)
  if (!owner || owner.first < floor) return undefined
  const before = classAt(context, owner.first - 1)
  const opens = owner.first === floor || before === WordClass.punctuation || before === WordClass.coordinator
  return opens || before === WordClass.subordinator ? { first: owner.first, last: phrase.last } : undefined
}

/** A verb of one word that can be a participle: "arrested", "living"; and "close". */
function canDescribe(context: Context, { first, form }: VerbGroup): boolean {
  if (form === 'gerund' || form === 'participle' || lowerAt(context, first) === 'close') return true
  return canBe(context.document.tokens[first]?.spelling.verb, VerbForm.participle)
}

const ownerOf = (context: Context, nearest: Range | undefined): Range | undefined =>
  namedOwner(context, nearest) ?? nearest

/** "Ann Lee, 67, a nurse,": back over further commas to the name, where there is one. */
function namedOwner(context: Context, nearest: Range | undefined): Range | undefined {
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

/** "R-Ohio" of "Sen. Ann Lee, R-Ohio, a member of the panel, said". */
const PARTY = /^[rdi]-/

const isTimeOnly = (context: Context, range: Range): boolean => {
  const phrase = nounPhraseOf(context, range.last - 1)
  return phrase !== undefined && phrase.first === range.first && isTimePhrase(context, phrase)
}

/** Back over adverbs, "on Tuesday", "Wednesday night". */
function skipLeft(context: Context, from: number, floor: number): number {
  let at = from
  while (at >= floor) {
    if (classAt(context, at) === WordClass.adverb || /^(?:first|last)$/.test(lowerAt(context, at))) {
      at--
      continue
    }
    const phrase = nounPhraseOf(context, at)
    if (!phrase || phrase.last !== at + 1 || !isTimePhrase(context, phrase)) return at
    const counted = startOfCount(context, phrase.first)
    const preposition = classAt(context, counted - 1) === WordClass.preposition
    const before = preposition ? counted - 2 : counted - 1
    const mark = lowerAt(context, before)
    if (before < floor || !(isPhraseOrVerb(context, before) || mark === ',' || mark === ')')) return at
    if (mark === ',' && !closesParenthesis(context, before)) return at
    at = before
  }
  return at
}

/** "less than two weeks ago", "about a year later": the first token of what counts a time. */
function startOfCount(context: Context, first: number): number {
  if (lowerAt(context, first - 1) === 'than') return first - 2
  return /^(?:about|almost|nearly|over|roughly|some|just|only)$/.test(lowerAt(context, first - 1))
    ? first - 1
    : first
}

const isPhraseOrVerb = (context: Context, at: number): boolean =>
  nounPhraseOf(context, at) !== undefined ||
  context.grammar.verbGroupOf[at] !== -1 ||
  classAt(context, at) === WordClass.wh

const closesParenthesis = (context: Context, close: number): boolean => {
  const open = parenthesisStart(context, close)
  return open !== undefined && phraseBefore(context, open) !== undefined
}

/** The subject of the clause that a second verb or a participle belongs to: "left and said", "left, saying". */
function sharedSubject(context: Context, index: number): Range | null {
  const { verbGroups } = context.grammar
  const own = verbGroups[index] as VerbGroup
  const floor = sentenceAt(context, own.first).firstToken
  let fallback: Range | null = null
  for (let at = index - 1; at >= 0 && at >= index - GROUPS_LOOKED_AT; at--) {
    const group = verbGroups[at] as VerbGroup
    if (group.first < floor) break
    const seen = own.form === 'gerund' ? ownerOfSeen(context, group) : undefined
    if (seen) return seen
    if (group.form !== 'finite') continue
    if (context.quotationOf[group.first] !== -1 && context.quotationOf[own.first] === -1) continue
    const inverted = invertedSubject(context, group)
    if (inverted) return inverted
    const subject = subjectBefore(context, group.first)
    if (!subject) continue
    if (hangsOnPreposition(context, subject)) fallback ??= subject
    else if (!isEmbedded(context, subject) || isSameClause(context, subject, group, own)) return subject
    fallback ??= subject
  }
  return fallback
}

/** "makers of drugs like Valar were": what a preposition governs is nobody's subject. */
function hangsOnPreposition(context: Context, { first }: Range): boolean {
  const before = lowerAt(context, first - 1)
  if (classAt(context, first - 1) !== WordClass.preposition || CLAUSE_OPENERS.has(before) || before === 'of')
    return false
  const phrase = nounPhraseOf(context, first)
  const dated = phrase?.kind === 'name' && DAY_NAMES.has(lowerAt(context, first))
  return !dated && classAt(context, first) !== WordClass.number
}

/** "“…,” wrote a reader, adding": the phrase after a verb that follows a quotation. */
function invertedSubject(context: Context, { first, last }: VerbGroup): Range | undefined {
  if (!isClosingMark(lowerAt(context, first - 1))) return undefined
  const cue = context.cueOf.get(context.grammar.verbGroupOf[first] ?? -1)
  if (!cue || rateOf(cue.verb, 'quote') < INVERTED_STRENGTH) return undefined
  const phrase = nounPhraseOf(context, last)
  return phrase?.first === last ? { first: last, last: phrase.last } : undefined
}

/** "who left and said", "as they go on to say": a clause goes on where no comma closed it, or where verb meets verb. */
function isSameClause(context: Context, { first }: Range, group: VerbGroup, own: VerbGroup): boolean {
  if (group.last === own.first) return true
  if (classAt(context, first) !== WordClass.wh) return false
  for (let at = group.last; at < own.first; at++) if (lowerAt(context, at) === ',') return false
  return true
}

/** Prepositions by their form that open a clause where a subject and its verb follow. */
const CLAUSE_OPENERS = new Set('as after before since until because than'.split(' '))

/** True for the subject of a relative, subordinate or reported clause. */
function isEmbedded(context: Context, { first }: Range): boolean {
  const own = classAt(context, first)
  if (own === WordClass.wh) return true
  let opener = first - 1
  while (classAt(context, opener) === WordClass.adverb) opener--
  if (lowerAt(context, opener) === 'that') return true
  const before = classAt(context, opener)
  if (before === WordClass.subordinator || before === WordClass.wh) return true
  if (CLAUSE_OPENERS.has(lowerAt(context, opener))) return true
  return verbGroupOf(context, first - 1) !== undefined
}

/** "Noting that it rained, the mayor left": the subject of the clause a first participle leads up to. */
function subjectAfter(context: Context, index: number): Range | null {
  const { verbGroups } = context.grammar
  const own = verbGroups[index] as VerbGroup
  const { lastToken } = sentenceAt(context, own.first)
  for (let at = index + 1; at < verbGroups.length && at <= index + GROUPS_LOOKED_AT; at++) {
    const group = verbGroups[at] as VerbGroup
    if (group.first >= lastToken) break
    const subject = group.form === 'finite' ? subjectBefore(context, group.first) : undefined
    if (subject && lowerAt(context, subject.first - 1) === ',') return subject
  }
  return null
}
