import { PLACE_NAMES } from './place-names.ts'

/** The states of the United States: abbreviation and name, folded. */
const SHORT =
  'ala.:alabama ariz.:arizona ark.:arkansas calif.:california ca:california colo.:colorado conn.:connecticut del.:delaware fla.:florida ga.:georgia ' +
  'ill.:illinois ind.:indiana kan.:kansas ky.:kentucky la.:louisiana mass.:massachusetts md.:maryland mich.:michigan minn.:minnesota miss.:mississippi ' +
  'mo.:missouri mont.:montana n.c.:north_carolina n.d.:north_dakota neb.:nebraska nev.:nevada n.h.:new_hampshire n.j.:new_jersey n.m.:new_mexico ' +
  'n.y.:new_york ny:new_york nj:new_jersey okla.:oklahoma ore.:oregon pa.:pennsylvania r.i.:rhode_island s.c.:south_carolina s.d.:south_dakota tenn.:tennessee ' +
  'tex.:texas tx:texas va.:virginia vt.:vermont wash.:washington wis.:wisconsin w.va.:west_virginia wyo.:wyoming me.:maine'

const states = parseStates(SHORT)

/**
 * Parses pairs of an abbreviation and a name, such as `n.y.:new_york`. An abbreviation also counts without its last
 * period.
 * @throws Error if a pair lacks a part, or if its name is not in the list of places. The message names the pair.
 */
export function parseStates(pairs: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const pair of pairs.split(' ')) {
    const [short = '', printed = ''] = pair.split(':')
    const name = printed.replace('_', ' ')
    if (short === '' || !PLACE_NAMES.has(name))
      throw new Error(`States, "${pair}": write an abbreviation, a colon and the name of a listed place.`)
    names.set(short, name)
    names.set(short.replace(/\.$/, ''), name)
  }
  return names
}

/** Returns the name of a state by its abbreviation. Returns other words unchanged. Folded. */
export const stateOf = (folded: string): string => states.get(folded) ?? folded
