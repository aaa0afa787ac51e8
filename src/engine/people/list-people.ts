import type { Person, Speaker } from '../types/extraction.ts'
import type { Cast, NameMention } from './cast.ts'
import type { Role } from './roles/roles.ts'

/**
 * The people of an article with all their mentions and the roles printed with them, each role once, in order of
 * first mention. A name that only its shape shows to be a person's counts where its bearer speaks.
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
