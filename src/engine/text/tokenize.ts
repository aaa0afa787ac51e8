import { Kind, kindAt } from './characters.ts'
import { type Spellings, spellingOf } from './known-spellings.ts'
import type { Spelling } from './spelling.ts'
import { contractionAt, plainWordEnd, tokenEnd } from './token-end.ts'

/** Takes the tokens as they are read. */
export type Emit = (start: number, end: number, spelling: Spelling) => void

/** Reads the tokens of `text` from `start` to `end`; spaces and invisible characters between them are skipped. */
export function tokenize(text: string, start: number, end: number, met: Spellings, emit: Emit): void {
  let index = start
  while (index < end) {
    const plainEnd = plainWordEnd(text, index, end)
    if (plainEnd >= 0) {
      emit(index, plainEnd, spellingOf(text.slice(index, plainEnd), Kind.letter, met))
      index = plainEnd
      continue
    }
    const kind = kindAt(text, index)
    if (kind === Kind.space || kind === Kind.newline || kind === Kind.ignorable) {
      index++
      continue
    }
    const stop = tokenEnd(text, index, end, kind)
    const split = kind === Kind.letter ? contractionAt(text, index, stop) : stop
    emit(index, split, spellingOf(text.slice(index, split), kind, met))
    if (split < stop) emit(split, stop, spellingOf(text.slice(split, stop), Kind.letter, met))
    index = stop
  }
}
