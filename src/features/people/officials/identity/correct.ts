import type { Fault } from '../../../../core/errors.ts'
import { fieldFault, rejectFaults } from '../../../../core/faults.ts'
import { nameKey } from '../../../../core/names.ts'
import { isBackwards } from '../../../../core/tenure.ts'
import type { OfficialRecord, Position } from '../../../../record/officials/schema.ts'
import type { OrganizationReference } from '../../../../record/organizations/schema.ts'
import { nameFaults, namesAfter } from '../../identity/names.ts'
import type { OfficialEdit, PositionEdit } from './schema.ts'

/** The organizations that an edit names, by the text of the edit. */
export type NamedOrganizations = ReadonlyMap<string, OrganizationReference>

/**
 * Returns a person after an edit. A replaced name becomes an alias, because articles continue to print it, unless the
 * same edit removes it.
 * @throws DomainError `invalid_body` with pointers into the edit.
 */
export function editOfficial(
  record: OfficialRecord,
  edit: OfficialEdit,
  organizations: NamedOrganizations,
  makeId: () => string,
): OfficialRecord {
  rejectFaults(faultsOf(record, edit))
  const next = {
    ...record,
    ...namesAfter(record, edit),
    positions: positionsAfter(record.positions, edit.positions, organizations, makeId),
  }
  rejectFaults(backwardsFaults(next.positions, record.positions))
  return next
}

function positionsAfter(
  positions: readonly Position[],
  { add = [], change = [], remove = [] }: NonNullable<OfficialEdit['positions']> = {},
  organizations: NamedOrganizations,
  makeId: () => string,
): Position[] {
  const changes = new Map(change.map((one) => [one.id, one]))
  const kept = positions
    .filter(({ id }) => !remove.includes(id))
    .map((position) => {
      const edit = changes.get(position.id)
      return edit ? positionAfter(position, edit, organizations) : position
    })
  const blank = { organization: null, from: null, to: null, basis: 'person' as const }
  return [
    ...kept,
    ...add.map((edit) => positionAfter({ ...blank, id: makeId(), title: edit.title }, edit, organizations)),
  ]
}

function positionAfter(position: Position, edit: PositionEdit, organizations: NamedOrganizations): Position {
  const { title = position.title } = edit
  const organization =
    edit.organization === undefined
      ? position.organization
      : (organizations.get(edit.organization ?? '') ?? null)
  // An edit of title or organization makes a printed position a corrected one. An edit of its dates does not.
  const isSame = title === position.title && organization?.id === position.organization?.id
  return {
    id: position.id,
    title,
    organization,
    from: edit.from === undefined ? position.from : (edit.from?.edtf ?? null),
    to: edit.to === undefined ? position.to : (edit.to?.edtf ?? null),
    basis: isSame ? position.basis : 'person',
  }
}

function faultsOf(record: OfficialRecord, edit: OfficialEdit): Fault[] {
  const { positions = {} } = edit
  const known = new Set(record.positions.map(({ id }) => id))
  const unknown = (ids: readonly string[], pointer: (index: number) => string): Fault[] =>
    ids.flatMap((id, index) =>
      known.has(id) ? [] : [fieldFault(pointer(index), 'This person has no position with this id.')],
    )
  return [
    ...nameFaults(record, edit, nameKey),
    ...unknown(
      (positions.change ?? []).map(({ id }) => id),
      (index) => `/positions/change/${index}/id`,
    ),
    ...unknown(positions.remove ?? [], (index) => `/positions/remove/${index}`),
  ]
}

/** Returns a fault for each position that would end before it begins. */
function backwardsFaults(positions: readonly Position[], before: readonly Position[]): Fault[] {
  return positions.flatMap((position) => {
    const { title, from, to } = position
    if (before.includes(position) || !isBackwards(from, to)) return []
    return [fieldFault('/positions', `“${title}” would end (${to}) before it begins (${from}).`)]
  })
}
