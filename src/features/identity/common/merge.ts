import type { Entity } from './schema.ts'

/** The other names and the identifiers of one who turned out to be two: the name of the first is another name now. */
export function namesOfBoth(from: Entity, into: Entity): Pick<Entity, 'aliases' | 'identifiers'> {
  const aliases = new Set([...into.aliases, from.name, ...from.aliases])
  aliases.delete(into.name)
  return { aliases: [...aliases].sort(), identifiers: [...into.identifiers, ...from.identifiers] }
}
