/** Names of bodies with "and" in them: "Ministry of Trade and Industry", "the Harbour and Fisheries Council". */
import { WordClass } from '../lexicon/grammar/word-class.ts'
import { Can } from '../lexicon/grammar/word-readings.ts'
import { Listed } from '../lexicon/names/name-lists.ts'
import { canInSentence, lowerInSentence, type TagContext } from './tag-context.ts'

/** The longest part of such a name, in tokens. */
const LONGEST_PART = 12
/** Lists of words that are no part of a body's name after "and". */
const OTHER_NAME = Listed.givenName | Listed.place | Listed.calendar
/** Lists of words that end the name of a body. */
const BODY = Listed.organizationNoun | Listed.organizationFirst

/** Returns true if the coordinator at `index` joins two parts of one name. The words before it are tagged. */
export function joinsName(context: TagContext, index: number): boolean {
  const joint = lowerInSentence(context, index)
  if (joint !== 'and' && joint !== '&') return false
  if (!isCapital(context, index - 1) || !isCapital(context, index + 1)) return false
  if (listsAt(context, index + 1) & OTHER_NAME) return false
  if (joint === '&') return true
  let first = index
  while (first > context.first && first > index - LONGEST_PART && isName(context, first - 1)) first--
  if (first === index) return false
  return namesField(context, first) || namesBody(context, first, index)
}

/** The most fields after a comma. */
const MOST_FIELDS = 6
/** The most words of a field. */
const LONGEST_FIELD = 3

/**
 * Returns true if the comma at `index` joins the fields of a body: the comma of "Ministry of Land, Coasts and Transport".
 * The words before it are tagged. A coordinator must precede the last field.
 */
export function joinsFields(context: TagContext, index: number): boolean {
  if (!isField(context, index - 1) || !isField(context, index + 1)) return false
  let first = index
  while (first > context.first && first > index - MOST_FIELDS * LONGEST_FIELD && isName(context, first - 1))
    first--
  if (first === index || !namesField(context, first)) return false
  for (let at = index, fields = 0; fields < MOST_FIELDS && lowerInSentence(context, at) === ','; fields++) {
    at++
    const isLast = /^(?:and|&)$/.test(lowerInSentence(context, at))
    if (isLast) at++
    const start = at
    while (at < start + LONGEST_FIELD && isField(context, at)) at++
    if (at === start) return false
    if (isLast) return true
    if (/^(?:and|&)$/.test(lowerInSentence(context, at))) return isField(context, at + 1)
  }
  return false
}

/** Returns true for a capitalized word that can name a field of work: no place, person, office or other body. */
function isField(context: TagContext, index: number): boolean {
  if (!isCapital(context, index) || (context.cans[index] as number) & Can.allCapitals) return false
  if (listsAt(context, index) & (OTHER_NAME | Listed.title)) return false
  return !(listsAt(context, index) & Listed.organizationNoun) || FIELDS.test(lowerInSentence(context, index))
}

/** Fields of work that are also nouns for bodies. */
const FIELDS =
  /^(?:industry|industries|trade|services|business|rights|works|enterprise|enterprises|studies|companies|museums|media)$/

/** Returns true after "Ministry of" and "Minister for". The words at `first` then begin a field of work. */
function namesField(context: TagContext, first: number): boolean {
  if (!/^(?:of|for|on)$/.test(lowerInSentence(context, first - 1))) return false
  if (listsAt(context, first) & (Listed.place | Listed.givenName)) return false
  const governor = first - 2
  const lists = listsAt(context, governor)
  if (/^(?:minister|ministers|secretary|ministry)$/.test(lowerInSentence(context, governor))) return true
  return isCapital(context, governor) && (lists & (Listed.organizationNoun | Listed.role)) !== 0
}

/** Returns true if only the second part ends with a noun for a body. Example: "the Harbour and Fisheries Council". */
function namesBody(context: TagContext, first: number, joint: number): boolean {
  if (lowerInSentence(context, first - 1) !== 'the' || listsAt(context, first) & Listed.givenName)
    return false
  if (listsAt(context, joint - 1) & (BODY | Listed.demonym | Listed.place)) return false
  if (context.cans[joint - 1]! & (Can.allCapitals | Can.adjective)) return false
  let last = joint + 1
  while (last < context.last && last < joint + LONGEST_PART && isCapital(context, last)) last++
  return last - joint > 2 && (listsAt(context, last - 1) & Listed.organizationNoun) !== 0
}

const isName = ({ classes }: TagContext, index: number): boolean => classes[index] === WordClass.name

const isCapital = (context: TagContext, index: number): boolean =>
  index >= context.first && (canInSentence(context, index) & Can.capital) !== 0

const listsAt = ({ tokens, first, last }: TagContext, index: number): number =>
  index >= first && index < last ? (tokens[index]?.spelling.lists ?? 0) : 0
