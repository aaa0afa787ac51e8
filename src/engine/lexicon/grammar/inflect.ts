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

/** The dictionary forms by their irregular pasts and participles. */
const BASES_BY_IRREGULAR_FORM: ReadonlyMap<string, readonly string[]> = indexIrregularForms()

function indexIrregularForms(): ReadonlyMap<string, readonly string[]> {
  const bases = new Map<string, string[]>()
  for (const [base, [pasts = '', participles = '']] of IRREGULAR) {
    const spellings = pasts === participles ? pasts : `${pasts}/${participles}`
    for (const spelling of spellings.split('/')) {
      const known = bases.get(spelling)
      if (!known) bases.set(spelling, [base])
      else if (!known.includes(base)) known.push(base)
    }
  }
  return bases
}

/**
 * Returns the listed dictionary forms of which a spelling is a form, in any order. Removes endings instead of looking
 * the spelling up among all forms: to derive the forms of all verbs takes longer than to read an article.
 */
export function basesOf(spelling: string, isListed: (base: string) => boolean): string[] {
  const bases = BASES_BY_IRREGULAR_FORM.get(spelling)?.filter(isListed) ?? []
  for (const stem of stemsOf(spelling)) {
    if (isListed(stem) && !bases.includes(stem) && hasForm(stem, spelling)) bases.push(stem)
  }
  return bases
}

const hasForm = (base: string, spelling: string): boolean =>
  inflectionsOf(base).some(([written]) => written === spelling)

/** Returns a spelling without its ending, in each way that `endings` adds one. Most results are no words. */
function stemsOf(spelling: string): string[] {
  const without = (length: number, added = '') => spelling.slice(0, -length) + added
  if (spelling.endsWith('ing')) {
    const gerund = [spelling, without(3), without(3, 'e'), without(4)]
    return spelling.endsWith('ying') ? [...gerund, without(4, 'ie')] : gerund
  }
  if (spelling.endsWith('ed')) {
    const past = [spelling, without(1), without(2), without(3)]
    return spelling.endsWith('ied') ? [...past, without(3, 'y')] : past
  }
  if (!spelling.endsWith('s')) return [spelling]
  if (!spelling.endsWith('es')) return [spelling, without(1)]
  const third = [spelling, without(1), without(2), without(3)]
  return spelling.endsWith('ies') ? [...third, without(3, 'y')] : third
}

const REGULAR: ReadonlySet<string> = new Set(REGULAR_VERBS)

const isListedVerb = (base: string): boolean => REGULAR.has(base) || IRREGULAR.has(base)

/** Returns the place of a listed verb in the lists. The first verb with a spelling decides its dictionary form. */
const placeOf = (base: string): number =>
  REGULAR.has(base) ? REGULAR_VERBS.indexOf(base) : REGULAR.size + [...IRREGULAR.keys()].indexOf(base)

/** Returns true for the British spelling of a listed verb, with "is" for "iz": "criticise". */
const isBritishVerb = (base: string): boolean => americanBasesOf(base).length > 0

/** Returns the listed verbs in -ize that have this British dictionary form. */
function americanBasesOf(british: string): string[] {
  const bases: string[] = []
  for (let at = british.indexOf('is'); at >= 0; at = british.indexOf('is', at + 1)) {
    const base = `${british.slice(0, at)}iz${british.slice(at + 2)}`
    if (isListedVerb(base) && base.indexOf('iz') === at) bases.push(base)
  }
  return bases
}

/** The readings found so far. It holds only forms of listed verbs, so it stays small. */
const readings = new Map<string, VerbReading>()

/** Returns the verb of a lower-case spelling; undefined if no listed verb has such a form. */
export function verbReading(lower: string): VerbReading | undefined {
  const known = readings.get(lower)
  if (known) return known
  const reading = readVerb(lower)
  if (reading) readings.set(lower, reading)
  return reading
}

function readVerb(lower: string): VerbReading | undefined {
  const bases = basesOf(lower, isListedVerb)
  if (lower.includes('is'))
    for (const british of basesOf(lower, isBritishVerb)) bases.push(...americanBasesOf(british))
  if (bases.length === 0) return undefined
  if (bases.length > 1) bases.sort((a, b) => placeOf(a) - placeOf(b))
  const forms = bases.flatMap((base) => formsWith(base, lower))
  const [lemma = lower] = bases
  const [form = VerbForm.base] = forms
  return {
    lemma,
    forms: forms.reduce<number>((bits, each) => bits | formBit(each), 0),
    form,
    mostlyNoun: MOSTLY_NOUNS.has(lower) || (form === VerbForm.third && MOSTLY_NOUNS.has(lemma)),
  }
}

/** Returns the forms of a verb that have a spelling, in American and British spelling. */
function formsWith(base: string, spelling: string): VerbFormCode[] {
  const inflections = base.includes('iz')
    ? [...inflectionsOf(base), ...inflectionsOf(base.replace('iz', 'is'))]
    : inflectionsOf(base)
  return inflections.flatMap(([written, form]) => (written === spelling ? [form] : []))
}
