import type { Span } from '../core/span.ts'
import type { DateExpression, Extraction, Person, Statement } from './types.ts'

/**
 * A text longer than this is read in slices, so that memory stays bounded: no article is so long, and a name is
 * resolved within its slice alone. UTF-16 code units.
 */
const LONGEST_SLICE = 300_000

/** The spans to read a text by, which cover it: one for all but very long texts; cut where a paragraph ends. */
export function slicesOf(text: string): Span[] {
  const slices: Span[] = []
  for (let start = 0; start < text.length || slices.length === 0; ) {
    const end =
      start + LONGEST_SLICE >= text.length ? text.length : cutBefore(text, start, start + LONGEST_SLICE)
    slices.push({ start, end })
    start = end
  }
  return slices
}

/** After the last line break in the second half of the slice, or after a space, or anywhere but in a surrogate pair. */
function cutBefore(text: string, start: number, limit: number): number {
  const floor = start + LONGEST_SLICE / 2
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, limit - 1)
    if (at >= floor) return at + 1
  }
  const code = text.charCodeAt(limit - 1)
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit
}

/** A slice of a text and what was found in it, with spans that count from its start. */
export interface ExtractedSlice extends Span {
  readonly found: Extraction
}

/** Puts together what was found in the slices of one text, in their order. */
export function joinExtractions(slices: readonly ExtractedSlice[]): Extraction {
  const [first, second] = slices
  if (first && !second) return first.found
  const people = new Map<string, Person>()
  for (const { start, found } of slices) {
    for (const person of found.people) {
      const moved = movePerson(person, start)
      const known = people.get(person.name)
      people.set(person.name, known ? joinPeople(known, moved) : moved)
    }
  }
  return {
    statements: slices.flatMap(({ start, found }) =>
      found.statements.map((one) => moveStatement(one, start)),
    ),
    dates: slices.flatMap(({ start, found }) => found.dates.map((one): DateExpression => move(one, start))),
    people: [...people.values()],
  }
}

const move = <S extends Span>(span: S, by: number): S => ({
  ...span,
  start: span.start + by,
  end: span.end + by,
})
const moveIf = (span: Span | null, by: number): Span | null => span && move(span, by)

function moveStatement(statement: Statement, by: number): Statement {
  const { speaker, said } = statement
  return {
    ...statement,
    content: statement.content.map((span) => move(span, by)),
    quoted: statement.quoted.map((span) => move(span, by)),
    cue: moveIf(statement.cue, by),
    venue: moveIf(statement.venue, by),
    addressee: moveIf(statement.addressee, by),
    relay: moveIf(statement.relay, by),
    said: { ...said, expression: moveIf(said.expression, by) },
    speaker: {
      ...speaker,
      mention: moveIf(speaker.mention, by),
      antecedent: moveIf(speaker.antecedent, by),
      role: speaker.role && { ...speaker.role, span: move(speaker.role.span, by) },
    },
  }
}

const movePerson = (person: Person, by: number): Person => ({
  ...person,
  mentions: person.mentions.map((span) => move(span, by)),
  roles: person.roles.map((role) => ({ ...role, span: move(role.span, by) })),
})

const joinPeople = (known: Person, again: Person): Person => ({
  ...known,
  official: known.official ?? again.official,
  mentions: [...known.mentions, ...again.mentions],
  roles: [...known.roles, ...again.roles],
})
