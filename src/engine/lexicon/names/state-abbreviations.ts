/** The states of the United States as agencies shorten them, to their names; folded. */
const SHORT =
  'ala.:alabama ariz.:arizona ark.:arkansas calif.:california ca:california colo.:colorado conn.:connecticut del.:delaware fla.:florida ga.:georgia ' +
  'ill.:illinois ind.:indiana kan.:kansas ky.:kentucky la.:louisiana mass.:massachusetts md.:maryland mich.:michigan minn.:minnesota miss.:mississippi ' +
  'mo.:missouri mont.:montana n.c.:north_carolina n.d.:north_dakota neb.:nebraska nev.:nevada n.h.:new_hampshire n.j.:new_jersey n.m.:new_mexico ' +
  'n.y.:new_york ny:new_york nj:new_jersey okla.:oklahoma ore.:oregon pa.:pennsylvania r.i.:rhode_island s.c.:south_carolina s.d.:south_dakota tenn.:tennessee ' +
  'tex.:texas tx:texas va.:virginia vt.:vermont wash.:washington wis.:wisconsin w.va.:west_virginia wyo.:wyoming me.:maine'

const states = new Map<string, string>()
for (const pair of SHORT.split(' ')) {
  const [short = '', name = ''] = pair.split(':')
  states.set(short, name.replace('_', ' '))
  states.set(short.replace(/\.$/, ''), name.replace('_', ' '))
}

/** The name of a state by its abbreviation or its name, folded. */
export const stateOf = (folded: string): string => states.get(folded) ?? folded
