/** Names of bodies with "and" in them: "Ministry of Trade and Industry", "the Harbour and Fisheries Council". */
import { WordClass } from '../lexicon/grammar/word-class.ts'
import { Can } from '../lexicon/grammar/word-readings.ts'
import { Listed } from '../lexicon/names/name-lists.ts'
import { canInSentence, lowerInSentence, type TagContext } from './tag-context.ts'

/** The longest part of such a name, in tokens. */
const LONGEST_PART = 6
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

/** Returns true after "Ministry of" and "Minister for". The words at `first` then begin a field of work. */
function namesField(context: TagContext, first: number): boolean {
  if (!/^(?:of|for|on)$/.test(lowerInSentence(context, first - 1))) return false
  if (listsAt(context, first) & (Listed.place | Listed.givenName)) return false
  const governor = first - 2
  const lists = listsAt(context, governor)
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
