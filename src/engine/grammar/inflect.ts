import { IRREGULAR_VERBS, MOSTLY_NOUNS, REGULAR_VERBS } from './verbs.ts'
import { VerbForm, type VerbFormCode } from './word-class.ts'

export interface VerbReading {
  /** Dictionary form. */
  readonly lemma: string
  /** Forms the spelling can be. Base forms of some verbs are their past as well ("put"). */
  readonly forms: readonly VerbFormCode[]
  /** True where the spelling is more often a noun ("report"). */
  readonly mostlyNoun: boolean
}

const VOWEL = /[aeiou]/

function endings(base: string): { third: string; past: string; gerund: string } {
  const last = base.at(-1) ?? ''
  const third = /(?:s|x|z|ch|sh|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`
  if (base.endsWith('ie')) return { third, past: `${base}d`, gerund: `${base.slice(0, -2)}ying` }
  if (last === 'e') {
    const stem = /(?:ee|oe|ye)$/.test(base) ? base : base.slice(0, -1)
    return { third, past: `${base}d`, gerund: `${stem}ing` }
  }
  if (/[^aeiou]y$/.test(base)) return { third, past: `${base.slice(0, -1)}ied`, gerund: `${base}ing` }
  if (base.endsWith('c') && VOWEL.test(base.at(-2) ?? ''))
    return { third, past: `${base}ked`, gerund: `${base}king` }
  const stem = doubles(base) ? base + last : base
  return { third, past: `${stem}ed`, gerund: `${stem}ing` }
}

const DOUBLING = /(?:^|[^aeiou])(?:qu)?[aeiou][bdgklmnprtv]$/
const STRESSED_LAST = new Set(
  `admit commit compel confer control defer deter equip incur infer occur omit patrol permit prefer propel rebut refer
  regret repel submit transfer transmit begin forget upset program kidnap worship rebuff abet allot acquit outbid
  unpin signal label level travel cancel model counsel quarrel total`.split(/\s+/),
)
const doubles = (base: string): boolean =>
  DOUBLING.test(base) && (base.replace(/[^aeiou]+/g, '').length === 1 || STRESSED_LAST.has(base))

type Draft = { lemma: string; forms: VerbFormCode[]; mostlyNoun: boolean }

function build(): ReadonlyMap<string, VerbReading> {
  const readings = new Map<string, Draft>()
  const add = (spelling: string, lemma: string, form: VerbFormCode) => {
    const known = readings.get(spelling)
    const mostlyNoun = MOSTLY_NOUNS.has(spelling) || (form === VerbForm.third && MOSTLY_NOUNS.has(lemma))
    if (!known) readings.set(spelling, { lemma, forms: [form], mostlyNoun })
    else if (!known.forms.includes(form)) known.forms.push(form)
  }
  for (const base of REGULAR_VERBS) {
    const { third, past, gerund } = endings(base)
    add(base, base, VerbForm.base)
    add(third, base, VerbForm.third)
    add(past, base, VerbForm.past)
    add(past, base, VerbForm.participle)
    add(gerund, base, VerbForm.gerund)
    if (/[aeiou]l(?:ed|ing)$/.test(past) || /[aeiou]l$/.test(base)) addVariants(add, base)
    if (base.includes('iz')) addBritish(add, base)
  }
  for (const line of IRREGULAR_VERBS) {
    const [base = '', past = '', participle = ''] = line.trim().split(' ')
    const { third, gerund } = endings(base)
    add(base, base, VerbForm.base)
    add(third, base, VerbForm.third)
    add(gerund, base, VerbForm.gerund)
    for (const form of past.split('/')) add(form, base, VerbForm.past)
    for (const form of participle.split('/')) add(form, base, VerbForm.participle)
  }
  return readings
}

type Add = (spelling: string, lemma: string, form: VerbFormCode) => void

/** American and British spellings of verbs in -l: "labeled", "labelled". */
function addVariants(add: Add, base: string) {
  for (const stem of [base, `${base}l`]) {
    add(`${stem}ed`, base, VerbForm.past)
    add(`${stem}ed`, base, VerbForm.participle)
    add(`${stem}ing`, base, VerbForm.gerund)
  }
}

/** "criticise" beside "criticize". */
function addBritish(add: Add, base: string) {
  const british = base.replace('iz', 'is')
  const { third, past, gerund } = endings(british)
  add(british, base, VerbForm.base)
  add(third, base, VerbForm.third)
  add(past, base, VerbForm.past)
  add(past, base, VerbForm.participle)
  add(gerund, base, VerbForm.gerund)
}

const READINGS = build()

/** The verb a lower-case spelling can be; undefined where the list knows none. */
export const verbReading = (lower: string): VerbReading | undefined => READINGS.get(lower)
