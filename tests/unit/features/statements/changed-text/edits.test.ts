import { describe, expect, it } from 'vitest'
import { checkStatements, extract } from '../../../../../src/engine/index.ts'
import { matchStatements } from '../../../../../src/features/statements/changed-text/match.ts'
import { compareTexts } from '../../../../../src/features/statements/changed-text/relocate.ts'
import type { Utterance } from '../../../../../src/record/utterances/schema.ts'
import { EDIT_KINDS, type EditKind, makeEdit, type Printed, printed } from './edits.ts'

const EDITS = 500
/** The share of untouched statements that docs/ingesting.md promises. */
const FLOOR = 0.995

const read = (text: string): Utterance[] =>
  checkStatements(text, extract(text, { published: null, knownPeople: [] }))

const sentenceOf = ({ idAt }: Printed, { segments }: Utterance): number => idAt(segments[0]!.start)

/** Counts the statements of untouched sentences, and those that kept their id. */
function follow(kind: EditKind, seed: number): { untouched: number; kept: number } {
  const edit = makeEdit(seed, kind)
  const before = printed(edit.before, (text) => text)
  const after = printed(edit.after, edit.print)
  const earlier = read(before.text)
  const { carried } = matchStatements(
    earlier.map((utterance) => ({ utterance, reviewed: false, vanished: false })),
    read(after.text),
    compareTexts(before.text, after.text),
  )
  const remaining = new Set(edit.after.map(({ id }) => id))
  const place = new Map(carried.map((one) => [one.earlier, sentenceOf(after, one.utterance)]))
  const untouched = [...earlier.entries()].filter(([, utterance]) => {
    const id = sentenceOf(before, utterance)
    return remaining.has(id) && !edit.touched.has(id)
  })
  const kept = untouched.filter(([index, utterance]) => place.get(index) === sentenceOf(before, utterance))
  return { untouched: untouched.length, kept: kept.length }
}

describe(`${EDITS} edits of articles`, () => {
  const each = EDITS / EDIT_KINDS.length

  it.each(EDIT_KINDS)('leave untouched statements their ids: %s', (kind) => {
    const total = { untouched: 0, kept: 0 }
    for (let number = 0; number < each; number++) {
      const { untouched, kept } = follow(kind, EDIT_KINDS.indexOf(kind) * each + number + 1)
      total.untouched += untouched
      total.kept += kept
    }
    expect(total.untouched).toBeGreaterThan(5 * each)
    expect(total.kept / total.untouched).toBeGreaterThanOrEqual(FLOOR)
  })
})
