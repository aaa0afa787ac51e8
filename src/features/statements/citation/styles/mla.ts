import type { CitedName } from '../parts/authors.ts'
import { type CitedDate, type DateParts, formatDate, SHORT_MONTHS } from '../parts/dates.ts'
import { inverted, joined, mannerOf, quotedTitle, sentence, shortName, UNTITLED } from '../parts/prose.ts'
import type { CitationStyle } from './style.ts'

/** MLA style, 9th edition: a work cited, and an indirect source in the text. */
export const MLA: CitationStyle = {
  mediaType: 'text/plain',
  reference: ({ authors, title, publisher, published, source, permalink, accessed }) =>
    joined([
      authors.length > 0 && sentence(authorsOf(authors)),
      title === null ? `${UNTITLED}.` : quotedTitle(title, '.'),
      sentence(joined([publisher, published && dateOf(published), source ?? permalink], ', ')),
      published === null && `Accessed ${partsInWords(accessed)}.`,
    ]),
  inText: (cited) => {
    const { authors, title } = cited
    const names = authors.map(shortName)
    const source = names.length > 2 ? `${names[0]} et al.` : names.join(' and ') || titleOf(title)
    return cited.speaker
      ? `(${mannerOf(cited) === 'quoted' ? 'qtd. in' : `${mannerOf(cited)} in`} ${source})`
      : `(${source})`
  },
}

function authorsOf(authors: readonly CitedName[]): string {
  const [first, second] = authors
  if (authors.length > 2) return `${inverted(first!)}, et al.`
  return joined([inverted(first!), second && `and ${second.literal}`], ', ')
}

const dateOf = (date: CitedDate): string => {
  const words = formatDate(date, partsInWords)
  return date.isUncertain ? `[${words}?]` : words
}

const partsInWords = ({ year, month, day }: DateParts): string =>
  joined([day?.toString(), month !== undefined && SHORT_MONTHS[month - 1], `${year}`])

const titleOf = (title: string | null): string => (title === null ? `[${UNTITLED}]` : quotedTitle(title, ''))
