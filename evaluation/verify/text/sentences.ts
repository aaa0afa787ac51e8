import type { Random } from '../random.ts'
import { asSentence, parseTokens, type Token } from './token.ts'
import {
  ADJECTIVES,
  GIVEN_NAMES,
  MONTHS,
  NOUNS,
  NUMBER_WORDS,
  PEOPLE_NOUNS,
  PLACES,
  ROLES,
  SURNAMES,
  VERBS,
  WEEKDAYS,
} from './vocabulary.ts'

/** The content of each slot of a template: other templates, or a function that makes words. */
type Slot = readonly string[] | ((random: Random) => string)

const named = (words: string): string =>
  words
    .split(' ')
    .map((word) => `${word}/name`)
    .join(' ')

const CLAUSES = [
  '<who> <modal> <not?> <verb> <thing> <when>',
  '<who> <modal> <not?> <verb> <thing> <when> with <thing>',
  '<who> have/aux <not?> <verbed> <thing> <when>',
  '<thing> <modal> <not?> be <verbed> <when>',
  '<thing> was/aux <not?> <verbed> by <persons> <when>',
  'it would cost <money> to <verb> <thing> , and <who> <modal> <not?> pay for it <when>',
  '<count> of the <persons> in <place> told me/pro that <thing> was/aux <not?> <adjective>',
  'there is/aux no/neg <noun> in <place> that <modal> <verb> <thing>',
  'nobody/neg in <place> wants <thing> or <thing>',
  '<who> <modal> <not?> <verb> <thing> without/neg the <persons> of <place>',
  'what <place> needs is/aux a/an <adjective> <noun> , and <who> <modal> <not?> <verb> it <when>',
  '<person> <modal> <not?> <verb> <thing> before <persons> <verb> <thing>',
  '<who> spent <money> on <thing> , which <persons> <modal> <not?> <verb>',
  '<percent> of <persons> in <place> <modal> <not?> <verb> <thing> <when>',
  'between <date> and <date> <who> have/aux <not?> <verbed> <count> <nouns> in <place>',
  '<who> <modal> <not?> <verb> <thing> , <thing> and <thing>',
  '<person> asked whether <who> <modal> <not?> <verb> <thing> <when>',
]
const SENTENCES = [
  ...Array.from({ length: 5 }, () => '<clause>'),
  '<clause> , but <clause>',
  '<clause> , and <clause>',
  'if/word <clause> , <clause>',
  '<clause> unless <clause>',
  '<clause> because <clause>',
  '<clause> only after <persons> <verb> <thing>',
  'I/pro <think> that <clause>',
  'as <person> said <when> , <clause>',
  '<clause> , and that is/aux why <clause>',
]

const SLOTS: Readonly<Record<string, Slot>> = {
  clause: CLAUSES,
  who: [
    'we/pro',
    'we/pro',
    'I/pro',
    'they/pro',
    'the <body>',
    'my office',
    'the <persons> of <place>',
    '<person>',
  ],
  modal: 'will/aux can/aux must/aux should/aux would/aux could/aux may/aux'.split(' '),
  'not?': ['', '', '', 'not/neg', 'not/neg', 'never/neg', 'not/neg yet'],
  verb: (random) => random.pick(VERBS)[0],
  verbed: (random) => random.pick(VERBS)[1],
  noun: NOUNS,
  nouns: [
    '<adjective> houses',
    '<adjective> boats',
    '<adjective> jobs',
    '<adjective> rooms',
    'cases',
    '<persons>',
  ],
  adjective: ADJECTIVES,
  persons: PEOPLE_NOUNS,
  thing: [
    'the <adjective> <noun>',
    'the <adjective> <noun> in <place>',
    'the <noun> of <place>',
    'the <noun> for <persons>',
    'its/pro <noun> and the <adjective> <noun>',
    'the <adjective> <noun> beside the <noun>',
    'the <noun> and <count> <nouns>',
    'a new <noun>',
    'this <noun>',
    'the <place> <noun>',
  ],
  body: 'council ministry agency committee union company government board court'.split(' '),
  place: (random) => named(random.pick(PLACES)),
  person: (random) => {
    const surname = random.pick(SURNAMES)
    const before = random.pick(['given', 'given', 'role', 'none'])
    if (before === 'given') return named(`${random.pick(GIVEN_NAMES)[0]} ${surname}`)
    const role = random.pick(ROLES)
    return before === 'role' ? `${role[0]!.toUpperCase()}${role.slice(1)} ${named(surname)}` : named(surname)
  },
  think: [
    'think',
    'believe',
    'know',
    'do/aux not/neg believe',
    'have always said',
    'am/aux certain',
    "don't/neg think",
  ],
  when: [
    '',
    '',
    '',
    'in <month>',
    'on <weekday>',
    'by <year>',
    'before <month>',
    'on <day>',
    'next <weekday>',
    'in <month> <year>',
  ],
  date: ['<month> <year>', '<day>', '<month>'],
  month: MONTHS.map((month) => `${month}/date`),
  weekday: WEEKDAYS.map((day) => `${day}/date`),
  year: (random) => `${random.between(1948, 2049)}/date`,
  day: (random) => `${random.between(1, 28)}/date ${random.pick(MONTHS)}/date`,
  count: (random) =>
    random.chance(0.4)
      ? `${random.pick(NUMBER_WORDS)}/num`
      : `${random.between(13, 9_800).toLocaleString('en-US')}/num`,
  money: (random) =>
    `${random.pick(['$', '£', '€'])}${random.between(2, 990)}/num ${random.pick(['million', 'billion', 'thousand'])}`,
  percent: (random) =>
    random.chance(0.5)
      ? `${random.between(2, 98)}/num percent`
      : `${random.between(2, 98)}.${random.integer(10)}/num percent`,
}

/** Replaces the slots of a template until none is left. */
function expand(template: string, random: Random): string {
  return template.replace(/<([^>]+)>/gu, (_, name: string) => {
    const slot = SLOTS[name]!
    return expand(typeof slot === 'function' ? slot(random) : random.pick(slot), random)
  })
}

/** Makes an English sentence with names, numbers, dates, negations and conditions. */
export function englishSentence(random: Random): Token[] {
  const marked = expand(random.pick(SENTENCES), random)
    .replaceAll(' ,', ',')
    .replaceAll(/a\/an (\w)/gu, (_, letter: string) => `${/[aeio]/u.test(letter) ? 'an' : 'a'} ${letter}`)
    .replace('if/word', 'if')
  return asSentence(parseTokens(marked), random.pick(['.', '.', '.', '.', '!', '?']))
}

/** Makes the words of a report, without a capital and a final mark: they stand beside words in quotation marks. */
export const reportedClause = (random: Random): Token[] =>
  parseTokens(expand(random.pick(CLAUSES), random).replaceAll(' ,', ',').replaceAll('a/an', 'a'))
