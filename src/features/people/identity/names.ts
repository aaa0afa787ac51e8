import type { Fault } from '../../../core/errors.ts'
import { fieldFault } from '../../../core/faults.ts'
import type { Identifier } from '../../../record/organizations/schema.ts'
import type { Entity, NamesEdit } from './schema.ts'

/** The names of a person or an organization. */
type Names = Pick<Entity, 'name' | 'aliases'>

/** Returns the names after an edit. A replaced name becomes an alias. */
export function namesAfter(record: Names, edit: NamesEdit): Names {
  const { name = record.name, aliases: { add = [], remove = [] } = {} } = edit
  const former = name === record.name ? [] : [record.name]
  const names = new Set([...record.aliases, ...former, ...add])
  for (const alias of [...remove, name]) names.delete(alias)
  return { name, aliases: [...names].sort() }
}

/**
 * Returns the faults in the names of an edit.
 * @param keyOf returns the key of a name.
 */
export function nameFaults(
  record: Names,
  { name, aliases = {} }: NamesEdit,
  keyOf: (name: string) => string,
): Fault[] {
  const known = [...record.aliases, ...(name === undefined ? [] : [record.name])]
  return [
    ...(name !== undefined && keyOf(name) === '' ? [fieldFault('/name', NAMELESS)] : []),
    ...(aliases.add ?? []).flatMap((alias, index) =>
      keyOf(alias) === '' ? [fieldFault(`/aliases/add/${index}`, NAMELESS)] : [],
    ),
    ...(aliases.remove ?? []).flatMap((alias, index) =>
      known.includes(alias)
        ? []
        : [
            fieldFault(
              `/aliases/remove/${index}`,
              record.aliases.length > 0
                ? `Is not an alias. The aliases are ${record.aliases.join(', ')}.`
                : 'Is not an alias. There are none.',
            ),
          ],
    ),
  ]
}

const NAMELESS = 'Must contain a letter.'

/** Returns the aliases and identifiers of two merged records. The name of the first becomes an alias. */
export function namesOfBoth(from: Entity, into: Entity): Pick<Entity, 'aliases' | 'identifiers'> {
  const aliases = new Set([...into.aliases, from.name, ...from.aliases])
  aliases.delete(into.name)
  return { aliases: [...aliases].sort(), identifiers: [...into.identifiers, ...from.identifiers] }
}

/** Returns a record without one change of its names, its identifiers or its merge. */
export function revertNames(current: Entity, before: Entity, after: Entity): Entity {
  const names = new Set(current.aliases)
  for (const alias of after.aliases) if (!before.aliases.includes(alias)) names.delete(alias)
  for (const alias of before.aliases) if (!after.aliases.includes(alias)) names.add(alias)
  return {
    name: before.name === after.name ? current.name : before.name,
    aliases: [...names].sort(),
    identifiers: revertIdentifiers(current, before, after),
    mergedInto: before.mergedInto === after.mergedInto ? current.mergedInto : before.mergedInto,
  }
}

function revertIdentifiers(current: Entity, before: Entity, after: Entity) {
  const isIn = ({ identifiers }: Entity, { scheme, value }: Identifier): boolean =>
    identifiers.some((other) => other.scheme === scheme && other.value === value)
  return [
    ...current.identifiers.filter((one) => !isIn(after, one) || isIn(before, one)),
    ...before.identifiers.filter((one) => !isIn(after, one) && !isIn(current, one)),
  ]
}
