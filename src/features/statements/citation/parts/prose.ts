import { shownWords } from '../../../../core/wording.ts'
import type { CitedName } from './authors.ts'
import type { Cited } from './cited.ts'

/** Adds a full stop to a part of a reference, unless the part ends with a mark. */
export const sentence = (part: string): string => (/[.?!…]["”’»]?$/u.test(part) ? part : `${part}.`)

/** Joins the parts of a reference that are known. */
export const joined = (parts: readonly (string | null | false | undefined)[], separator = ' '): string =>
  parts.filter((part): part is string => Boolean(part)).join(separator)

/** Puts a title in quotation marks. Marks inside it become single, and a full stop stands before the closing mark. */
export const quotedTitle = (title: string, stop: '.' | ',' | ''): string => {
  const inner = title
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/"([^"]*)"/gu, '‘$1’')
  return `“${inner}${/[.?!…]$/u.test(inner) ? '' : stop}”`
}

/** Returns a name with the family name first: "Brandt, Ada". A name that has no family name stays as it is. */
export const inverted = ({ literal, family, given, suffix }: CitedName): string =>
  family === null ? literal : joined([family, given, suffix], ', ')

/** Returns the part of a name that an in-text citation uses. */
export const shortName = ({ literal, family }: CitedName): string => family ?? literal

/** Joins names as in a sentence: "A", "A and B", "A, B, and C". */
export function listed(names: readonly string[], and: 'and' | '&' = 'and'): string {
  if (names.length < 3) return names.join(` ${and} `)
  return `${names.slice(0, -1).join(', ')}, ${and} ${names.at(-1)}`
}

/** The description of an article without a title. */
export const UNTITLED = 'News article without a title'

/** Returns a title for a place within a sentence. */
export const untitledOr = (title: string | null, stop: ',' | '' = ''): string =>
  title === null ? `a news article without a title${stop}` : quotedTitle(title, stop)

/** Returns the word for the way in which the article reports the speaker: "quoted", "reported" or "paraphrased". */
export const mannerOf = ({ type }: Pick<Cited, 'type'>): 'quoted' | 'reported' | 'paraphrased' =>
  (({ direct: 'quoted', mixed: 'reported', indirect: 'paraphrased' }) as const)[type]

/** Returns the words for readers. */
export const wordsOf = ({ words, type }: Pick<Cited, 'words' | 'type'>): string => shownWords(words, type)
