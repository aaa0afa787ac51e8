import type { Span } from '../core/span.ts'
import type { DateExpression, Extraction, Person, Statement } from './types/extraction.ts'

/**
 * The longest text that is read in one piece, in UTF-16 code units. The limit bounds the memory, and no article is
 * longer. In a longer text a name is resolved within its slice.
 */
const LONGEST_SLICE = 300_000

/**
 * Returns the spans that cover a text: one span, or several if the text is very long. Slices end at the end of a
 * paragraph.
 */
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

/**
 * Returns the end of a slice: after the last line break in its second half, else after a space, else anywhere but
 * inside a surrogate pair.
 */
function cutBefore(text: string, start: number, limit: number): number {
  const floor = start + LONGEST_SLICE / 2
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, limit - 1)
    if (at >= floor) return at + 1
  }
  const code = text.charCodeAt(limit - 1)
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit
}

/** A slice of a text and its extraction. The spans of the extraction count from the start of the slice. */
export interface ExtractedSlice extends Span {
  readonly found: Extraction
}

/**
 * Joins the extractions of the slices of one text, in their order. Moves the spans of each slice by the offset of the
 * slice.
 */
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
    within: moveIf(statement.within, by),
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
  knownId: known.knownId ?? again.knownId,
  mentions: [...known.mentions, ...again.mentions],
  roles: [...known.roles, ...again.roles],
})
