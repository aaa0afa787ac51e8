import type { CitedName } from '../parts/authors.ts'
import { joined, UNTITLED } from '../parts/prose.ts'
import { isoOf } from './iso.ts'
import { noteOf } from './notes.ts'
import type { CitationStyle } from './style.ts'

/** A record for BibTeX and biblatex, in UTF-8. Dates are EDTF, as biblatex reads them. */
export const BIBTEX: CitationStyle = {
  mediaType: 'application/x-bibtex',
  reference: (cited) => {
    const { authors, title, publisher, published, source, permalink, accessed, language, id } = cited
    const fields = [
      ['author', authors.length > 0 && authors.map(nameOf).join(' and ')],
      ['title', `{${escaped(title ?? UNTITLED)}}`],
      ['journal', publisher && escaped(publisher)],
      ['year', published && `${published.from.year}`],
      ['date', published?.edtf],
      ['url', inUrl(source ?? permalink)],
      ['urldate', isoOf(accessed)],
      ['language', language && escaped(language)],
      ['note', escaped(noteOf(cited))],
    ] as const
    const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []))
    return `@article{onrecord-${id},\n${lines.join('')}}\n`
  },
}

const nameOf = ({ literal, family, given, suffix }: CitedName): string =>
  family === null
    ? `{${escaped(literal)}}`
    : joined(
        [family, suffix, given].map((part) => part && escaped(part)),
        ', ',
      )

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Escapes a text for TeX. Braces become commands, because BibTeX counts braces even if they are escaped. */
const escaped = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\\{}~^%#&_$]/gu, (mark) => ESCAPES[mark] ?? `\\${mark}`)

/**
 * Encodes the characters that a URL must not have in a field: a brace would end the field, and TeX reads a backslash as
 * a command.
 */
const inUrl = (url: string): string => url.replace(/[\\{}\s]/gu, (mark) => encodeURIComponent(mark))
