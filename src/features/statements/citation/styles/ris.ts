import type { DateParts } from '../parts/dates.ts'
import { inverted, UNTITLED } from '../parts/prose.ts'
import { isoOf } from './iso.ts'
import { noteOf } from './notes.ts'
import type { CitationStyle } from './style.ts'

/** A record for reference managers, in the format of Research Information Systems. Lines end with CR LF. */
export const RIS: CitationStyle = {
  mediaType: 'application/x-research-info-systems',
  reference: (cited) => {
    const { authors, title, publisher, published, source, permalink, accessed, language, id } = cited
    const tags = [
      ['TY', 'NEWS'],
      ['ID', `onrecord-${id}`],
      ...authors.map((author) => ['AU', inverted(author)] as const),
      ['TI', title ?? UNTITLED],
      ['T2', publisher],
      ['PY', published && `${published.from.year}`],
      ['DA', published && slashed(published.from)],
      ['UR', source ?? permalink],
      ['Y2', slashed(accessed)],
      ['LA', language],
      ['N1', noteOf(cited)],
    ] as const
    const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}\r\n`] : []))
    return `${lines.join('')}ER  - \r\n`
  },
}

/** RIS dates are `YYYY/MM/DD/other`. The slashes of unknown parts stay. */
const slashed = (parts: DateParts): string => {
  const [year = '', month = '', day = ''] = isoOf(parts).split('-')
  return `${year}/${month}/${day}/`
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ')
