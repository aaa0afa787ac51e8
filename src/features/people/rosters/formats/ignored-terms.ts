import { type PopoloInput, STORED } from './popolo-input.ts'

type Entity = PopoloInput['persons'][number] | PopoloInput['organizations'][number]

/** The most terms in one response. */
const TERMS_MAX = 100

/** Returns the submitted terms that are not stored: `persons.birth_date`. Empty values do not count. */
export function ignoredIn(input: PopoloInput): string[] {
  const found = new Set<string>()
  const look = (place: string, things: readonly object[], stored: readonly string[]): void => {
    const known = new Set(stored)
    for (const thing of things) {
      for (const [term, value] of Object.entries(thing))
        if (!known.has(term) && isGiven(value)) found.add(place === '' ? term : `${place}.${term}`)
    }
  }
  look('', [input], STORED.roster)
  for (const list of ['persons', 'organizations'] as const) {
    const entities: readonly Entity[] = input[list]
    look(list, entities, STORED[list])
    look(
      `${list}.other_names`,
      entities.flatMap((one) => one.other_names ?? []),
      STORED.other_names,
    )
    look(
      `${list}.identifiers`,
      entities.flatMap((one) => one.identifiers ?? []),
      STORED.identifiers,
    )
  }
  look('memberships', input.memberships, STORED.memberships)
  look('posts', input.posts, STORED.posts)
  const ids = new Set((input.events ?? []).map(({ id }) => id))
  const isUnknown = (id: string | null | undefined): boolean => Boolean(id) && !ids.has(id)
  if (input.memberships.some((one) => isUnknown(one.legislative_period_id)))
    found.add('memberships.legislative_period_id')
  return [...found].sort().slice(0, TERMS_MAX)
}

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
