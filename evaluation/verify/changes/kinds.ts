import type { Kind } from './kind.ts'
import { NEGATION_KINDS } from './negations.ts'
import { PIECE_KINDS } from './pieces.ts'
import { UNTOUCHED_KINDS } from './typography.ts'
import { WORD_KINDS } from './words.ts'

/** All kinds of quotations that are tried, in the order of the table. */
export const KINDS: readonly Kind[] = [...UNTOUCHED_KINDS, ...PIECE_KINDS, ...NEGATION_KINDS, ...WORD_KINDS]
