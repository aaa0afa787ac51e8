import { compatibleNames } from '../../core/names.ts'
import { introduce, learn } from './draft-person.ts'
import type { DraftMention, DraftPerson } from './drafts.ts'
import { addTo, firstSurnameOf, type Index, soundsOf } from './people-index.ts'
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
  const byFirstSurname = new Map<string, number[]>()
  const meanings: (readonly number[])[] = drafts.map(() => [])
  drafts.forEach((draft, index) => {
    if (draft.form === 'full') meanings[index] = [joinFull(draft, people, bySurname, byGiven)]
  })
  people.forEach(({ parsed }, number) => {
    const first = firstSurnameOf(parsed)
    if (first) addTo(byFirstSurname, first, number)
  })
  const bySound = soundsOf(people)
  drafts.forEach((draft, index) => {
    if (draft.form === 'full') return
    meanings[index] = meaningOfShort(draft, people, { bySurname, byGiven, byFirstSurname, bySound })
  })
  return { people, meanings }
}

function joinFull(draft: DraftMention, people: DraftPerson[], bySurname: Index, byGiven: Index): number {
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
  return introduce(draft, people, bySurname, byGiven)
}
