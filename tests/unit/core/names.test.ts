import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey, parseName, sameName, slugOf, surnameOf } from '../../../src/core/names.ts'

describe('sameName', () => {
  it.each([
    ['Kirby', 'John Kirby'],
    ['Hon. Mary O’Brien', "Mary O'Brien"],
    ['Hernán Gómez', 'Hernan Gomez'],
    ['J. Edgar Marsh', 'Edgar Marsh'],
    ['R. Marsh', 'Robert Marsh'],
    ['D.J. Marsh', 'Dan J. Marsh'],
    ['Bill Marsh', 'William H. Marsh'],
    ['Ursula von der Berg', 'von der Berg'],
    ['Ursula von der Berg', 'Berg'],
    ['Omar al-Rashid', 'Rashid'],
    ['Ana López Prado', 'Ana Maria Lopez Prado'],
    ['Jean-Luc Marsh', 'Jean Luc Marsh'],
    ['Robert Marsh Jr.', 'Bob Marsh'],
    ['Mr. Marsh', 'Daniel Marsh'],
    ['Phillip Marsh', 'Philip Marsh'],
  ])('is true for %s and %s', (a, b) => {
    expect(sameName(a, b)).toBe(true)
    expect(sameName(b, a)).toBe(true)
  })

  it.each([
    ['Owen Marsh', 'Chloe Marsh'],
    ['Owen Marsh', 'Owen March'],
    ['George W. Marsh', 'George H.W. Marsh'],
    ['Robert Marsh Jr.', 'Robert Marsh Sr.'],
    ['Mr. Marsh', 'Mrs. Marsh'],
    ['Mary Ann Marsh', 'Mary Beth Marsh'],
    ['', ''],
    ['—', '—'],
  ])('is false for %s and %s', (a, b) => {
    expect(sameName(a, b)).toBe(false)
    expect(sameName(b, a)).toBe(false)
  })
})

describe('parseName', () => {
  it('separates honorifics, particles and suffixes from the name', () => {
    expect(parseName('Sen. Robert P. de la Cruz Jr.')).toEqual({
      given: ['robert', 'p'],
      particles: ['de', 'la'],
      surname: 'cruz',
      suffix: 'jr',
      gender: null,
    })
  })

  it('does not treat a given name as a particle', () => {
    expect(parseName('Al Marsh').given).toEqual(['al'])
    expect(surnameOf('de Marsh')).toBe('marsh')
  })
})

describe('nameKey and slugOf', () => {
  it('ignore case, accents, apostrophes and honorifics', () => {
    expect(nameKey('Mr. SÉAMUS O’NEILL')).toBe(nameKey("Seamus O'Neill"))
  })

  it('ignore a possessive ending', () => {
    expect(nameKey("Mary Marsh's")).toBe('mary marsh')
  })

  it('return ASCII slugs', () => {
    expect(slugOf('Vedant Patel')).toBe('vedant-patel')
    expect(slugOf("Søren O'Łukasz-Groß")).toBe('soren-olukasz-gross')
    expect(slugOf('!')).toBe('unnamed')
  })

  it('return a slug that is valid in a URL for every string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })
})
