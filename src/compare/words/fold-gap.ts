import { DASHES, INVISIBLE, QUOTATION_MARKS } from './characters.ts'

/** A difference between words that does not change the words, in the order in which it is folded. */
const GAP_FOLDS = [
  'invisible-characters',
  'spacing',
  'quotation-marks',
  'dash',
  'ellipsis',
  'punctuation',
] as const
export type GapFold = (typeof GAP_FOLDS)[number]

/** The characters that each fold removes, and their replacement. */
const PATTERNS: Readonly<Record<GapFold, readonly [RegExp, string]>> = {
  'invisible-characters': [new RegExp(`[${INVISIBLE}]+`, 'gu'), ''],
  spacing: [/\s+/gu, ''],
  'quotation-marks': [new RegExp(`[${QUOTATION_MARKS}]+`, 'gu'), '"'],
  dash: [new RegExp(`[${DASHES}]+`, 'gu'), '-'],
  ellipsis: [/…+|⋯+|\.{3,}/gu, '…'],
  punctuation: [/[\s\S]+/gu, ''],
}

/** Returns the folds that make two gaps between words equal; empty if they are equal as they stand. */
export function foldsOfGaps(one: string, other: string): GapFold[] {
  const needed: GapFold[] = []
  let [a, b] = [one, other]
  for (const name of GAP_FOLDS) {
    if (a === b) break
    const [pattern, replacement] = PATTERNS[name]
    const marksOf = (gap: string): string => (gap.match(pattern) ?? []).join('\n')
    if (marksOf(a) !== marksOf(b)) needed.push(name)
    ;[a, b] = [a.replace(pattern, replacement), b.replace(pattern, replacement)]
  }
  return needed
}
