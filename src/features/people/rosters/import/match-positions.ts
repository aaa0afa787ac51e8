import { fold } from '../../../../core/names.ts'
import { overlap } from '../../../../core/tenure.ts'
import type { Position } from '../../../../record/officials/schema.ts'

/** A position as a roster tells it. */
export interface Told {
  readonly id: string | null
  readonly title: string
  readonly organizationId: string | null
  readonly from: string | null
  readonly to: string | null
}

/**
 * Which positions on record a roster tells of, in a list parallel to `told`: null for one that is new. The same title
 * in the same organization is the same position where the times cannot be one after the other: nobody holds an office
 * twice at once. Equal times go first, so that a roster that was imported finds its own. Printed positions are left
 * as they are: they are what articles say.
 */
export function matchPositions(told: readonly Told[], positions: readonly Position[]): (Position | null)[] {
  const free = new Set(positions.filter(({ basis }) => basis !== 'printed'))
  const found: (Position | null)[] = told.map(() => null)
  const rules = [
    (one: Told, position: Position) =>
      one.id === position.id && one.organizationId === (position.organization?.id ?? null),
    (one: Told, position: Position) =>
      isSameOffice(one, position) && one.from === position.from && one.to === position.to,
    (one: Told, position: Position) =>
      isSameOffice(one, position) && one.from !== null && one.from === position.from,
    (one: Told, position: Position) => isSameOffice(one, position) && overlap(one, position),
  ]
  for (const rule of rules) {
    told.forEach((one, index) => {
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

const isSameOffice = (one: Told, { title, organization }: Position): boolean =>
  one.organizationId === (organization?.id ?? null) && fold(one.title) === fold(title)

/** A position with what a roster adds: of what a person entered, only what was not known. */
export function updated(position: Position, told: Told): Position {
  const wins = position.basis === 'roster'
  const title = wins && told.id === position.id ? told.title : position.title
  const from = (wins ? told.from : null) ?? position.from ?? told.from
  const to = (wins ? told.to : null) ?? position.to ?? told.to
  const isSame = title === position.title && from === position.from && to === position.to
  return isSame ? position : { ...position, title, from, to }
}

/** The same title in the same organization at the same time, told twice, is one. */
export function distinct<One extends Told>(told: readonly One[]): One[] {
  const byText = new Map<string, One>()
  for (const one of told) {
    const text = JSON.stringify([fold(one.title), one.organizationId, one.from, one.to])
    if (!byText.has(text)) byText.set(text, one)
  }
  return [...byText.values()]
}
