/** Roles that a clause tells: "Lee is the chief of the village", "Lee has led the council since May", "Its coach is Ann Lee". */
import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { isRelation } from '../../lexicon/names/role-nouns.ts'
import { VERB_NOUNS } from '../../lexicon/names/role-synonyms.ts'
import { isRoleNoun } from '../../lexicon/names/role-words.ts'
import type { NameMention } from '../../people/cast.ts'
import { complementEnd, makeRole, type Role } from '../../people/roles/roles.ts'
import {
  endOfSentence,
  firstTokenOfSentence,
  foldedAt,
  lowerAt,
  textOf,
  type Words,
} from '../../reader/words.ts'

/** A role, and the token after the words that tell it. */
export interface ToldRole {
  readonly role: Role
  readonly last: number
}

/** The longest role in a clause, in tokens. */
const LONGEST_ROLE = 14

/** Returns the roles that the clause around a name tells. */
export function rolesToldAt(words: Words, { last, phraseFirst, first }: NameMention): ToldRole[] {
  const mark = lowerAt(words, last)
  const clause =
    mark === ',' && lowerAt(words, last + 1) === 'who' ? last + 2 : mark === "'" ? last + 1 : last
  const opening = Math.min(phraseFirst, first)
  const before = roleBeforeName(words, opening) ?? roleBeforeComma(words, opening)
  const wordClass = words.classes[clause]
  if (wordClass !== WordClass.verb && wordClass !== WordClass.auxiliary) {
    const inCourt = mark === ',' ? rolesInCourt(words, afterAppositives(words, last)) : []
    return before ? [before, ...inCourt] : inCourt
  }
  const office = afterCopula(words, clause)
  const held = office === undefined ? undefined : roleFrom(words, office)
  const told = held ? [held] : [...rolesOfAct(words, clause), ...rolesInCourt(words, clause)]
  return before ? [before, ...told] : told
}

export const WITNESS = 'witness'

/** People who speak to a court and are no witnesses. */
const OFFICERS = new Set(
  'prosecutor lawyer attorney barrister counsel solicitor advocate judge justice magistrate coroner kc qc sc defendant'.split(
    ' ',
  ),
)

/** Returns true for the role of a judge or a lawyer. */
export const isOfficer = (role: Role | null): boolean => role !== null && OFFICERS.has(role.head)

/** The longest appositives of a name, in tokens. */
const APPOSITIVES = 16

/** Returns the verb after "Lee, 31, of Mill Lane,"; the token after the name if there is none. */
function afterAppositives(words: Words, last: number): number {
  for (let at = last; at < last + APPOSITIVES && lowerAt(words, at) !== '.'; at++) {
    const wordClass = words.classes[at + 1]
    const acts = wordClass === WordClass.verb || wordClass === WordClass.auxiliary
    if (lowerAt(words, at) === ',' && acts) return at + 1
  }
  return last
}

/** Returns "witness" for a clause such as "told the jury", and "defendant" for one such as "denies murder". */
function rolesInCourt(words: Words, at: number): ToldRole[] {
  const verb = /^(?:has|have|had|is|was|were|who)$/.test(lowerAt(words, at)) ? at + 1 : at
  const [first, second, third] = [verb, verb + 1, verb + 2].map((index) => lowerAt(words, index))
  const isWitness =
    /^(?:testif(?:ied|ies))$/.test(first as string) ||
    (/^(?:gave|gives)$/.test(first as string) && second === 'evidence') ||
    (/^(?:told|tells)$/.test(first as string) && second === 'the' && HEARINGS.has(third as string))
  const isDefendant =
    (/^(?:denies|denied)$/.test(first as string) &&
      CHARGES.has(second === 'a' || second === 'the' ? (third as string) : (second as string))) ||
    (/^(?:charged|accused)$/.test(first as string) && verb > at) ||
    /^(?:pleaded|pleads|pled)$/.test(first as string) ||
    (first === 'on' && second === 'trial')
  const nouns = isWitness ? [WITNESS] : isDefendant ? ['defendant', 'accused'] : []
  return nouns.map((noun) => ({ role: actRole(words, noun, '', verb, verb + 1), last: verb + 1 }))
}

const HEARINGS = new Set(
  'court jury inquest tribunal inquiry trial judge coroner commission panel hearing'.split(' '),
)
const CHARGES = new Set(
  (
    'murder manslaughter rape theft fraud robbery burglary assault arson bribery corruption wounding smuggling trafficking ' +
    'charge charges count counts perjury conspiracy embezzlement kidnapping kidnap causing attempted one two three four five six seven ' +
    'eight nine ten eleven twelve all both'
  ).split(' '),
)

/** Returns the start of the office after "is", "has been", "was elected" or "serves as". */
function afterCopula(words: Words, at: number): number | undefined {
  let verb = at
  if (/^(?:has|have)$/.test(lowerAt(words, verb))) verb++
  const isChosen = /^(?:was|been|is)$/.test(lowerAt(words, verb)) && CHOSEN.test(lowerAt(words, verb + 1))
  if (isChosen) return skipDeterminers(words, verb + 2)
  if (/^(?:serves?|served|works?|worked|acts?)$/.test(lowerAt(words, verb)))
    return lowerAt(words, verb + 1) === 'as' ? skipDeterminers(words, verb + 2) : undefined
  if (lowerAt(words, verb) === 'took' && lowerAt(words, verb + 1) === 'over')
    return lowerAt(words, verb + 2) === 'as' ? skipDeterminers(words, verb + 3) : undefined
  const isHolding = verb > at ? lowerAt(words, verb) === 'been' : /^(?:is|became)$/.test(lowerAt(words, verb))
  return isHolding ? skipDeterminers(words, verb + 1) : undefined
}

const CHOSEN = /^(?:elected|re-elected|appointed|named|chosen|made|promoted)$/

function skipDeterminers(words: Words, from: number): number {
  let at = from
  while (/^(?:as|to|also|now|both|the|an?|its|their|his|her)$/.test(lowerAt(words, at))) at++
  return at
}

/** Returns the role that begins at a token; undefined if its head is no role. */
function roleFrom(words: Words, from: number): ToldRole | undefined {
  const limit = Math.min(endOfSentence(words, from), from + LONGEST_ROLE)
  let start = from
  let head = -1
  let at = from
  for (; at < limit; at++) {
    const wordClass = words.classes[at]
    if (wordClass === WordClass.noun || wordClass === WordClass.name) head = at
    else if (wordClass === WordClass.possessive) {
      start = at + 1
      head = -1
    } else if (wordClass !== WordClass.adjective && wordClass !== WordClass.number) break
  }
  const noun = foldedAt(words, head)
  if (head < start || head !== at - 1 || !isRoleNoun(noun) || isRelation(noun)) return undefined
  const last = complementEnd(words, at, limit)
  return { role: makeRole(words, start, last, head, from), last }
}

/** Returns "leader" of "has led the island council": the nouns for a person who does so. */
function rolesOfAct(words: Words, at: number): ToldRole[] {
  const verb = /^(?:has|have)$/.test(lowerAt(words, at)) ? at + 1 : at
  const nouns = VERB_NOUNS.get(lowerAt(words, verb))
  if (!nouns) return []
  const limit = Math.min(endOfSentence(words, verb), verb + LONGEST_ROLE)
  const last = complementEnd(words, verb + 1, limit)
  if (last <= verb + 1) return []
  const object = textOf(words, verb + 1, last)
  return nouns.map((noun) => ({ role: actRole(words, noun, ` of ${object}`, verb + 1, last), last }))
}

/** Builds the role of a noun that no word prints, with the tokens `[first, last)` that tell it. */
function actRole({ tokens }: Words, noun: string, field: string, first: number, last: number): Role {
  const text = `${noun}${field}`
  return {
    text,
    span: { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 },
    former: false,
    organization: null,
    words: [noun],
    head: noun,
    printed: new Set(text.toLowerCase().split(/[\s-]+/)),
  }
}

/** Returns "witness" of "The first witness, farmer Ann Lee,": the role before a comma and a titled name. */
function roleBeforeComma(words: Words, name: number): ToldRole | undefined {
  const head = name - 2
  if (
    lowerAt(words, name - 1) !== ',' ||
    !isRoleNoun(foldedAt(words, head)) ||
    isRelation(foldedAt(words, head))
  )
    return undefined
  const limit = firstTokenOfSentence(words, head)
  let start = head
  while (
    start > limit &&
    (words.classes[start - 1] === WordClass.adjective || words.classes[start - 1] === WordClass.noun)
  )
    start--
  if (start < limit || !/^(?:the|its|their)$/.test(lowerAt(words, start - 1))) return undefined
  return { role: makeRole(words, head, head + 1, head, start), last: name }
}

/** Returns "coach" of "Holm's coach is the former skier Ann Lee": the role before a copula and a name. */
function roleBeforeName(words: Words, name: number): ToldRole | undefined {
  const copula = /^(?:the|an?)$/.test(lowerAt(words, name - 1)) ? name - 2 : name - 1
  const head = copula - 1
  if (!/^(?:is|remains)$/.test(lowerAt(words, copula)) || !isRoleNoun(foldedAt(words, head))) return undefined
  const limit = firstTokenOfSentence(words, head)
  if (isRelation(foldedAt(words, head)) || head < limit) return undefined
  return { role: makeRole(words, head, copula, head, limit), last: name }
}
