import type { CitedName } from '../parts/authors.ts'
import { type CitedDate, type DateParts, formatDate, MONTHS } from '../parts/dates.ts'
import { joined, listed, mannerOf, quotedTitle, sentence, shortName, UNTITLED } from '../parts/prose.ts'
import type { CitationStyle } from './style.ts'

/** The most authors that a reference lists in full. If there are more, it lists the first 19 and the last. */
const AUTHORS_MAX = 20

/** APA style, 7th edition: an online news article, and a quotation in a secondary source. */
export const APA: CitationStyle = {
  mediaType: 'text/plain',
  reference: ({ authors, title, publisher, published, source, permalink }) => {
    const shownTitle = title ?? `[${UNTITLED}]`
    const author = authors.length > 0 ? authorsOf(authors) : null
    return joined([
      author ? sentence(author) : sentence(shownTitle),
      `(${dateOf(published)}).`,
      author && sentence(shownTitle),
      publisher && sentence(publisher),
      source ?? permalink,
    ])
  },
  inText: (cited) => {
    const { authors, title, published, speaker } = cited
    const names = authors.map(shortName)
    const source = names.length > 2 ? `${names[0]} et al.` : listed(names, '&') || titleOf(title)
    const year = published === null ? 'n.d.' : `${published.isUncertain ? 'ca. ' : ''}${published.from.year}`
    const said = speaker && `${shortName(speaker)}, as ${mannerOf(cited)} in `
    return `(${said ?? ''}${source}, ${year})`
  },
}

function authorsOf(authors: readonly CitedName[]): string {
  const names = authors.map(nameOf)
  if (names.length > AUTHORS_MAX)
    return `${names.slice(0, AUTHORS_MAX - 1).join(', ')}, . . . ${names.at(-1)}`
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`
}

const nameOf = ({ literal, family, given, suffix }: CitedName): string =>
  family === null ? literal : joined([family, given && initialsOf(given), suffix], ', ')

/** "Jean-Luc Robert" gives "J.-L. R.". */
const initialsOf = (given: string): string =>
  given
    .split(/\s+/u)
    .map((word) =>
      word
        .split('-')
        .map((part) => `${[...part][0]}.`)
        .join('-'),
    )
    .join(' ')

const dateOf = (date: CitedDate | null): string =>
  date === null ? 'n.d.' : `${date.isUncertain ? 'ca. ' : ''}${formatDate(date, partsInWords)}`

const partsInWords = ({ year, month, day }: DateParts): string =>
  month === undefined ? `${year}` : joined([`${year}, ${MONTHS[month - 1]}`, day?.toString()])

const titleOf = (title: string | null): string => (title === null ? `[${UNTITLED}]` : quotedTitle(title, ''))
