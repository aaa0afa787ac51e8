import { hashWith, spellingAt } from '../lexicon/known-spellings.ts'
import type { Spelling } from '../lexicon/spelling.ts'
import { CharacterKind, kindAt } from '../lexicon/text/characters.ts'
import { contractionAt, endsPlainWord, isPlainLetter, tokenEnd } from './token-end.ts'

/** Receives each token when it is read. */
export type Emit = (start: number, end: number, spelling: Spelling) => void

/** Reads the tokens of `text` from `start` to `end`. Spaces and invisible characters between them are skipped. */
export function tokenize(text: string, start: number, end: number, emit: Emit): void {
  let index = start
  while (index < end) {
    let plainEnd = index
    let hash = 0
    for (; plainEnd < end; plainEnd++) {
      const code = text.charCodeAt(plainEnd)
      if (!isPlainLetter(code)) break
      hash = hashWith(hash, code)
    }
    if (plainEnd > index && plainEnd < end && endsPlainWord(text.charCodeAt(plainEnd))) {
      emit(index, plainEnd, spellingAt(text, index, plainEnd, CharacterKind.letter, hash))
      index = plainEnd
      continue
    }
    const kind = kindAt(text, index)
    if (kind === CharacterKind.space || kind === CharacterKind.newline || kind === CharacterKind.ignorable) {
      index++
      continue
    }
    const stop = tokenEnd(text, index, end, kind)
    const split = kind === CharacterKind.letter ? contractionAt(text, index, stop) : stop
    emit(index, split, spellingAt(text, index, split, kind))
    if (split < stop) emit(split, stop, spellingAt(text, split, stop, CharacterKind.letter))
    index = stop
  }
}
