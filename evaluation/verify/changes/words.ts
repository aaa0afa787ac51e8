import type { Random } from '../random.ts'
import { englishSentence } from '../text/sentences.ts'
import { type Token, textOf } from '../text/token.ts'
import {
  ADJECTIVES,
  MONTHS,
  NOUNS,
  NUMBER_WORDS,
  PEOPLE_NOUNS,
  PLACES,
  SPELLINGS,
  SURNAMES,
  SYNONYMS,
  WEEKDAYS,
} from '../text/vocabulary.ts'
import { altered, inside, type Kind, replaced, type Source } from './kind.ts'

const pickOne = (random: Random, places: readonly number[]): number | undefined =>
  places.length > 0 ? random.pick(places) : undefined

/** Changes of single words. */
export const WORD_KINDS: readonly Kind[] = [
  altered('word dropped', ['left-out'], ({ words }, random) =>
    replaced(
      words,
      pickOne(
        random,
        inside(words, ({ tag }) => tag !== 'negation'),
      ),
      '',
    ),
  ),
  altered('word added', ['added'], ({ words, made }, random) => {
    const at = pickOne(
      random,
      inside(words, ({ after }) => after === ''),
    )
    const added = made.isEnglish
      ? random.pick([...ADJECTIVES, ...'really just also even still'.split(' ')])
      : 'XY'
    return at === undefined ? null : replaced(words, at, words[at]!.text, added)
  }),
  altered('synonym', ['other-word'], ({ words }, random) => {
    const at = pickOne(
      random,
      inside(words, ({ text }) => SYNONYMS.has(text)),
    )
    return at === undefined ? null : replaced(words, at, SYNONYMS.get(words[at]!.text)!)
  }),
  altered('other word', ['other-word', 'name', 'spelling', 'negation'], ({ words, made }, random) => {
    const nouns = [...NOUNS, ...PEOPLE_NOUNS]
    const at = pickOne(
      random,
      inside(words, ({ text }) => nouns.includes(text)),
    )
    return made.isEnglish && at !== undefined ? replaced(words, at, random.pick(nouns)) : null
  }),
  altered('name', ['name', 'spelling'], ({ words }, random) => {
    const at = pickOne(random, places(words, 'name'))
    return replaced(words, at, random.pick(random.chance(0.5) ? PLACES : SURNAMES))
  }),
  altered('number', ['number', 'date'], ({ words }, random) => {
    const at = pickOne(random, places(words, 'number'))
    return at === undefined ? null : replaced(words, at, otherNumber(words[at]!.text, random))
  }),
  altered('number form', ['number-form'], ({ words }, random) => {
    const at = pickOne(
      random,
      places(words, 'number').filter((place) => formOf(words[place]!.text) !== undefined),
    )
    return at === undefined ? null : replaced(words, at, formOf(words[at]!.text)!)
  }),
  altered('date', ['date', 'number', 'other-word', 'name'], ({ words, made }, random) => {
    const at = pickOne(random, places(words, 'date'))
    return made.isEnglish && at !== undefined ? replaced(words, at, otherDate(words[at]!.text, random)) : null
  }),
  altered('US/UK spelling', ['spelling'], ({ words }, random) => {
    const at = pickOne(
      random,
      words.flatMap(({ text }, place) => (SPELLINGS.has(text) ? [place] : [])),
    )
    return at === undefined ? null : replaced(words, at, SPELLINGS.get(words[at]!.text)!)
  }),
  altered('contraction', ['contraction'], ({ words }, random) => {
    const at = pickOne(
      random,
      inside(words, ({ text }, place) => text === 'not' && CONTRACTED.has(words[place - 1]!.text)),
    )
    if (at === undefined) return null
    const short = CONTRACTED.get(words[at - 1]!.text)!
    return textOf([...words.slice(0, at - 1), { ...words[at]!, text: short }, ...words.slice(at + 1)])
  }),
  altered(
    'OCR slip',
    ['spelling', 'negation', 'other-word', 'name', 'number', 'number-form', 'date'],
    ({ words }, random) => {
      const [at, text] = random.pick(slips(words)) ?? []
      return text === undefined ? null : replaced(words, at, text)
    },
  ),
  altered('capital inside', ['capitalization'], ({ words, made }, random) => {
    const isPlain = ({ text, tag }: Token, at: number): boolean =>
      tag === 'word' && /^\p{Ll}{3,}$/u.test(text) && !/[.!?]/u.test(words[at - 1]!.after)
    const at = pickOne(random, inside(words, isPlain))
    return made.isEnglish && at !== undefined
      ? replaced(
          words,
          at,
          words[at]!.text.replace(/^./u, (letter) => letter.toUpperCase()),
        )
      : null
  }),
  altered('order', ['order'], swapped),
  altered('two words', [], ({ words, made }, random) => {
    const [one, other] = random.shuffled(inside(words, ({ tag }) => tag === 'word')).slice(0, 2)
    if (!made.isEnglish || one === undefined || other === undefined || words.length < 9) return null
    const changed = words.map((found, at) =>
      at === one || at === other ? { ...found, text: random.pick(NOUNS) } : found,
    )
    return textOf(changed)
  }),
  altered(
    'half of another',
    [],
    ({ words, record }, random) => {
      const other = random.pick(record.statements)
      const [cut, otherWords] = [Math.floor(words.length / 2), random.pick(other.sentences)]
      const end = otherWords.slice(Math.ceil(otherWords.length / 2))
      return cut < 4 || end.length < 4 ? null : textOf([...words.slice(0, cut), ...end])
    },
    { expects: ['altered', 'not-found'], isMatched: false },
  ),
  altered('invented', [], (_, random) => textOf(englishSentence(random)), {
    expects: ['not-found'],
    isMatched: false,
  }),
  altered('words of the report', [], ({ made: { report } }) => (report.length < 7 ? null : textOf(report)), {
    expects: ['paraphrase'],
  }),
]

const places = (words: readonly Token[], tag: Token['tag']): number[] =>
  words.flatMap((found, at) => (found.tag === tag ? [at] : []))

const CONTRACTED = new Map(
  'will:won’t can:can’t must:mustn’t should:shouldn’t would:wouldn’t could:couldn’t have:haven’t was:wasn’t'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

function otherNumber(text: string, random: Random): string {
  const word = text.toLowerCase()
  if (NUMBER_WORDS.includes(word)) return random.pick(NUMBER_WORDS)
  const digits = Array.from(text.matchAll(/\d/gu), ({ index }) => index)
  const at = random.pick(digits)
  return `${text.slice(0, at)}${random.integer(10)}${text.slice(at + 1)}`
}

const VALUES = new Map(
  'two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 fifteen:15 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 eighty:80 ninety:90'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)
const WORDS_OF_VALUES = new Map([...VALUES].map(([word, value]) => [value, word]))
const formOf = (text: string): string | undefined =>
  VALUES.get(text.toLowerCase()) ?? WORDS_OF_VALUES.get(text)

function otherDate(text: string, random: Random): string {
  if (MONTHS.includes(text)) return random.pick(MONTHS)
  if (WEEKDAYS.includes(text)) return random.pick(WEEKDAYS)
  return String(Number(text) + random.pick([-2, -1, 1, 2, 3]))
}

const SLIPS: readonly (readonly [RegExp, string])[] = [
  ...[[/rn/u, 'm'] as const, [/m/u, 'rn'] as const, [/l/u, '1'] as const, [/o/u, '0'] as const],
  ...[[/cl/u, 'd'] as const, [/e/u, 'c'] as const, [/h/u, 'b'] as const, [/i/u, 'l'] as const],
  ...[[/ri/u, 'n'] as const, [/t/u, 'f'] as const, [/u/u, 'v'] as const, [/S/u, '5'] as const],
]

/** Lists all slips that a scanner can make in the words: the place, and the word that it reads there. */
const slips = (words: readonly Token[]): (readonly [number, string])[] =>
  words.flatMap(({ text }, at) =>
    /^\p{Script=Latin}{4,}$/u.test(text)
      ? SLIPS.filter(([seen]) => seen.test(text)).map(
          ([seen, read]) => [at, text.replace(seen, read)] as const,
        )
      : [],
  )

/** Moves one word, or swaps two neighbors. A negation stays where it is: to move it is another kind. */
function swapped({ words }: Source, random: Random): string | null {
  const movable = inside(words, ({ tag, after }, at) => {
    const next = words[at + 1]!
    return (
      tag !== 'negation' &&
      next.tag !== 'negation' &&
      after === '' &&
      next.after === '' &&
      at + 2 < words.length
    )
  })
  const at = pickOne(random, movable)
  if (at === undefined) return null
  const changed = [...words]
  changed[at] = words[at + 1]!
  changed[at + 1] = words[at]!
  return textOf(changed)
}
