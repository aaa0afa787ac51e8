import type { Person, Speaker } from '../types/extraction.ts'
import type { Cast, NameMention } from './cast.ts'
import type { Role } from './roles/roles.ts'

/**
 * Returns the people of a text with all mentions and with each printed role once, in order of first mention. An
 * uncertain name counts only if it is a speaker.
 */
export function peopleOf(cast: Cast, speakers: readonly Speaker[]): Person[] {
  const speaking = new Set(speakers.map(({ name }) => name))
  const people: Person[] = []
  for (const { name, knownId, mentions, certain } of cast.people) {
    if (!certain && !speaking.has(name)) continue
    const found = mentions.map((index) => cast.mentions[index] as NameMention)
    people.push({
      name,
      knownId,
      mentions: found.map(({ span }) => span),
      roles: distinct(found.map(({ role }) => role)),
    })
  }
  return people.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
}

function distinct(roles: readonly (Role | null)[]): Person['roles'] {
  const seen = new Map<string, Person['roles'][number]>()
  for (const role of roles) {
    if (!role) continue
    const { text, span, former, organization } = role
    const key = text.toLowerCase()
    if (!seen.has(key)) seen.set(key, { text, span, former, organization })
  }
  return [...seen.values()]
}
