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
    ['UTF-8 of which nothing is said', Buffer.from(WORDS), null],
    ['UTF-8 that is called windows-1252', Buffer.from(WORDS), 'windows-1252'],
    ['UTF-8 with a mark, called something else', Buffer.from(`\ufeff${WORDS}`), 'iso-8859-1'],
    ['windows-1252', western(WORDS), 'windows-1252'],
    ['windows-1252 that is called UTF-8', western(WORDS), 'utf-8'],
    ['windows-1252 that is called Latin-1', western(WORDS), 'ISO-8859-1'],
    ['windows-1252 of which nothing is said', western(WORDS), null],
    ['windows-1252 under a name nobody knows', western(WORDS), 'x-unheard-of'],
    ['UTF-16', Buffer.from(`\ufeff${WORDS}`, 'utf16le'), null],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${WORDS}`, 'utf16le').swap16(), 'utf-8'],
  ])('reads %s', (_name, bytes, charset) => {
    expect(decodeText(bytes, charset)).toBe(WORDS)
  })

  it('believes the page where the server says nothing', () => {
    const bytes = Buffer.from('<meta charset="koi8-r">\xF0\xD2\xC9', 'latin1')
    expect(decodeText(bytes, null)).toContain('При')
    expect(decodeText(bytes, 'iso-8859-2')).not.toContain('При')
  })

  it('one broken byte does not make another encoding of a text', () => {
    const bytes = Buffer.concat([Buffer.from('“é” “é”'), Buffer.from([0xff])])
    expect(decodeText(bytes, 'utf-8')).toBe('“é” “é”\ufffd')
  })
})
