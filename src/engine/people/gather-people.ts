import { compatibleNames } from '../../core/names.ts'
import { introduce, learn } from './draft-person.ts'
import type { DraftMention, DraftPerson } from './drafts.ts'
import { addTo, type Index, middleNamesOf, soundsOf } from './people-index.ts'
import { MOST_NAMESAKES, meaningOfShort } from './short-names.ts'

/** The people of a text, and the people that each draft may mean. */
export interface GatheredPeople {
  readonly people: DraftPerson[]
  /** The people that each draft may mean, parallel to the drafts. One person if the meaning is certain. */
  readonly meanings: readonly (readonly number[])[]
}

/** Gathers drafts into people: first the full names, then the short names. */
export function gatherPeople(drafts: readonly DraftMention[]): GatheredPeople {
  const people: DraftPerson[] = []
  const bySurname = new Map<string, number[]>()
  const byGiven = new Map<string, number[]>()
  const byMiddle = new Map<string, number[]>()
  const byOpening = new Map<string, number[]>()
  const meanings: (readonly number[])[] = drafts.map(() => [])
  drafts.forEach((draft, index) => {
    if (draft.form === 'full') meanings[index] = [joinFull(draft, people, { bySurname, byGiven, byOpening })]
  })
  people.forEach(({ parsed }, number) => {
    for (const word of middleNamesOf(parsed)) addTo(byMiddle, word, number)
  })
  const bySound = soundsOf(people)
  drafts.forEach((draft, index) => {
    if (draft.form === 'full') return
    meanings[index] = meaningOfShort(draft, people, { bySurname, byGiven, byMiddle, bySound })
  })
  return { people, meanings }
}

/** People by family name, by first given name, and by the first two words of a name of three words or more. */
interface FullNames {
  readonly bySurname: Index
  readonly byGiven: Index
  readonly byOpening: Index
}

function joinFull(
  draft: DraftMention,
  people: DraftPerson[],
  { bySurname, byGiven, byOpening }: FullNames,
): number {
  const namesakes = bySurname.get(draft.parsed.surname) ?? []
  for (let at = namesakes.length - 1; at >= 0 && at >= namesakes.length - MOST_NAMESAKES; at--) {
    const number = namesakes[at] as number
    const person = people[number] as DraftPerson
    if (!compatibleNames(person.parsed, draft.parsed)) continue
    if (draft.text.length > person.name.length)
      Object.assign(person, { name: draft.text, parsed: draft.parsed })
    learn(person, draft)
    return number
  }
  const words = wordsOf(draft)
  const opening = words.slice(0, 2).join(' ')
  const [longer, ...others] = (byOpening.get(opening) ?? []).filter((number) =>
    words.every((word, index) => word === wordsOf(people[number] as DraftPerson)[index]),
  )
  if (longer !== undefined && others.length === 0) {
    learn(people[longer] as DraftPerson, draft)
    if (!namesakes.includes(longer)) addTo(bySurname, draft.parsed.surname, longer)
    return longer
  }
  const same = sameByParts(draft, words, people, byGiven)
  if (same !== undefined) {
    learn(people[same] as DraftPerson, draft)
    if (!namesakes.includes(same)) addTo(bySurname, draft.parsed.surname, same)
    return same
  }
  const number = introduce(draft, people, bySurname, byGiven)
  if (words.length > 2) addTo(byOpening, opening, number)
  return number
}

/** The most words of a name that a shorter name is compared with. Longer ones are mostly headlines. */
const MOST_WORDS = 5

/**
 * Returns the only person named before with a longer name that begins with the same word and has all words of this name
 * in the same order: "Alma Quintero" after "Alma Delia Quintero Rosas".
 */
function sameByParts(
  { parsed }: DraftMention,
  words: readonly string[],
  people: readonly DraftPerson[],
  byGiven: Index,
): number | undefined {
  const called = (byGiven.get(parsed.given[0] ?? '') ?? []).slice(-MOST_NAMESAKES)
  const [same, ...others] = called.filter((number) => {
    const theirs = wordsOf(people[number] as DraftPerson)
    return theirs.length > words.length && theirs.length <= MOST_WORDS && isWithin(words, theirs)
  })
  return others.length === 0 ? same : undefined
}

/** Returns true if the words of a list stand in another list, in the same order. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  let found = 0
  for (const word of long) if (word === short[found]) found++
  return found === short.length
}

const wordsOf = ({ parsed: { given, particles, surname } }: Pick<DraftPerson, 'parsed'>): string[] => [
  ...given,
  ...particles,
  surname,
]
