import { type CitedDate, type DateParts, formatDate, MONTHS, SHORT_MONTHS } from '../parts/dates.ts'
import { joined, mannerOf, untitledOr, wordsOf } from '../parts/prose.ts'
import type { CitationStyle } from './style.ts'

/** The words for the attribution of a statement without a speaker. */
const NO_SPEAKER = 'A speaker whom the article does not name'

/** The style of The Associated Press has no references: it attributes the words in the text. */
export const AP: CitationStyle = {
  mediaType: 'text/plain',
  reference: (cited) => {
    const { speaker, role, said, publisher, title, published } = cited
    const who = joined([speaker?.literal ?? NO_SPEAKER, role], ', ')
    const source = publisher === null ? `in ${untitledOr(title)}` : `by ${publisher}`
    const when = said && dateOf(said, { on: '', in: 'in ', about: 'about ' })
    const reported = published && dateOf(published, { on: '', in: '', about: 'about ' })
    return `${joined([who, when], ', ')}, as ${mannerOf(cited)} ${source}${reported ? ` (${reported})` : ''}: ${wordsOf(cited)}`
  },
}

const dateOf = (date: CitedDate, words: { on: string; in: string; about: string }): string => {
  if (date.isUncertain) return `${words.about}${formatDate(date, partsInWords)}`
  const { from, to } = date
  if (to !== null) return `between ${partsInWords(from)} and ${partsInWords(to)}`
  return `${from.day === undefined ? words.in : words.on}${partsInWords(from)}`
}

/** Months are abbreviated only with a day, and March to July never. */
const partsInWords = ({ year, month, day }: DateParts): string => {
  if (month === undefined) return `${year}`
  if (day === undefined) return `${MONTHS[month - 1]} ${year}`
  const name = month >= 3 && month <= 7 ? MONTHS[month - 1] : SHORT_MONTHS[month - 1]
  return `${name} ${day}, ${year}`
}
