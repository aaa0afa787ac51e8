import { diffArrays } from 'diff'

/** A piece of two versions of a text: in both, or only in the version before or after. */
export interface TextPiece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** The most words that are removed or added. With more, everything between the first and the last change is replaced. */
const EDITS_MAX = 2_000
/** A word or a mark with the space before it, or a line break. */
const WORDS = /[ \t]?[\p{L}\p{M}\p{N}'’-]+|[ \t]?\S|\s/gu

/**
 * Returns the differences between two versions of a text, word by word. The pieces that are not added are the version
 * before, exactly; the pieces that are not removed are the version after.
 */
export function changedText(before: string, after: string): TextPiece[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  const start = sharedStart(old, fresh)
  const end = sharedStart(old.slice(start).reverse(), fresh.slice(start).reverse())
  const middle = [old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)] as const
  return merged([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...changesOf(...middle),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ])
}

const wordsOf = (text: string): string[] => text.match(WORDS) ?? []

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length)
  for (let index = 0; index < most; index++) if (one[index] !== other[index]) return index
  return most
}

function changesOf(old: readonly string[], fresh: readonly string[]): TextPiece[] {
  const changes = diffArrays([...old], [...fresh], { maxEditLength: EDITS_MAX })
  if (!changes)
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: fresh.join('') },
    ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** Joins neighbours of one kind, and leaves out empty pieces. */
function merged(pieces: readonly TextPiece[]): TextPiece[] {
  const result: TextPiece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.text === '') continue
    if (last?.kind === piece.kind) result[result.length - 1] = { ...last, text: last.text + piece.text }
    else result.push(piece)
  }
  return result
}
