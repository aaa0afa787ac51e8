import type { CitedName } from '../parts/authors.ts'
import { type CitedDate, type DateParts, formatDate, MONTHS } from '../parts/dates.ts'
import {
  inverted,
  joined,
  listed,
  mannerOf,
  quotedTitle,
  sentence,
  UNTITLED,
  untitledOr,
} from '../parts/prose.ts'
import type { CitationStyle } from './style.ts'

/** The most authors that a reference lists in full. If there are more, it lists the first seven. */
const AUTHORS_MAX = 10

/** The Chicago Manual of Style, 17th edition: the entry of a bibliography, and a note that names the speaker. */
export const CHICAGO: CitationStyle = {
  mediaType: 'text/plain',
  reference: ({ authors, title, publisher, published, source, permalink }) =>
    joined([
      authors.length > 0 && sentence(authorsOf(authors)),
      title === null ? `${UNTITLED}.` : quotedTitle(title, '.'),
      sentence(joined([publisher, dateOf(published)], ', ')),
      sentence(source ?? permalink),
    ]),
  inText: (cited) => {
    const { authors, title, publisher, published, source, permalink, speaker } = cited
    return sentence(
      joined([
        speaker && `${speaker.literal}, ${mannerOf(cited)} in`,
        joined([
          authors.length > 0 &&
            `${authors.length > 3 ? `${authors[0]!.literal} et al.` : listed(authors.map(({ literal }) => literal))},`,
          untitledOr(title, ','),
          joined([publisher, dateOf(published), source ?? permalink], ', '),
        ]),
      ]),
    )
  },
}

function authorsOf(authors: readonly CitedName[]): string {
  const names = [inverted(authors[0]!), ...authors.slice(1).map(({ literal }) => literal)]
  if (names.length > AUTHORS_MAX) return `${names.slice(0, 7).join(', ')}, et al.`
  return names.length === 2 ? names.join(', and ') : listed(names)
}

const dateOf = (date: CitedDate | null): string => {
  if (date === null) return 'n.d.'
  const words = formatDate(date, partsInWords)
  return date.isUncertain ? `[${words}?]` : words
}

const partsInWords = ({ year, month, day }: DateParts): string => {
  if (month === undefined) return `${year}`
  return day === undefined ? `${MONTHS[month - 1]} ${year}` : `${MONTHS[month - 1]} ${day}, ${year}`
}
