/** The languages whose month names are read. The runtime knows the names (CLDR). */
const LANGUAGES =
  'en de fr es pt it nl sv da nb fi is pl cs sk sl hr sr sr-Latn bs mk bg ru uk be ro hu el tr az sq et lv lt ca gl eu cy ga id ms fil sw af ar he fa ur hi bn ta ka hy'.split(
    ' ',
  )
/** The forms of a date that show the name of its month. Many languages inflect the name beside a day. */
const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
]
/** Abbreviations of newspapers that CLDR does not have. */
const ABBREVIATIONS: readonly (readonly [string, number])[] = [
  ['sept', 9],
  ['janv', 1],
  ['févr', 2],
  ['juil', 7],
  ['déc', 12],
]

/** For each folded name, the months that it means, with the languages in which it does. */
type Names = ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<string>>>

let names: Names | undefined

/**
 * Returns the month (1 to 12) that a word names.
 * @param language the language of the page. It decides between months if languages use a name differently: the Croatian
 * "listopad" is October, and the Polish one is November.
 * @returns null if the word is no month, or can be several.
 */
export function monthOf(word: string, language: string | null): number | null {
  names ??= readNames()
  const months = names.get(fold(word))
  if (!months) return null
  const [[only] = []] = months
  if (months.size === 1) return only ?? null
  const own = language?.slice(0, 2).toLowerCase() ?? ''
  for (const [month, languages] of months) if (languages.has(own)) return month
  return null
}

const fold = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '')

function readNames(): Names {
  const found = new Map<string, Map<number, Set<string>>>()
  const add = (name: string, month: number, language: string): void => {
    const key = fold(name)
    if (!/\p{L}{3}/u.test(key)) return
    const months = found.get(key) ?? new Map<number, Set<string>>()
    months.set(month, (months.get(month) ?? new Set()).add(language.slice(0, 2)))
    found.set(key, months)
  }
  for (const language of LANGUAGES)
    for (const form of FORMS) {
      const format = new Intl.DateTimeFormat(language, { ...form, calendar: 'gregory', timeZone: 'UTC' })
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2025, month - 1, 15))
        const name = parts.find(({ type }) => type === 'month')?.value ?? ''
        if (!/\s/.test(name)) add(name, month, language)
      }
    }
  for (const [name, month] of ABBREVIATIONS) add(name, month, 'en')
  return found
}
