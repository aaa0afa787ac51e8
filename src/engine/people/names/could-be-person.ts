import { Listed } from '../../lexicon/names/name-lists.ts'
import { isCapitalized, listsAt, type Words } from '../../reader/words.ts'
import { isAcronym, isInitial, namesStreet, PARTICLES } from './name-words.ts'
import { isPostNominal } from './post-nominals.ts'
import type { NameRun } from './read-run.ts'

/** Returns true if every word of a run could be part of a personal name. Such a run can still be another name. */
export function couldBePerson(words: Words, { name, last, kind }: NameRun): boolean {
  if (kind === 'person') return true
  if (kind !== 'unknown' || last - name > 4 || namesStreet(words, name, last)) return false
  if (last - name === 1 && isPostNominal(words, name)) return false
  const { text = '' } = words.tokens[name] ?? {}
  if (last - name === 1 && (text.length < 2 || text.endsWith('.'))) return false
  if (last - name > 1 ? readsAsPhrase(words, name, last) : listsAt(words, name) & Listed.pluralRole)
    return false
  for (let index = name; index < last; index++) {
    const lists = listsAt(words, index)
    if (!isNameShaped(words, index) || lists & Listed.calendar) return false
    const place = (lists & (Listed.place | Listed.demonym)) === Listed.place
    const surname = index > name && index === last - 1 && place
    if (lists & Listed.attribute && !surname) return false
  }
  return true
}

/** Returns true for capitalized words and acronyms that are no name: "Bend Forward", "USA Action". */
function readsAsPhrase(words: Words, first: number, last: number): boolean {
  if (words.tokens[first]?.spelling.listedVerb && !(listsAt(words, first) & Listed.givenName)) return true
  let acronyms = 0
  for (let index = first; index < last; index++)
    if (isAcronym(words, index) && !isInitial(words, index)) acronyms++
  return acronyms > 0 && acronyms < last - first
}

const NO_NAME = /[\d@#_/]|^[RDI]-/

const isNameShaped = (words: Words, index: number): boolean => {
  const text = words.tokens[index]?.text ?? ''
  return (isCapitalized(words, index) || PARTICLES.has(text) || text.includes('-')) && !NO_NAME.test(text)
}
