import { describe, expect, it } from 'vitest'
import { isSamePerson } from '../../../evaluation/same-person.ts'

describe('two names of one person or organization', () => {
  it.each([
    ['Ada Brandt', 'Mayor Ada Brandt'],
    ['Brandt', 'Ada Brandt'],
    ['Cres Holm', 'Creswell Holm'],
    ['Harbour Organisation', 'Harbour Organization'],
    ['U.S. Department of Ports', 'United States Department of Ports'],
    ['Ali El-Hassan', 'Ali Elhassan'],
  ])('are the same: %s, %s', (one, other) => {
    expect(isSamePerson(one, other)).toBe(true)
    expect(isSamePerson(other, one)).toBe(true)
  })

  it.each([
    ['Ada Brandt', 'Otto Brandt'],
    ['Al Brandt', 'Alma Brandt'],
    ['Ada Brandt', 'Ada Holm'],
    ['', 'Ada Holm'],
  ])('are not the same: %s, %s', (one, other) => {
    expect(isSamePerson(one, other)).toBe(false)
  })
})
