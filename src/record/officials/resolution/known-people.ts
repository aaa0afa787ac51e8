import type { Bounds } from '../../../core/edtf.ts'
import { surnameOf } from '../../../core/names.ts'
import { type Tenure, titleAt } from '../../../core/tenure.ts'
import type { Db } from '../../../database/db.ts'
import type { KnownPerson } from '../../../engine/index.ts'
import * as store from './store.sql.ts'

/**
 * Returns the people whose family name occurs in the text, with their other names and their titles. The engine uses
 * them to recognize speakers.
 * @param published the date of publication; a position that ended before is a former title.
 */
export async function knownPeopleFor(db: Db, text: string, published: Bounds | null): Promise<KnownPerson[]> {
  const words = new Set<string>()
  for (const word of text.match(/\p{Lu}[\p{L}\p{M}’'-]+/gu) ?? []) words.add(surnameOf(word))
  words.delete('')
  const found = words.size === 0 ? [] : await store.findBySurnames(db, [...words])
  return found.map(({ titles, ...person }) => ({
    ...person,
    aliases: [...person.aliases, ...shortPeerNames(person.aliases, text)],
    roles: [...new Set(withoutUndatedRepeats(titles).flatMap((title) => titleAt(title, published) ?? []))],
  }))
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
