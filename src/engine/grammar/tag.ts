import { WordClass } from '../lexicon/grammar/word-class.ts'
import { Can, isPastOnly, type WordReading } from '../lexicon/grammar/word-readings.ts'
import type { Document, Token } from '../types/document.ts'
import { joinsFields, joinsName } from './joined-names.ts'
import { openClass } from './open-class.ts'
import { classInSentence, setClass, type TagContext, type Tags } from './tag-context.ts'
import {
  decideApostropheS,
  decideAuxiliary,
  decideNegation,
  determinerOrPronoun,
  linkClass,
  punctuationClass,
  thatClass,
  toClass,
} from './tag-function-words.ts'
import { isNameToken } from './tag-names.ts'
import { decideVerb } from './tag-verbs.ts'

/** Gives each token its word class and verb form, from its spelling and its neighbors. */
export function tag(document: Document): Tags {
  const { tokens } = document
  const readings = new Array<WordReading>(tokens.length)
  const cans = new Int32Array(tokens.length)
  for (let index = 0; index < tokens.length; index++) {
    const { spelling } = tokens[index] as Token
    readings[index] = spelling
    cans[index] = spelling.can
  }
  const classes = new Uint8Array(tokens.length)
  const forms = new Uint8Array(tokens.length)
  for (const { firstToken: first, lastToken: last } of document.sentences) {
    const context = {
      tokens,
      classes,
      forms,
      readings,
      cans,
      first,
      last,
      titleCase: isTitleCase(tokens, readings, first, last),
    }
    for (let index = first; index < last; index++) decide(context, index)
  }
  return { classes, forms, readings, cans }
}

/**
 * Returns true for a sentence with nearly all words capitalized. A past tense in lower case excludes it: such a
 * sentence only has many names.
 */
function isTitleCase(
  tokens: readonly Token[],
  readings: readonly WordReading[],
  first: number,
  last: number,
): boolean {
  let capitals = 0
  let long = 0
  for (let index = first + 1; index < last; index++) {
    const token = tokens[index] as Token
    if (token.kind !== 'word' || token.text.length < 4) continue
    long++
    const { can, verb } = readings[index] as WordReading
    if (can & Can.capital) capitals++
    else if (isPastOnly(verb)) return false
  }
  return long >= 4 && capitals >= long * 0.75
}

/** The character "@". */
const AT = 64

function decide(context: TagContext, index: number) {
  const can = context.cans[index] as number
  const { lower } = context.tokens[index] as Token
  if ((lower.charCodeAt(0) === AT && lower.length > 1) || (lower === '&' && joinsName(context, index)))
    return setClass(context, index, WordClass.name)
  if (lower === ',' && joinsFields(context, index)) return setClass(context, index, WordClass.name)
  if (can & Can.punctuation) return setClass(context, index, punctuationClass(context, index, lower))
  if (isNameToken(context, index, can)) return setClass(context, index, WordClass.name)
  if (lower === "'s" || lower === '’s') return decideApostropheS(context, index)
  if (can & Can.negation && !(can & Can.coordinator)) return decideNegation(context, index, lower)
  if (lower === 'to') return setClass(context, index, toClass(context, index))
  if (lower === 'that') return setClass(context, index, thatClass(context, index))
  if (can & Can.auxiliary) return decideAuxiliary(context, index, lower)
  if (can & Can.wh)
    return setClass(
      context,
      index,
      lower === 'when' || lower === 'where' ? WordClass.subordinator : WordClass.wh,
    )
  if (lower === 'yet' && isVerbal(classInSentence(context, index - 1)))
    return setClass(context, index, WordClass.adverb)
  if (can & Can.coordinator && lower !== 'yet')
    return setClass(context, index, joinsName(context, index) ? WordClass.name : WordClass.coordinator)
  if (can & (Can.determiner | Can.pronoun))
    return setClass(context, index, determinerOrPronoun(context, index, can, lower))
  if (can & (Can.subordinator | Can.preposition))
    return setClass(context, index, linkClass(context, index, can))
  if (can & Can.number) return setClass(context, index, WordClass.number)
  if (can & Can.verb) return decideVerb(context, index)
  return setClass(context, index, openClass(context, index, can))
}

/** Returns true before the "yet" of "has not yet said" and "has yet to say". */
const isVerbal = (before: number): boolean => before === WordClass.auxiliary || before === WordClass.negation
