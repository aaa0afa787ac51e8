import type { DraftMention, DraftPerson } from './drafts.ts'

/** The number of mentions by bare surname after which the surname keeps meaning the person when a namesake appears. */
const HABITUAL_MENTIONS = 3

/**
 * Chooses among people of one surname. Tries these tests in order, and the first test that exactly one person passes
 * decides: the person has the gender of the title; the person was introduced before; the person has the role of the
 * title; the bare surname meant the person before the others appeared. The last test needs a frequent bare surname, or
 * no other person named in full since then.
 */
export function amongNamesakes(
  { run, setting }: DraftMention,
  fitting: readonly number[],
  people: readonly DraftPerson[],
): readonly number[] {
  const here = run.name
  const person = (number: number) => people[number] as DraftPerson
  const gendered = setting.gender ? fitting.filter((number) => person(number).gender === setting.gender) : []
  if (gendered.length === 1) return gendered
  const known = fitting.filter((number) => person(number).introduced < here)
  if (known.length < 2) return known.length === 1 ? known : fitting
  const titled = setting.role
    ? known.filter((number) => person(number).roles.has(setting.role?.head ?? ''))
    : []
  if (titled.length === 1) return titled
  const called = known.filter((number) => isCalledBare(person(number), known.map(person), here))
  return called.length === 1 ? called : known
}

/** Returns true if the bare surname meant this person before any namesake appeared, and no namesake was named since. */
function isCalledBare(person: DraftPerson, known: readonly DraftPerson[], here: number): boolean {
  const first = person.bare[0]
  if (first === undefined) return false
  const rivals = known.filter((other) => other !== person)
  if (rivals.some(({ introduced }) => introduced < first)) return false
  if (person.bare.length >= HABITUAL_MENTIONS) return true
  const last = Math.max(person.bare.at(-1) ?? -1, lastTokenBefore(person.full, here))
  return rivals.every(({ full }) => lastTokenBefore(full, here) < last)
}

const lastTokenBefore = (tokens: readonly number[], here: number): number =>
  tokens.findLast((token) => token < here) ?? -1
