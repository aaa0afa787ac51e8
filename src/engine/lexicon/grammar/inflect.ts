import { IRREGULAR_VERBS, MOSTLY_NOUNS, REGULAR_VERBS } from './verbs.ts'
import { VerbForm, type VerbFormCode } from './word-class.ts'

export interface VerbReading {
  /** Dictionary form. */
  readonly lemma: string
  /** Forms the spelling can be, one bit each (`formBit`). Base forms of some verbs are their past as well ("put"). */
  readonly forms: number
  /** The first of them that the lists give. */
  readonly form: VerbFormCode
  /** True where the spelling is more often a noun ("report"). */
  readonly mostlyNoun: boolean
}

/** The bit that stands for a form in `VerbReading.forms`. */
export const formBit = (form: VerbFormCode): number => 1 << form

/** Whether the spelling of a verb can be a form; false where it is no verb. */
export const canBe = (verb: VerbReading | undefined, form: VerbFormCode): boolean =>
  verb !== undefined && (verb.forms & formBit(form)) !== 0

const VOWEL = /[aeiou]/

function endings(base: string): { third: string; past: string; gerund: string } {
  const last = base.at(-1) ?? ''
  const third = /(?:s|x|z|ch|sh|o)$/.test(base)
    ? `${last === 'z' && doubles(base) ? base + last : base}es`
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

const DOUBLING = /(?:^|qu|[^aeiou])[aeiou][bdgklmnprtvz]$/
const STRESSED_LAST = new Set(
  `admit commit compel confer control defer deter equip incur infer occur omit patrol permit prefer propel rebut refer
  regret repel submit transfer transmit begin forget upset program kidnap worship rebuff abet allot acquit outbid
  unpin signal label level travel cancel model counsel quarrel total`.split(/\s+/),
)
const doubles = (base: string): boolean =>
  DOUBLING.test(base) && (base.replace(/qu|[^aeiou]+/g, '').length === 1 || STRESSED_LAST.has(base))

/** Past and past participle by dictionary form, as several spellings each where there are several. */
const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(
  IRREGULAR_VERBS.map((line) => line.trim().split(' ')).map(([base = '', ...pasts]) => [base, pasts]),
)

/** Every form of a verb with its spelling: `say` gives say, says, said (twice) and saying. */
export function inflectionsOf(base: string): (readonly [string, VerbFormCode])[] {
  const { third, past, gerund } = endings(base)
  const [pasts = past, participles = pasts] = IRREGULAR.get(base) ?? []
  return [
    [base, VerbForm.base],
    [third, VerbForm.third],
    ...pasts.split('/').map((spelling) => [spelling, VerbForm.past] as const),
    ...participles.split('/').map((spelling) => [spelling, VerbForm.participle] as const),
    [gerund, VerbForm.gerund],
    ...(/[aeiou]l$/.test(base) ? inL(base) : []),
  ]
}

/** American and British spellings of verbs in -l: "labeled", "labelled". */
const inL = (base: string): (readonly [string, VerbFormCode])[] =>
  [base, `${base}l`].flatMap((stem) => [
    [`${stem}ed`, VerbForm.past],
    [`${stem}ed`, VerbForm.participle],
    [`${stem}ing`, VerbForm.gerund],
  ])

type MutableReading = { lemma: string; forms: number; form: VerbFormCode; mostlyNoun: boolean }

function build(): ReadonlyMap<string, VerbReading> {
  const readings = new Map<string, MutableReading>()
  const add = (spelling: string, lemma: string, form: VerbFormCode) => {
    const known = readings.get(spelling)
    const mostlyNoun = MOSTLY_NOUNS.has(spelling) || (form === VerbForm.third && MOSTLY_NOUNS.has(lemma))
    if (!known) readings.set(spelling, { lemma, forms: formBit(form), form, mostlyNoun })
    else known.forms |= formBit(form)
  }
  for (const base of [...REGULAR_VERBS, ...IRREGULAR.keys()]) {
    for (const [spelling, form] of inflectionsOf(base)) add(spelling, base, form)
    if (!base.includes('iz')) continue
    for (const [british, form] of inflectionsOf(base.replace('iz', 'is'))) add(british, base, form)
  }
  return readings
}

const READINGS = build()

/** The verb a lower-case spelling can be; undefined where the list knows none. */
export const verbReading = (lower: string): VerbReading | undefined => READINGS.get(lower)
