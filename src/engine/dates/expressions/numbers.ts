import { type DateRun, isNamed, type Lexeme } from './lexemes.ts'

/** A number read from a run, and the index of the lexeme after it. */
export interface CountedNumber {
  readonly value: number
  readonly end: number
}

const isSpelled = ({ name }: Lexeme): boolean => !/^\d/.test(name)

/** Reads "10", "ten", "twenty-five", "a hundred", "a", "a couple of". Returns null if there is no exact number. */
export function readCount(run: DateRun, index: number): CountedNumber | null {
  const lexeme = run[index]
  if (!lexeme) return null
  if (lexeme.name === 'a' || lexeme.name === 'an') return readAfterArticle(run, index)
  if (lexeme.kind !== 'number') return null
  const ones = run[index + 1]
  if (
    isSpelled(lexeme) &&
    isTens(lexeme.value) &&
    ones?.kind === 'number' &&
    isSpelled(ones) &&
    isOnes(ones)
  ) {
    return { value: lexeme.value + ones.value, end: index + 2 }
  }
  if (isSpelled(lexeme) && ones?.kind === 'number' && (ones.value === 100 || ones.value === 1000)) {
    return { value: lexeme.value * ones.value, end: index + 2 }
  }
  return { value: lexeme.value, end: index + 1 }
}

function readAfterArticle(run: DateRun, index: number): CountedNumber | null {
  if (isNamed(run[index + 1], 'couple')) {
    return { value: 2, end: isNamed(run[index + 2], 'of') ? index + 3 : index + 2 }
  }
  const next = run[index + 1]
  if (next?.kind === 'number' && next.value === 100) return { value: 100, end: index + 2 }
  return next?.kind === 'unit' && next.value === 1 ? { value: 1, end: index + 1 } : null
}

const isTens = (value: number): boolean => value >= 20 && value < 100 && value % 10 === 0
const isOnes = ({ value }: Lexeme): boolean => value >= 1 && value <= 9

/** Reads a day of the month, 1 to 31: "3", "3rd", "third", "twenty-third". Returns null if there is none. */
export function readDayOfMonth(run: DateRun, index: number): CountedNumber | null {
  const lexeme = run[index]
  if (!lexeme) return null
  if (lexeme.kind === 'ordinal') return bounded(lexeme.value, index + 1)
  if (lexeme.kind !== 'number' || lexeme.name.length > 2) {
    if (lexeme.kind !== 'number' || !isTens(lexeme.value) || !isSpelled(lexeme)) return null
    const ones = run[index + 1]
    return ones?.kind === 'ordinal' && ones.value < 10 ? bounded(lexeme.value + ones.value, index + 2) : null
  }
  return bounded(lexeme.value, index + 1)
}

const bounded = (value: number, end: number): CountedNumber | null =>
  value >= 1 && value <= 31 ? { value, end } : null

const FIRST_SHORT_YEAR = 30

/** Expands a year of two digits: up to 29 it is in this century. */
export const expandYear = (short: number): number => (short < FIRST_SHORT_YEAR ? 2000 : 1900) + short

/** Reads a year: "1989", "'89", "nineteen eighty-nine", "two thousand and one". Returns null if there is none. */
export function readYear(run: DateRun, index: number): CountedNumber | null {
  const lexeme = run[index]
  if (!lexeme) return null
  if (lexeme.kind === 'number') {
    if (/^\d{4}$/.test(lexeme.name)) {
      return lexeme.value >= 1000 && lexeme.value <= 2100 ? { value: lexeme.value, end: index + 1 } : null
    }
    return isSpelled(lexeme) ? readSpelledYear(run, index) : null
  }
  const digits = run[index + 1]
  if (lexeme.name !== "'" || digits?.kind !== 'number' || !digits.joined || !/^\d\d$/.test(digits.name))
    return null
  return { value: expandYear(digits.value), end: index + 2 }
}

function readSpelledYear(run: DateRun, index: number): CountedNumber | null {
  const century = run[index]!
  const rest = run[index + 1]
  if (rest?.kind !== 'number' || !isSpelled(rest)) return null
  if (century.value === 2 && rest.value === 1000) return readThousands(run, index + 2)
  if (century.value < 15 || century.value > 20) return null
  if (rest.value >= 10 && rest.value < 20) return { value: century.value * 100 + rest.value, end: index + 2 }
  if (rest.value === 100) return { value: century.value * 100, end: index + 2 }
  if (!isTens(rest.value)) return null
  const ones = run[index + 2]
  const hasOnes = ones?.kind === 'number' && isSpelled(ones) && isOnes(ones)
  return {
    value: century.value * 100 + rest.value + (hasOnes ? ones.value : 0),
    end: index + (hasOnes ? 3 : 2),
  }
}

function readThousands(run: DateRun, index: number): CountedNumber {
  const from = isNamed(run[index], 'and') ? index + 1 : index
  const rest = readCount(run, from)
  return rest && rest.value < 100 && isSpelled(run[from]!)
    ? { value: 2000 + rest.value, end: rest.end }
    : { value: 2000, end: index }
}
