import { fold } from '../../../../core/names.ts'
import { overlap } from '../../../../core/tenure.ts'
import type { Position } from '../../../../record/officials/schema.ts'

/** A position in a roster. */
export interface RosterPosition {
  readonly id: string | null
  readonly title: string
  readonly organizationId: string | null
  readonly from: string | null
  readonly to: string | null
}

/**
 * Returns the position on record for each position of the roster; null for a new position. Positions with the same
 * title and organization are the same, unless one ended before the other began, because no person holds an office twice
 * at the same time. Equal dates match first, so that a repeated import finds its own positions. Printed positions never
 * match, because they record the words of articles.
 */
export function matchPositions(
  given: readonly RosterPosition[],
  positions: readonly Position[],
): (Position | null)[] {
  const free = new Set(positions.filter(({ basis }) => basis !== 'printed'))
  const found: (Position | null)[] = given.map(() => null)
  const rules = [
    (one: RosterPosition, position: Position) =>
      one.id === position.id && one.organizationId === (position.organization?.id ?? null),
    (one: RosterPosition, position: Position) =>
      isSameOffice(one, position) && one.from === position.from && one.to === position.to,
    (one: RosterPosition, position: Position) =>
      isSameOffice(one, position) && one.from !== null && one.from === position.from,
    (one: RosterPosition, position: Position) => isSameOffice(one, position) && overlap(one, position),
  ]
  for (const rule of rules) {
    given.forEach((one, index) => {
      if (found[index]) return
      for (const position of free) {
        if (!rule(one, position)) continue
        found[index] = position
        free.delete(position)
        return
      }
    })
  }
  return found
}

const isSameOffice = (one: RosterPosition, { title, organization }: Position): boolean =>
  one.organizationId === (organization?.id ?? null) && fold(one.title) === fold(title)

/** Returns a position with the additions of a roster. A position that a person entered gets only missing values. */
export function updated(position: Position, given: RosterPosition): Position {
  const wins = position.basis === 'roster'
  const title = wins && given.id === position.id ? given.title : position.title
  const from = (wins ? given.from : null) ?? position.from ?? given.from
  const to = (wins ? given.to : null) ?? position.to ?? given.to
  const isSame = title === position.title && from === position.from && to === position.to
  return isSame ? position : { ...position, title, from, to }
}

/** Removes repeated positions, which have the same title, organization and dates. */
export function distinct<One extends RosterPosition>(given: readonly One[]): One[] {
  const byText = new Map<string, One>()
  for (const one of given) {
    const text = JSON.stringify([fold(one.title), one.organizationId, one.from, one.to])
    if (!byText.has(text)) byText.set(text, one)
  }
  return [...byText.values()]
}
