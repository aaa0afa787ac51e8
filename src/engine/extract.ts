import type { Circumstances, Extraction } from './types.ts'

/**
 * Reads a text and says who said what and when, each finding with the spans that prove it.
 * Pure: the same text and circumstances give the same answer, in time linear in the length of the text.
 * Never throws: a text in which nothing is said gives empty lists.
 */
export function extract(_text: string, _circumstances: Circumstances): Extraction {
  return { statements: [], dates: [], people: [] }
}
