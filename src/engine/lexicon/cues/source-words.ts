/** Prepositions before the source of a clause, each as a list of words. */
export const SOURCE_PHRASES: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['as', 'reported', 'by'],
  ['as', 'noted', 'by'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['as', 'per'],
  ['as', 'stated', 'by'],
  ['as', 'said', 'by'],
  ['per'],
]

const OPENERS: ReadonlySet<string | undefined> = new Set(SOURCE_PHRASES.map(([opener]) => opener))

/** Returns true for a word that begins one of these prepositions. */
export const opensSource = (lower: string): boolean => OPENERS.has(lower)
