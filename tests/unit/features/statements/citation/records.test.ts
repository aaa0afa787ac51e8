import { describe, expect, it } from 'vitest'
import { STYLES } from '../../../../../src/features/statements/citation/styles/table.ts'
import { cited } from './cited.ts'

const HOSTILE = [
  '=cmd()',
  '"quoted"',
  'one\ntwo\r\nthree',
  '<script>alert(1)</script>',
  '\\end{document}',
  '100 % of $5 & #1 _a_ ~b ^c',
  '} , note = {x',
  '{',
  'ER  - \nTY  - BOOK',
  '🙂 \u202eright to left\u202c',
  'Мы останемся. 王',
]

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ')

const COMMANDS = {
  '\\textbackslash{}': '\\',
  '\\textbraceleft{}': '{',
  '\\textbraceright{}': '}',
  '\\textasciitilde{}': '~',
  '\\textasciicircum{}': '^',
} as const

/** Reads the fields of a BibTeX record. Counts braces as BibTeX does: an escaped brace counts too. */
function readBibtex(record: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const opening = /^@article\{[^,]*,\n/.exec(record)
  let at = opening?.[0].length ?? 0
  while (record[at] !== '}') {
    const [head, name = ''] = /^ {2}(\w+) = \{/.exec(record.slice(at)) ?? []
    if (!head) throw new Error(`No field at ${record.slice(at, at + 40)}`)
    const start = at + head.length
    let depth = 1
    for (at = start; depth > 0; at++) depth += record[at] === '{' ? 1 : record[at] === '}' ? -1 : 0
    fields[name] = record
      .slice(start, at - 1)
      .replace(
        /\\text\w+\{\}|\\([%#&_$])/g,
        (command, mark) => mark ?? COMMANDS[command as keyof typeof COMMANDS],
      )
    at += ',\n'.length
  }
  expect(record.slice(at)).toBe('}\n')
  return fields
}

const readRis = (record: string): [string, string][] =>
  record
    .split('\r\n')
    .filter(Boolean)
    .map((line) => [line.slice(0, 2), line.slice('TY  - '.length)])

describe('BibTeX', () => {
  it('has all parts', () => {
    expect(
      readBibtex(STYLES.bibtex.reference(cited({ byline: 'Ada van Brandt and Reuters, Иван Петров' }))),
    ).toEqual({
      author: 'van Brandt, Ada and Петров, Иван',
      title: '{Harbour to open}',
      journal: 'The Gazette',
      year: '2026',
      date: '2026-03-04',
      url: 'https://gazette.example/harbour',
      urldate: '2026-03-09',
      language: 'en',
      note: 'Quotation of Emil Petrik, harbour master; said 2026-03-03: “The lock is open.” (https://quotes.example/v1/statements/0193c1d2-0000-7000-8000-000000000001)',
    })
  })

  it('leaves out what is unknown, and protects an organization', () => {
    const record = STYLES.bibtex.reference(
      cited({ byline: 'The Gazette staff', published: null, publisher: null }),
    )
    expect(readBibtex(record)).toMatchObject({ author: '{The Gazette staff}' })
    expect(record).not.toMatch(/year|journal| {2}date/)
  })

  it.each(HOSTILE)('keeps %j', (text) => {
    const fields = readBibtex(STYLES.bibtex.reference(cited({ title: text, publisher: text, words: text })))
    expect(fields['title']).toBe(`{${oneLine(text)}}`)
    expect(fields['journal']).toBe(oneLine(text))
    expect(fields['note']).toContain(oneLine(text).replaceAll('“', '‘'))
  })

  it('encodes what a URL may not hold', () => {
    const record = STYLES.bibtex.reference(cited({ source: 'https://a.example/x{y}\\z?q=a%20b&c=1' }))
    expect(record).toContain('url = {https://a.example/x%7By%7D%5Cz?q=a%20b&c=1}')
  })
})

describe('RIS', () => {
  it('has all parts, the type first and the end last', () => {
    expect(readRis(STYLES.ris.reference(cited({ byline: 'Ada Brandt, Bo Lind Jr.' })))).toEqual([
      ['TY', 'NEWS'],
      ['ID', 'onrecord-0193c1d2-0000-7000-8000-000000000001'],
      ['AU', 'Brandt, Ada'],
      ['AU', 'Lind, Bo, Jr.'],
      ['TI', 'Harbour to open'],
      ['T2', 'The Gazette'],
      ['PY', '2026'],
      ['DA', '2026/03/04/'],
      ['UR', 'https://gazette.example/harbour'],
      ['Y2', '2026/03/09/'],
      ['LA', 'en'],
      ['N1', expect.stringContaining('“The lock is open.”')],
      ['ER', ''],
    ])
  })

  it.each(HOSTILE)('keeps %j on its line', (text) => {
    const lines = readRis(STYLES.ris.reference(cited({ title: text, words: text })))
    expect(lines.filter(([tag]) => tag === 'ER' || tag === 'TY')).toHaveLength(2)
    expect(lines).toContainEqual(['TI', oneLine(text)])
  })
})

describe('CSL JSON', () => {
  it.each([
    [{}, { 'date-parts': [[2026, 3, 4]] }],
    [{ published: '2026-03?' }, { 'date-parts': [[2026, 3]], circa: true }],
    [
      { published: '2026-03-30/2026-04-02' },
      {
        'date-parts': [
          [2026, 3, 30],
          [2026, 4, 2],
        ],
      },
    ],
    [{ published: null }, undefined],
  ])('dates %o', (given, issued) => {
    const [item] = JSON.parse(STYLES['csl-json'].reference(cited(given)))
    expect(item.issued).toEqual(issued)
  })

  it.each(HOSTILE)('keeps %j', (text) => {
    const [item] = JSON.parse(STYLES['csl-json'].reference(cited({ title: text, byline: text })))
    expect(item).toMatchObject({ type: 'article-newspaper', title: text })
  })
})
