import { textOf } from '../text/token.ts'
import { altered, inside, type Kind, replaced } from './kind.ts'

/** The words that replace a negative word if the negation is removed. Other negations are left out. */
const AFFIRMED = new Map([
  ['no', 'a'],
  ['nobody', 'everybody'],
  ['Nobody', 'Everybody'],
  ['without', 'with'],
  ["don't", 'do'],
])

export const NEGATION_KINDS: readonly Kind[] = [
  altered('negation removed', ['negation'], ({ words }, random) => {
    const found = words.flatMap(({ tag, text }, at) =>
      tag === 'negation' && (AFFIRMED.has(text) || (at > 0 && at < words.length - 1)) ? [at] : [],
    )
    const at = found.length > 0 ? random.pick(found) : undefined
    if (at === undefined) return null
    // French denies with two words: both go.
    if (words[at]!.text === 'ne' || words[at]!.text === 'pas')
      return textOf(words.filter(({ tag }) => tag !== 'negation'))
    return replaced(words, at, AFFIRMED.get(words[at]!.text) ?? '')
  }),
  altered('negation added', ['negation'], ({ words }, random) => {
    const found = inside(
      words,
      ({ tag, after }, at) => tag === 'auxiliary' && after === '' && words[at + 1]!.tag !== 'negation',
    )
    if (found.length === 0) return null
    const at = random.pick(found)
    const denied = random.pick(['not', 'never', 'no longer', 'not'])
    return replaced(words, at, words[at]!.text, ...denied.split(' '))
  }),
  altered('negation moved', ['negation', 'order'], ({ words }, random) => {
    const [from] = random.shuffled(inside(words, ({ text }) => text === 'not' || text === 'never'))
    if (from === undefined) return null
    const others = inside(
      words,
      ({ tag, after }, at) => tag === 'auxiliary' && after === '' && at + 1 !== from,
    )
    if (others.length === 0) return null
    const to = random.pick(others)
    const moved = words.flatMap((found, at) => {
      if (at === from) return []
      return at === to ? [found, { ...words[from]!, after: '' }] : [found]
    })
    return textOf(moved)
  }),
]
