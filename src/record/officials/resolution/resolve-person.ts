import type { Bounds } from '../../../core/edtf.ts'
import { nameKey, parseName } from '../../../core/names.ts'
import type { CandidateReason } from '../../../core/vocabulary.ts'
import { compareOffices, type HeldOffice, type PrintedOffice, type Relation } from './offices.ts'

/** A person as one article prints them. */
export interface PrintedPerson {
  readonly name: string
  /** The id of the record that the engine recognized by another name, or by surname and title; null if none. */
  readonly official: string | null
  readonly offices: readonly PrintedOffice[]
  /** The date of publication; null if unknown. */
  readonly published: Bounds | null
}

/** A person on record. */
export interface PersonOnRecord {
  readonly id: string
  readonly name: string
  /** The keys of all names of the person. */
  readonly keys: readonly string[]
  readonly offices: readonly HeldOffice[]
}

export type Resolution =
  /**
   * `office`: the printed positions agree with the record. `name`: only the name agrees, and nothing contradicts it.
   */
  | { readonly kind: 'same'; readonly id: string; readonly basis: 'office' | 'name' }
  | { readonly kind: 'new' }
  /** A surname alone does not create a person. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'uncertain'
      readonly reason: CandidateReason
      readonly explanation: string
      /** Ids of the possible people. */
      readonly candidates: readonly string[]
    }

/**
 * Decides who a printed person is. A wrong person is worse than no person, so the printed positions must agree with the
 * record. If only one person has the name, it is enough that no position contradicts the record. docs/adr/0008 explains
 * the limits.
 * @param known people on record who have the name, or whom the engine recognized.
 */
export function resolvePerson(person: PrintedPerson, known: readonly PersonOnRecord[]): Resolution {
  const key = nameKey(person.name)
  const namesakes = known.filter(({ id, keys }) => keys.includes(key) || id === person.official)
  if (namesakes.length === 0) return isFull(person.name) ? { kind: 'new' } : { kind: 'none' }
  const related = namesakes.map((one) => ({ one, relation: relationOf(person, one) }))
  const among = (...relations: Relation[]): PersonOnRecord[] =>
    related.filter(({ relation }) => relations.includes(relation)).map(({ one }) => one)

  const agreeing = among('agrees')
  if (agreeing.length === 1) return { kind: 'same', id: agreeing[0]!.id, basis: 'office' }
  if (agreeing.length > 1) return several(person, agreeing, 'the positions printed here fit each of them')
  const possible = among('compatible', 'doubtful', 'silent')
  if (possible.length === 0) return contradicted(person, namesakes)
  const compatible = among('compatible')
  if (compatible.length === 1 && possible.length === 1)
    return { kind: 'same', id: compatible[0]!.id, basis: 'office' }
  if (possible.length > 1 || namesakes.length > 1) {
    return several(person, possible, 'the article does not tell which one is meant')
  }
  const [only] = possible as [PersonOnRecord]
  return among('doubtful').length === 1 ? doubt(person, only) : { kind: 'same', id: only.id, basis: 'name' }
}

const isFull = (name: string): boolean => parseName(name).given.length > 0

/** The relations by strength. The first relation that any pair of offices has decides. */
const STRENGTH: readonly Relation[] = ['agrees', 'compatible', 'contradicts', 'doubtful', 'silent']

function relationOf({ offices, published }: PrintedPerson, known: PersonOnRecord): Relation {
  const found = new Set(
    offices.flatMap((office) => known.offices.map((held) => compareOffices(office, held, published))),
  )
  return STRENGTH.find((relation) => found.has(relation)) ?? 'silent'
}

function contradicted(person: PrintedPerson, known: readonly PersonOnRecord[]): Resolution {
  if (isFull(person.name)) return { kind: 'new' }
  return {
    kind: 'uncertain',
    reason: 'conflict',
    explanation: `“${person.name}” is printed here as ${officesOf(person.offices)}, which contradicts ${known.map(describePerson).join(' and ')}.`,
    candidates: known.map(({ id }) => id),
  }
}

const several = (person: PrintedPerson, known: readonly PersonOnRecord[], why: string): Resolution => ({
  kind: 'uncertain',
  reason: 'several',
  explanation:
    known.length === 1
      ? `The printed positions contradict all other people named “${person.name}”, but they do not confirm ${known.map(describePerson).join('')}.`
      : `${known.length} people on record have the name “${person.name}”, and ${why}.`,
  candidates: known.map(({ id }) => id),
})

const doubt = (person: PrintedPerson, known: PersonOnRecord): Resolution => ({
  kind: 'uncertain',
  reason: 'doubt',
  explanation: `${describePerson(known)} has this name. The article prints it with ${officesOf(person.offices)}, and does not tell whether they are one person.`,
  candidates: [known.id],
})

/** Returns a label that distinguishes people with the same name: the name and the latest office. */
export const describePerson = ({ name, offices }: Pick<PersonOnRecord, 'name' | 'offices'>): string =>
  offices[0] ? `${name}, ${offices[0].title}` : name

const officesOf = (offices: readonly PrintedOffice[]): string =>
  offices.map(({ title, former }) => `“${former ? 'former ' : ''}${title}”`).join(', ') || 'no office'
