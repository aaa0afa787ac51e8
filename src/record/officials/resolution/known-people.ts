import type { Bounds } from '../../../core/edtf.ts'
import { surnameOf } from '../../../core/names.ts'
import { type Tenure, titleAt } from '../../../core/tenure.ts'
import type { Db } from '../../../database/db.ts'
import type { KnownPerson } from '../../../engine/index.ts'
import * as store from './store.sql.ts'

/** A text with the names in it, and the date of its publication. A position that ended before is a former title. */
export interface PublishedText {
  readonly text: string
  /** The names of the people in the text, as printed. */
  readonly names: readonly string[]
  readonly published: Bounds | null
}

/**
 * Returns, for each text, the people on record who have the family name of a person in the text, with their other names
 * and their titles. The engine recognizes people among them. Sends one query for all texts.
 */
export async function knownPeopleForEach(db: Db, texts: readonly PublishedText[]): Promise<KnownPerson[][]> {
  const surnames = texts.map(surnamesIn)
  const all = new Set(surnames.flatMap((words) => [...words]))
  const found = all.size === 0 ? [] : await store.findBySurnames(db, [...all])
  return texts.map(({ text, published }, index) =>
    found
      .filter((person) => person.surnames.some((surname) => surnames[index]!.has(surname)))
      .map(({ titles, surnames: _surnames, ...person }) => ({
        ...person,
        aliases: [...person.aliases, ...shortPeerNames(person.aliases, text)],
        roles: [
          ...new Set(withoutUndatedRepeats(titles).flatMap((title) => titleAt(title, published) ?? [])),
        ],
      })),
  )
}

/**
 * Returns the folded family names of the people, and the places after "of": the record may know a peer by the place
 * alone.
 */
function surnamesIn({ text, names }: PublishedText): Set<string> {
  const places = text.match(/(?<= of )\p{Lu}[\p{L}\p{M}’'-]+/gu) ?? []
  const surnames = new Set([...names, ...places].map(surnameOf))
  surnames.delete('')
  return surnames
}

/** A title with a family name and a place: Lord Lawson of Blaby. */
const PEER =
  /^(?:The )?(?:Lord|Lady|Baron|Baroness|Viscount|Viscountess|Earl|Countess|Marquess|Marchioness) (\p{Lu}[\p{L}\p{M}’'-]+) of \p{Lu}/u

/** Returns the family names of peers whose other name, with its place, is in the text. The text names no other then. */
const shortPeerNames = (aliases: readonly string[], text: string): string[] =>
  aliases.flatMap((alias) => {
    const name = PEER.exec(alias)?.[1]
    return name && text.includes(alias) ? [name] : []
  })

/** Returns the dated titles, and each undated title that has no dated equal. */
function withoutUndatedRepeats<Held extends Tenure & { readonly title: string }>(
  titles: readonly Held[],
): Held[] {
  const dated = new Set(titles.flatMap(({ title, from }) => (from === null ? [] : title.toLowerCase())))
  return titles.filter(({ title, from }) => from !== null || !dated.has(title.toLowerCase()))
}
