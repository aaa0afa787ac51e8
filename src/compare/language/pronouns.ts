const MALE: ReadonlySet<string> = new Set(['he', 'him', 'his'])
const FEMALE: ReadonlySet<string> = new Set(['she', 'her', 'hers'])
const STANDING_IN: ReadonlySet<string> = new Set(
  'i me my we us our you your he him his she her hers it its they them their this that these those who whom which'.split(
    ' ',
  ),
)

/** Returns true for a word that editors replace with a name in brackets: "he", "their", "this". */
export const isPronoun = (key: string): boolean => STANDING_IN.has(key)

/** Returns the gender that a pronoun shows; null if it shows none. */
export const genderOfPronoun = (key: string): 'male' | 'female' | null =>
  MALE.has(key) ? 'male' : FEMALE.has(key) ? 'female' : null
