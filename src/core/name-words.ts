/** Words that stand before the last part of a family name. */
export const SURNAME_PARTICLES: ReadonlySet<string> = new Set(
  'de del della di da do dos das du des van von der den ter ten te la le lo bin ibn al el abu ben bint binti binte dela delos af av zu'.split(
    ' ',
  ),
)

/** Words that follow a name, with the generation they mean. The value is empty for honors and degrees. */
export const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['jr', 'jr'],
  ['junior', 'jr'],
  ['sr', 'sr'],
  ['senior', 'sr'],
  ['ii', 'ii'],
  ['iii', 'iii'],
  ['iv', 'iv'],
  ['phd', ''],
  ['md', ''],
  ['esq', ''],
  ['qc', ''],
  ['kc', ''],
  ['mp', ''],
  ['mep', ''],
  ['frs', ''],
  ['obe', ''],
  ['mbe', ''],
  ['cbe', ''],
  ['jd', ''],
  ['rn', ''],
])

export const HONORIFICS: ReadonlySet<string> = new Set(
  (
    'mr mister mrs ms miss mx madam sir dame lord lady dr doctor prof professor rev reverend fr father sister brother ' +
    'sen senator rep representative gov governor pres president gen general col colonel maj major capt captain ' +
    'lt lieutenant sgt sergeant adm admiral hon honorable justice judge pope imam sheikh prince princess king queen ' +
    'ambassador secretary minister chancellor mayor councillor councilman councilwoman congressman congresswoman'
  ).split(' '),
)

export const MALE_HONORIFICS: ReadonlySet<string> = new Set(
  'mr sir lord father brother pope imam sheikh prince king congressman'.split(' '),
)

export const FEMALE_HONORIFICS: ReadonlySet<string> = new Set(
  'mrs ms miss madam dame lady sister princess queen congresswoman councilwoman'.split(' '),
)
