import { IRREGULAR_VERBS, MOSTLY_NOUNS, REGULAR_VERBS } from './verbs.ts'
import { VerbForm, type VerbFormCode } from './word-class.ts'

/** The verb to which a spelling belongs as a form. */
export interface VerbReading {
  /** Dictionary form. */
  readonly lemma: string
  /** The forms that the spelling can be, one bit each (`formBit`). "put" is both a base form and a past. */
  readonly forms: number
  /** The first of these forms. */
  readonly form: VerbFormCode
  /** True if the spelling is more often a noun ("report"). */
  readonly mostlyNoun: boolean
}

/** Returns the bit of a form in `VerbReading.forms`. */
export const formBit = (form: VerbFormCode): number => 1 << form

/** Returns true if a spelling can be this form of its verb; false if it is no form of a verb. */
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

/** Past and past participle by dictionary form; a slash separates spellings. */
const IRREGULAR = parseIrregularVerbs(IRREGULAR_VERBS)

/**
 * Parses lines of a dictionary form, a past and a past participle.
 * @throws Error if a line does not have three words, or has the verb of an earlier line. The message names the line.
 */
export function parseIrregularVerbs(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const verbs = new Map<string, readonly string[]>()
  for (const line of lines) {
    const [base = '', past = '', participle = '', ...rest] = line.trim().split(' ')
    if (participle === '' || rest.length > 0)
      throw new Error(`Irregular verbs, "${line}": write a base, a past and a past participle.`)
    if (verbs.has(base)) throw new Error(`Irregular verbs, "${line}": "${base}" has a line already.`)
    verbs.set(base, [past, participle])
  }
  return verbs
}

/** Returns every form of a verb with its spelling: `say` gives say, says, said (twice) and saying. */
export function inflectionsOf(base: string): (readonly [string, VerbFormCode])[] {
  const { third, past, gerund } = endings(base)
  const [pasts = past, participles = pasts] = IRREGULAR.get(base) ?? []
  return [
    [base, VerbForm.base],
    [third, VerbForm.third],
    ...pasts.split('/').map((spelling) => [spelling, VerbForm.past] as const),
    ...participles.split('/').map((spelling) => [spelling, VerbForm.participle] as const),
    [gerund, VerbForm.gerund],
    ...(/[aeiou]l$/.test(base) ? formsInL(base) : []),
  ]
}

/** Returns the forms of a verb in -l in American and British spelling: "labeled", "labelled". */
const formsInL = (base: string): (readonly [string, VerbFormCode])[] =>
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
  for (const word of MOSTLY_NOUNS)
    if (!readings.has(word))
      throw new Error(`MOSTLY_NOUNS holds "${word}", which is no form of a listed verb.`)
  return readings
}

const READINGS = build()

/** Returns the verb of a lower-case spelling; undefined if no listed verb has such a form. */
export const verbReading = (lower: string): VerbReading | undefined => READINGS.get(lower)
