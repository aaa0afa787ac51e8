import type { Grammar } from '../grammar/analyze.ts'
import { WORKS } from '../lexicon/cues/works.ts'
import { WordClass } from '../lexicon/grammar/word-class.ts'
import { startsUpper } from '../lexicon/text/characters.ts'
import type { Document, Paragraph, Token } from '../types/document.ts'
import type { Quotation } from '../types/finding.ts'

/** A quotation whose use is not decided yet: its words in the first paragraph, tokens `[first, last)`. */
export interface QuotationCandidate {
  readonly first: number
  readonly last: number
  readonly paragraph: Paragraph
  /** True if the quotation continues beyond the end of its paragraph. */
  readonly runsOn: boolean
}

type UseRule = (
  document: Document,
  grammar: Grammar,
  candidate: QuotationCandidate,
) => Quotation['use'] | undefined

const wordAt = ({ tokens }: Document, index: number): string => tokens[index]?.lower ?? ''

const NAMING = new Set(
  'so-called called dubbed nicknamed termed titled entitled labeled labelled named known as'.split(' '),
)
const WORD_NOUNS = new Set('word words term phrase label moniker title headline hashtag adjective'.split(' '))
const SIGNS = new Set(
  'sign signs banner banners placard placards hat hats shirt shirts t-shirt t-shirts slogan slogans motto poster posters sticker stickers'.split(
    ' ',
  ),
)

const SHOWING = new Set(
  'reading read reads that which saying said says with proclaiming declaring emblazoned bearing , :'.split(
    ' ',
  ),
)

/** The number of tokens before a quotation that are searched for a word that tells its use. */
const LOOK_BACK = 4

const RULES: readonly UseRule[] = [heading, nickname, slogan, naming, title, speech]

/** Returns the use of a pair of quotation marks. The first rule that returns a use decides. */
export function useOf(document: Document, grammar: Grammar, candidate: QuotationCandidate): Quotation['use'] {
  for (const rule of RULES) {
    const use = rule(document, grammar, candidate)
    if (use) return use
  }
  return 'fragment'
}

const HEADING_WORDS = 16
/** The longest subheading in single quotation marks, in tokens with its final mark. */
const SUBHEADING_WORDS = 8

/** Recognizes a heading: a short line of its own without a final mark. */
function heading(
  document: Document,
  _grammar: Grammar,
  { first, last, paragraph, runsOn }: QuotationCandidate,
) {
  if (runsOn || last - first > HEADING_WORDS) return undefined
  const start = document.sentences[paragraph.firstSentence]?.firstToken ?? 0
  const end = document.sentences[paragraph.lastSentence - 1]?.lastToken ?? 0
  const alone = first - start <= 1 && end - last <= 1
  if (alone && wordAt(document, first - 1) === "'" && last - first <= SUBHEADING_WORDS) return 'heading'
  return alone &&
    !/^[.!?…,]$/.test(wordAt(document, last - 1)) &&
    !/^[.!?…,]$/.test(wordAt(document, end - 1))
    ? 'heading'
    : undefined
}

/** Recognizes a nickname: it stands between a given name and a surname. */
function nickname({ tokens }: Document, { classes }: Grammar, { first, last }: QuotationCandidate) {
  if (last - first > 3) return undefined
  const between = classes[first - 2] === WordClass.name && classes[last + 1] === WordClass.name
  const adjacent = tokens[first - 2]?.sentence === tokens[last + 1]?.sentence
  return between && adjacent && startsUpper(tokens[first]?.text ?? '') ? 'nickname' : undefined
}

/** Recognizes words on a sign, a hat or a banner: "a sign reading", "banners that said", "the slogan". */
function slogan(document: Document, _grammar: Grammar, { first, last }: QuotationCandidate) {
  if (last - first > 12) return undefined
  const sign = lookBack(document, first, SIGNS)
  if (sign === undefined) return undefined
  return sign === first - 2 || SHOWING.has(wordAt(document, sign + 1)) ? 'slogan' : undefined
}

function naming(document: Document, _grammar: Grammar, { first, last }: QuotationCandidate) {
  if (last - first > 5) return undefined
  const before = wordAt(document, first - 2)
  if (before === 'so-called' || WORD_NOUNS.has(before)) return 'scare'
  const named = NAMING.has(before) && (before !== 'as' || wordAt(document, first - 3) === 'known')
  return named && before !== 'called' ? 'scare' : undefined
}

/** Returns the nearest of the given words before a quotation in its clause; undefined if there is none. */
function lookBack(document: Document, first: number, words: ReadonlySet<string>): number | undefined {
  for (let index = first - 2; index >= 0 && index > first - 2 - LOOK_BACK; index--) {
    if (words.has(wordAt(document, index))) return index
    if (/^[.;!?"]$/.test(wordAt(document, index))) return undefined
  }
  return undefined
}

/** Recognizes the title of a work: its words are capitalized. */
function title(document: Document, _grammar: Grammar, { first, last, runsOn }: QuotationCandidate) {
  if (runsOn || last - first > 10) return undefined
  let capitals = 0
  let small = 0
  for (let index = first; index < last; index++) {
    const token = document.tokens[index] as Token
    if (token.kind !== 'word') continue
    if (startsUpper(token.text)) capitals++
    else if (token.text.length > 3) small++
  }
  const ended = /^[!?]$/.test(wordAt(document, last - 1))
  if (capitals > 0 && followsBroadcaster(document, first)) return 'title'
  if (capitals > 0 && lookBack(document, first, WORKS) !== undefined) return 'title'
  return capitals >= 2 && small === 0 && !ended ? 'title' : undefined
}

/** The longest name of a broadcaster, in tokens. */
const LONGEST_BROADCASTER = 3

/** Returns true after a broadcaster in the possessive: "on ABN’s “The Hour with Otto Lind”", "told Fox News’s “Life”". */
function followsBroadcaster(document: Document, first: number): boolean {
  if (!/^['’]s$/.test(wordAt(document, first - 2)) || !startsUpper(document.tokens[first]?.text ?? ''))
    return false
  const owner = document.tokens[first - 3]
  if (!owner || !(/^[A-Z]{2,}$/.test(owner.text) || /^(?:news|channel|radio|network)$/.test(owner.lower)))
    return false
  let at = first - 3
  while (at > first - 3 - LONGEST_BROADCASTER && startsUpper(document.tokens[at]?.text ?? '')) at--
  return /^(?:on|told|to|via)$/.test(wordAt(document, at))
}

/**
 * Recognizes speech: a sentence or a clause that ends with its own mark, or that holds a finite verb and some more
 * words.
 */
function speech(document: Document, grammar: Grammar, { first, last, runsOn }: QuotationCandidate) {
  if (runsOn) return 'speech'
  const finalMark = /^[.,!?…—]$/.test(wordAt(document, last - 1))
  if (finalMark && startsUpper(document.tokens[first]?.text ?? '')) return 'speech'
  let verbs = 0
  for (let index = first; index < last && verbs === 0; index++) {
    const group = grammar.verbGroupOf[index] as number
    if (group >= 0 && grammar.verbGroups[group]?.form === 'finite') verbs++
  }
  return verbs > 0 && last - first >= 4 ? 'speech' : undefined
}
