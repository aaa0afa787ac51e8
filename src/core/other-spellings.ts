import { fold } from './names.ts'
import type { SearchTerm } from './search-query.ts'

// Some words have two spellings with different stems: American and British, or a singular and an irregular plural. A
// rule may make a word that does not exist. Such a word finds nothing, so it does no harm.

/** A rule for a part of a word: for each spelling, a pattern and the replacement that gives the other spelling. */
interface Rule {
  readonly first: readonly [pattern: RegExp, replacement: string]
  readonly second: readonly [pattern: RegExp, replacement: string]
}

const either = (words: string): string => `(?:${words.trim().split(/\s+/).join('|')})`

/**
 * Builds a rule for a part of a word from the letters before and after the part. The American spelling or the singular
 * comes first.
 */
const rule = (before: string, [first, second]: readonly [string, string], after: string): Rule => ({
  first: [new RegExp(`^(${before})${first}(${after})$`), `$1${second}$2`],
  second: [new RegExp(`^(${before})${second}(${after})$`), `$1${first}$2`],
})

/** Words with an American o and a British ou: "color" is "colour". */
const OUR = either(`arb arm behavi cand clam col demean enam endeav fav ferv flav harb hon hum lab neighb od
  parl ranc rig rum sav savi splend succ tum val vap vig`)
/** Words in -re: "center" is "centre". */
const RE = either('cent theat met kilomet centimet millimet lit millilit fib calib meag sab somb spect lust')
/** Verbs whose last l doubles in British English: "traveled" is "travelled". */
const DOUBLED =
  either(`cancel channel counsel dial duel equal fuel funnel initial label level libel marshal marvel
  model panel pedal quarrel refuel rival shovel signal stencil total travel tunnel unravel`)
/** Words whose last l doubles in American English: "fulfill" is "fulfil". */
const UNDOUBLED = either('fulfi enro insta insti disti appa enthra ski wi')
/** The parts of words before and after an ae that American English writes as e: "anemia" is "anaemia". */
const BEFORE_AE = either('an c encyclop gyn h leuk medi orthop p')
const AFTER_AE = either('colog di[ac] diatr mi[ac] mo sar sthe val')

/** First parts of words that follow no other rule: "skeptical" is "sceptical". */
const BEGINNINGS: readonly (readonly [american: string, british: string])[] = [
  ['acknowledgment', 'acknowledgement'],
  ['aging', 'ageing'],
  ['aluminum', 'aluminium'],
  ['archeolog', 'archaeolog'],
  ['artifact', 'artefact'],
  ['cozy', 'cosy'],
  ['diarrhea', 'diarrhoea'],
  ['estrogen', 'oestrogen'],
  ['fet', 'foet'],
  ['gray', 'grey'],
  ['inquir', 'enquir'],
  ['jewelry', 'jewellery'],
  ['judgment', 'judgement'],
  ['maneuver', 'manoeuvre'],
  ['mold', 'mould'],
  ['mustache', 'moustache'],
  ['pajama', 'pyjama'],
  ['plow', 'plough'],
  ['skeptic', 'sceptic'],
  ['smolder', 'smoulder'],
  ['sulfur', 'sulphur'],
  ['yogurt', 'yoghurt'],
]

/** Plurals whose stem differs from the stem of the singular. */
const PLURALS: readonly (readonly [singular: string, plural: string])[] = [
  ['calf', 'calves'],
  ['child', 'children'],
  ['foot', 'feet'],
  ['goose', 'geese'],
  ['half', 'halves'],
  ['knife', 'knives'],
  ['leaf', 'leaves'],
  ['life', 'lives'],
  ['loaf', 'loaves'],
  ['mouse', 'mice'],
  ['person', 'people'],
  ['shelf', 'shelves'],
  ['thief', 'thieves'],
  ['tooth', 'teeth'],
  ['wife', 'wives'],
  ['wolf', 'wolves'],
]

const RULES: readonly Rule[] = [
  ...PLURALS.map((forms) => rule('', forms, '')),
  rule('.*', ['man', 'men'], ''),
  rule('', ['program', 'programme'], 's?'),
  rule('', ['percent', 'per cent'], ''),
  ...BEGINNINGS.map((spellings) => rule('', spellings, '.*')),
  rule('.*(?:anal|paral|catal|electrol)', ['yz', 'ys'], 'e|ed|es|er|ers|ing'),
  rule(`(?:dis|en|mis|un|re)?${OUR}`, ['or', 'our'], '.*'),
  rule(RE, ['er', 're'], 's?'),
  rule(RE, ['ered', 'red'], ''),
  rule('def|off|pret|lic', ['ense', 'ence'], '|s|d|less'),
  rule('practi', ['c', 's'], 'e|ed|es|ing'),
  rule('.{3,}', ['iz', 'is'], 'e|ed|es|er|ers|ing|able|ations?|ational'),
  rule('(?:anal|catal|dial|epil|monol|prol)og', ['', 'ue'], 's?'),
  rule(DOUBLED, ['', 'l'], 'ed|ings?|ers?|ors?|ous|ously'),
  rule(UNDOUBLED, ['ll', 'l'], 's?|ments?|ful|fully'),
  rule(BEFORE_AE, ['e', 'ae'], `${AFTER_AE}.*`),
]

function respell(word: string, from: keyof Rule): string {
  for (const one of RULES) {
    const [pattern, replacement] = one[from]
    if (pattern.test(word)) return word.replace(pattern, replacement)
  }
  return word
}

/**
 * Returns the spellings of a term of a search: the term as it was written, then its American and British spellings, and
 * its irregular plural or singular. A phrase has only its own spelling.
 */
export function spellingsOf({ text, isPhrase }: SearchTerm): readonly string[] {
  if (isPhrase) return [text]
  const folded = fold(text)
  const others = (['second', 'first'] as const)
    .map((from) => folded.replace(/\p{L}+/gu, (word) => respell(word, from)))
    .filter((other) => other !== folded)
  return [...new Set([text, ...others])]
}
