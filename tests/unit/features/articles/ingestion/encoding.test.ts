import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../../src/features/articles/ingestion/encoding.ts'

const western = (text: string): Buffer =>
  Buffer.from(
    text.replace(
      /[“”’–€]/g,
      (sign) => ({ '“': '\x93', '”': '\x94', '’': '\x92', '–': '\x96', '€': '\x80' })[sign]!,
    ),
    'latin1',
  )
const WORDS = '“Café’s open – it costs 3 €,” she said'

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(WORDS), 'utf-8'],
    ['UTF-8 without a declaration', Buffer.from(WORDS), null],
    ['UTF-8 declared as windows-1252', Buffer.from(WORDS), 'windows-1252'],
    ['UTF-8 with a byte order mark and another declaration', Buffer.from(`\ufeff${WORDS}`), 'iso-8859-1'],
    ['windows-1252', western(WORDS), 'windows-1252'],
    ['windows-1252 declared as UTF-8', western(WORDS), 'utf-8'],
    ['windows-1252 declared as Latin-1', western(WORDS), 'ISO-8859-1'],
    ['windows-1252 without a declaration', western(WORDS), null],
    ['windows-1252 with an unknown label', western(WORDS), 'x-unheard-of'],
    ['UTF-16', Buffer.from(`\ufeff${WORDS}`, 'utf16le'), null],
    ['UTF-16 in big-endian order', Buffer.from(`\ufeff${WORDS}`, 'utf16le').swap16(), 'utf-8'],
  ])('decodes %s', (_name, bytes, charset) => {
    expect(decodeText(bytes, charset)).toBe(WORDS)
  })

  it('uses the charset of the page if the server declares none', () => {
    const bytes = Buffer.from('<meta charset="koi8-r">\xF0\xD2\xC9', 'latin1')
    expect(decodeText(bytes, null)).toContain('При')
    expect(decodeText(bytes, 'iso-8859-2')).not.toContain('При')
  })

  it('decodes text with one broken byte as UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('“é” “é”'), Buffer.from([0xff])])
    expect(decodeText(bytes, 'utf-8')).toBe('“é” “é”\ufffd')
  })
})
