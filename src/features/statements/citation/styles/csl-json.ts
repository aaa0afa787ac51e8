import type { CitedName } from '../parts/authors.ts'
import type { CitedDate, DateParts } from '../parts/dates.ts'
import { noteOf } from './notes.ts'
import type { CitationStyle } from './style.ts'

/** A record for citation processors, in the JSON of the Citation Style Language 1.0.2: a list with one item. */
export const CSL_JSON: CitationStyle = {
  mediaType: 'application/vnd.citationstyles.csl+json',
  reference: (cited) => {
    const { authors, title, publisher, published, source, permalink, accessed, language, id } = cited
    const item = {
      id: `onrecord-${id}`,
      type: 'article-newspaper',
      author: authors.length > 0 ? authors.map(nameOf) : undefined,
      title: title ?? undefined,
      'container-title': publisher ?? undefined,
      issued: published === null ? undefined : dateOf(published),
      accessed: { 'date-parts': [listOf(accessed)] },
      URL: source ?? permalink,
      language: language ?? undefined,
      note: noteOf(cited),
    }
    return `${JSON.stringify([item])}\n`
  },
}

const nameOf = ({ literal, family, given, suffix }: CitedName) =>
  family === null ? { literal } : { family, given: given ?? undefined, suffix: suffix ?? undefined }

const listOf = ({ year, month, day }: DateParts): number[] =>
  [year, month, day].filter((part): part is number => part !== undefined)

const dateOf = ({ from, to, isUncertain }: CitedDate) => ({
  'date-parts': to === null ? [listOf(from)] : [listOf(from), listOf(to)],
  ...(isUncertain && { circa: true }),
})
