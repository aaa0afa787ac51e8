import type { Fault } from '../../../core/errors.ts'
import { fieldFault } from '../../../core/faults.ts'
import type { Entity, NamesEdit } from './schema.ts'

/** The names of a person or an organization. */
type Names = Pick<Entity, 'name' | 'aliases'>

/** The names after an edit: one that is replaced stays as another. */
export function namesAfter(record: Names, edit: NamesEdit): Names {
  const { name = record.name, aliases: { add = [], remove = [] } = {} } = edit
  const former = name === record.name ? [] : [record.name]
  const names = new Set([...record.aliases, ...former, ...add])
  for (const alias of [...remove, name]) names.delete(alias)
  return { name, aliases: [...names].sort() }
}

/** What is wrong with the names of an edit. @param keyOf what is left of a name to find it by. */
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
              `Is none of ${record.aliases.join(', ') || 'them: there are none'}.`,
            ),
          ],
    ),
  ]
}

const NAMELESS = 'Must hold a letter.'
