import type { Random } from '../random.ts'
import { type Token, textOf } from '../text/token.ts'
import { altered, type Kind, type Source } from './kind.ts'

/** The fewest words of a piece that is left. */
const PIECE_MIN = 5
const ELLIPSES = [' … ', ' ... ', ' . . . ', ' […] ', ' [...] ', '… ', '... ']

const isNegation = ({ tag }: Token): boolean => tag === 'negation'

/** Cuts of a sentence, and words left out inside of it. */
export const PIECE_KINDS: readonly Kind[] = [
  {
    ...altered('truncation', [], ({ made }, random) => truncated(random.pick(made.sentences), random)),
    ...{ group: 'partly', expects: ['partial'] },
  },
  {
    ...altered('truncation beside a negation', [], ({ made }, random) => {
      const words = random.pick(made.sentences)
      const after = words.flatMap((found, at) =>
        isNegation(found) && words.length - at > PIECE_MIN ? [at + 1] : [],
      )
      return after.length > 0 ? textOf(words.slice(random.pick(after))) : null
    }),
    ...{ group: 'partly', expects: ['partial'], isTurning: true },
  },
  splice('splice with an ellipsis', false, ELLIPSES),
  splice('splice with an ellipsis over a negation', true, ELLIPSES),
  splice('splice without an ellipsis', false, [' ']),
  splice('splice without an ellipsis over a negation', true, [' ']),
]

function truncated(words: readonly Token[], random: Random): string | null {
  const spare = words.length - PIECE_MIN
  if (spare < 1) return null
  const cut = random.between(1, spare)
  const before = random.pick([0, cut, random.between(0, cut)])
  return textOf(words.slice(before, words.length - (cut - before)))
}

/** Leaves out words inside a quotation. */
function splice(name: string, isTurning: boolean, marks: readonly string[]): Kind {
  const make = ({ words, made }: Source, random: Random): string | null => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const from = random.between(PIECE_MIN - 1, Math.max(PIECE_MIN - 1, words.length - PIECE_MIN - 1))
      const to = from + random.between(marks.length > 1 ? 1 : 4, 9)
      const left = words.slice(from, to)
      if (to > words.length - PIECE_MIN + 1 || left.some(isNegation) !== isTurning) continue
      const [first, last] = [textOf(words.slice(0, from)), textOf(words.slice(to))]
      return `${first}${!made.isEnglish && words[0]!.isJoined && marks.length === 1 ? '' : random.pick(marks)}${last}`
    }
    return null
  }
  const expects = marks.length > 1 ? (['spliced'] as const) : (['spliced', 'altered'] as const)
  return altered(name, [], make, { expects, isTurning })
}
